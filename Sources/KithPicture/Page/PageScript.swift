/// What the page does: zoom, move, find, tell.
enum PageScript {
  static let text = view + names + finding

  /// The part of the picture that is seen.
  private static let view = #"""
    'use strict';
    const byId = id => document.getElementById(id);
    const picture = byId('picture'), view = byId('view'), facts = byId('facts');
    const graph = JSON.parse(byId('graph').textContent);
    const nodes = graph.nodes.map(([name, label, width, side, kind, x, y, r, facts]) =>
      ({name, label, width: width / 100, side, kind, x: x / 10, y: y / 10, r: r / 10, facts, ties: []}));
    const marks = [...view.querySelectorAll('.node')];
    const lines = [...view.querySelectorAll('.edge')];
    const [wide, high] = [+picture.dataset.width, +picture.dataset.height];
    const at = {x: 0, y: 0, k: 1};
    let least = 0.05, chosen = -1, current = graph.order[0];

    graph.edges.forEach(([from, to, ties], edge) => {
      nodes[from].ties.push({other: to, edge, words: ties.map(t => [t[0], t[2], t[3]])});
      nodes[to].ties.push({other: from, edge, words: ties.map(t => [t[1], t[2], t[3]])});
    });

    let isWaiting = false, labelled = 0;
    function show() {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        view.setAttribute('transform', `translate(${at.x.toFixed(2)} ${at.y.toFixed(2)}) scale(${at.k.toFixed(4)})`);
        if (labelled !== at.k) { labelled = at.k; placeNames(); }
      });
    }
    function zoom(factor, x, y) {
      const box = picture.getBoundingClientRect();
      if (x === undefined) { x = box.width / 2; y = box.height / 2; }
      const k = Math.min(8, Math.max(least, at.k * factor));
      at.x = x - (x - at.x) * k / at.k;
      at.y = y - (y - at.y) * k / at.k;
      at.k = k;
      show();
    }
    function fit() {
      const box = picture.getBoundingClientRect();
      at.k = Math.min(box.width / wide, box.height / high, 1.6) || 1;
      least = Math.min(0.05, at.k / 2);
      at.x = (box.width - wide * at.k) / 2;
      at.y = (box.height - high * at.k) / 2;
      show();
    }
    function center(node) {
      const box = picture.getBoundingClientRect();
      at.k = Math.max(at.k, 1);
      at.x = box.width / 2 - nodes[node].x * at.k;
      at.y = box.height / 2 - nodes[node].y * at.k;
      show();
    }

    picture.addEventListener('wheel', event => {
      event.preventDefault();
      const box = picture.getBoundingClientRect();
      const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      zoom(Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
    }, {passive: false});

    const fingers = new Map();
    let moved = 0;
    const apart = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
    picture.addEventListener('pointerdown', event => {
      if (event.button) return;
      fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
      if (fingers.size === 1) moved = 0;
    });
    addEventListener('pointermove', event => {
      const last = fingers.get(event.pointerId);
      if (!last) return;
      const now = {x: event.clientX, y: event.clientY};
      if (fingers.size === 2) {
        const before = apart([...fingers.values()]);
        fingers.set(event.pointerId, now);
        const [a, b] = [...fingers.values()], box = picture.getBoundingClientRect();
        if (before > 0) zoom(apart([a, b]) / before, (a.x + b.x) / 2 - box.left, (a.y + b.y) / 2 - box.top);
        moved = 99;
      } else {
        moved += Math.abs(now.x - last.x) + Math.abs(now.y - last.y);
        at.x += now.x - last.x;
        at.y += now.y - last.y;
        fingers.set(event.pointerId, now);
        show();
      }
    });
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, event => fingers.delete(event.pointerId));
    picture.addEventListener('click', event => {
      if (moved > 5) return;
      const mark = event.target.closest('.node');
      choose(mark ? +mark.dataset.n : -1);
    });
    byId('in').onclick = () => zoom(1.4);
    byId('out').onclick = () => zoom(1 / 1.4);
    byId('fit').onclick = fit;
    addEventListener('resize', fit);

    """#

  /// Names as large on the screen however near, those of the better tied first; none over another.
  private static let names = #"""
    const labels = view.querySelector('.labels');
    labels.replaceChildren();
    const texts = nodes.map((node, index) => {
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.textContent = node.label;
      text.dataset.n = index;
      text.style.display = 'none';
      labels.append(text);
      return text;
    });
    const near = new Set(), sought = new Set();

    function placeNames() {
      const size = Math.min(Math.max(12 * at.k, 11), 15) / at.k;
      const cell = size * 8, cells = new Map();
      const each = (box, body) => {
        for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i++)
          for (let j = Math.floor(box[1] / cell); j <= Math.floor(box[3] / cell); j++) if (body(i + ' ' + j)) return true;
        return false;
      };
      const put = (box, kind) => each(box, key => {
        cells.has(key) ? cells.get(key).push([box, kind]) : cells.set(key, [[box, kind]]);
      });
      const taken = (box, node) => each(box, key => (cells.get(key) || []).some(([b, kind]) => kind !== node
        && b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]));
      const isNear = nodes.length < 400 || 12 * at.k > 9;
      nodes.forEach((n, i) => { if (isNear || n.r * at.k > 4) put([n.x - n.r, n.y - n.r, n.x + n.r, n.y + n.r], i); });
      const isFirst = i => i === chosen || near.has(i) || sought.has(i);
      for (const i of [...graph.order.filter(isFirst), ...graph.order.filter(i => !isFirst(i))]) {
        const n = nodes[i], w = n.width * size * (near.has(i) || i === chosen ? 1.12 : 1), h = size * 1.25, gap = 2.5 / at.k;
        const slant = n.r * 0.72 + 1 / at.k, [left, right] = [n.x - slant - w, n.x + slant];
        const sides = [
          [n.x - w / 2, n.y + n.r + gap, 'middle'], [n.x + n.r + gap, n.y - h / 2, 'start'],
          [n.x - w / 2, n.y - n.r - gap - h, 'middle'], [n.x - n.r - gap - w, n.y - h / 2, 'end'],
          [right, n.y + slant, 'start'], [right, n.y - slant - h, 'start'],
          [left, n.y + slant, 'end'], [left, n.y - slant - h, 'end'],
        ];
        const side = [sides[n.side], ...sides].find(([x, y]) => !taken([x, y, x + w, y + h], i))
          || (i === chosen ? sides[0] : null);
        const text = texts[i];
        text.style.display = side ? '' : 'none';
        if (!side) continue;
        const [x, y, anchor] = side;
        put([x, y, x + w, y + h], -1);
        text.setAttribute('x', anchor === 'start' ? x : anchor === 'end' ? x + w : x + w / 2);
        text.setAttribute('y', y + size * 0.95);
        text.setAttribute('text-anchor', anchor);
        text.setAttribute('font-size', size);
      }
    }

    /** Pales what is neither chosen, tied to it, nor found. */
    function shade() {
      const isOn = chosen >= 0 || sought.size > 0;
      picture.classList.toggle('dim', isOn);
      texts.forEach((text, i) => {
        const isNear = i === chosen || near.has(i);
        text.classList.toggle('near', isNear);
        text.classList.toggle('far', isOn && !isNear && !sought.has(i));
      });
    }
    function choose(node) {
      chosen = node;
      near.clear();
      if (node >= 0) for (const tie of nodes[node].ties) near.add(tie.other);
      const edges = new Set(node >= 0 ? nodes[node].ties.map(tie => tie.edge) : []);
      marks.forEach((mark, i) => {
        mark.classList.toggle('chosen', i === node);
        mark.classList.toggle('near', i === node || near.has(i));
      });
      lines.forEach((line, i) => line.classList.toggle('near', edges.has(i)));
      shade();
      placeNames();
      tell(node);
    }

    """#

  /// The box to search in, what is told of a node, and the keys.
  private static let finding = #"""
    function make(tag, words, parent) {
      const element = document.createElement(tag);
      if (words) element.textContent = words;
      parent.append(element);
      return element;
    }
    function tell(node) {
      facts.replaceChildren();
      facts.hidden = node < 0;
      if (node < 0) return;
      const n = nodes[node], close = make('button', '×', facts);
      close.className = 'close';
      close.setAttribute('aria-label', 'Close');
      close.onclick = () => { choose(-1); focus(node); };
      make('h2', n.name, facts);
      make('p', n.kind, facts);
      if (n.facts.length) {
        const list = make('dl', '', facts);
        for (const [label, value] of n.facts) { make('dt', label, list); make('dd', value, list); }
      }
      const list = make('ul', '', facts);
      for (const tie of n.ties) for (const [phrase, rest, isOver] of tie.words) {
        const item = make('li', phrase + ' ', list);
        if (isOver) item.className = 'over';
        make('button', nodes[tie.other].name, item).onclick = () => go(tie.other);
        item.append(rest ? ', ' + rest : '');
      }
    }
    function go(node) { center(node); choose(node); focus(node); }
    function focus(node) {
      marks[current].setAttribute('tabindex', -1);
      marks[node].setAttribute('tabindex', 0);
      current = node;
      marks[node].focus({preventScroll: true});
    }
    marks.forEach((mark, i) => {
      mark.setAttribute('tabindex', i === current ? 0 : -1);
      mark.setAttribute('role', 'button');
      mark.setAttribute('aria-label', `${nodes[i].name}, ${nodes[i].kind}, ${nodes[i].ties.length} ties`);
      mark.addEventListener('focus', () => { if (mark.matches(':focus-visible')) reveal(i); });
    });
    function reveal(node) {
      const box = picture.getBoundingClientRect(), x = nodes[node].x * at.k + at.x, y = nodes[node].y * at.k + at.y;
      if (x < 20 || y < 20 || x > box.width - 20 || y > box.height - 20) center(node);
    }

    const search = byId('search'), hits = byId('hits');
    const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const folded = nodes.map(node => fold(node.name));
    let found = [], active = 0;
    function find() {
      const words = fold(search.value).split(/\s+/).filter(Boolean);
      found = words.length ? graph.order.filter(i => words.every(word => folded[i].includes(word))) : [];
      active = 0;
      marks.forEach(mark => mark.classList.remove('hit'));
      sought.clear();
      for (const i of found) { sought.add(i); marks[i].classList.add('hit'); }
      shade();
      placeNames();
      list(words.length > 0);
    }
    function list(isOpen) {
      hits.replaceChildren();
      hits.hidden = !isOpen;
      search.setAttribute('aria-expanded', isOpen);
      found.slice(0, 30).forEach((i, place) => {
        const item = make('li', nodes[i].name + ' ', hits);
        make('small', nodes[i].kind, item);
        item.id = 'hit' + place;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', place === active);
        item.onclick = () => pick(i);
      });
      if (isOpen && !found.length) make('li', 'nobody of that name', hits);
      if (found.length > 30) make('li', `and ${found.length - 30} more`, hits);
      found.length ? search.setAttribute('aria-activedescendant', 'hit' + active)
        : search.removeAttribute('aria-activedescendant');
    }
    function pick(node) {
      search.value = '';
      find();
      go(node);
    }
    search.addEventListener('input', find);
    search.addEventListener('keydown', event => {
      const last = Math.min(found.length, 30) - 1;
      if (event.key === 'Enter' && found.length) pick(found[active]);
      else if (event.key === 'ArrowDown') active = Math.min(active + 1, last);
      else if (event.key === 'ArrowUp') active = Math.max(active - 1, 0);
      else if (event.key === 'Escape') { search.value = ''; find(); return; }
      else return;
      event.preventDefault();
      if (event.key !== 'Enter') { list(true); byId('hit' + active)?.scrollIntoView({block: 'nearest'}); }
    });

    const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    /** The node that lies nearest in a direction. */
    function next(from, [dx, dy]) {
      let best = from, least = Infinity;
      nodes.forEach((n, i) => {
        const x = n.x - nodes[from].x, y = n.y - nodes[from].y, along = x * dx + y * dy;
        const cost = along + 2 * Math.abs(x * dy - y * dx);
        if (i !== from && along > 0 && cost < least) { best = i; least = cost; }
      });
      return best;
    }
    addEventListener('keydown', event => {
      if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
      const mark = event.target.closest('.node'), way = ways[event.key];
      if (event.key === '/') search.focus();
      else if (event.key === '+' || event.key === '=') zoom(1.4);
      else if (event.key === '-') zoom(1 / 1.4);
      else if (event.key === '0') fit();
      else if (event.key === 'Escape') choose(-1);
      else if (mark && (event.key === 'Enter' || event.key === ' ')) choose(+mark.dataset.n);
      else if (mark && way) focus(next(+mark.dataset.n, way));
      else if (event.target === picture && way) { at.x -= way[0] * 60; at.y -= way[1] * 60; show(); }
      else return;
      event.preventDefault();
    });
    fit();

    """#
}
