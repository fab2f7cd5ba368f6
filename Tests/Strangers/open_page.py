"""Opens a page that kith drew in Chromium, uses it as a person would, and prints what it saw as JSON.

open_page.py PAGE NAME: searches for NAME. Needs playwright (PyPI) and a Chromium.
"""
import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

page_file, name = sys.argv[1:3]
with sync_playwright() as playwright:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    except Exception:
        sys.exit(3)
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    problems, requests = [], []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(pathlib.Path(page_file).absolute().as_uri())
    page.wait_for_selector(".labels text")

    transform = lambda: page.eval_on_selector("#view", "view => view.getAttribute('transform')")
    settle = lambda: page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    seen = {}
    settle()
    # How far labels reach over each other on the screen, in pixels.
    seen["overlapping"] = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll('.labels text')].filter(text => text.style.display !== 'none')
            .map(text => text.getBoundingClientRect());
          let count = 0;
          boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 2) count++;
          }));
          return count;
        }""")
    seen["labels"] = page.eval_on_selector_all(
        ".labels text", "texts => texts.filter(text => text.style.display !== 'none').length")
    # The canvas of the names' widths, as kith reckoned and as the browser draws them.
    seen["tooWide"] = page.evaluate(
        """() => [...document.querySelectorAll('.labels text')].filter(text => text.style.display !== 'none'
          && text.getComputedTextLength() > nodes[text.dataset.n].width * +text.getAttribute('font-size') * 1.02)
          .map(text => text.textContent)""")

    before = transform()
    page.click("#in")
    settle()
    seen["zoomed"] = transform() != before
    page.click("#fit")
    settle()
    seen["fitted"] = transform() == before
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -400)
    settle()
    wheeled = transform()
    seen["wheeled"] = wheeled != before
    page.mouse.down()
    page.mouse.move(650, 430, steps=4)
    page.mouse.up()
    settle()
    seen["dragged"] = transform() != wheeled

    page.keyboard.press("/")
    page.keyboard.type(name)
    settle()
    seen["hits"] = page.eval_on_selector_all(".node.hit", "marks => marks.length")
    page.keyboard.press("Enter")
    settle()
    seen["chosen"] = page.eval_on_selector_all(".node.chosen", "marks => marks.map(mark => mark.dataset.n)")
    seen["facts"] = page.inner_text("#facts")
    mark = page.eval_on_selector(
        ".node.chosen", "mark => { const box = mark.getBoundingClientRect(); return [box.x, box.y]; }")
    area = page.eval_on_selector(
        "#picture", "picture => { const box = picture.getBoundingClientRect(); return [box.x, box.y, box.right, box.bottom]; }")
    seen["inSight"] = area[0] <= mark[0] <= area[2] and area[1] <= mark[1] <= area[3]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    settle()
    seen["byKey"] = page.eval_on_selector_all(".node.chosen", "marks => marks.length") == 1
    page.keyboard.press("Escape")
    seen["closed"] = page.is_hidden("#facts")
    browser.close()
seen["problems"], seen["requests"] = problems, len(requests)
print(json.dumps(seen))
