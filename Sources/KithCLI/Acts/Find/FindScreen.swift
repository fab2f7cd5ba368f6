import KithCore
import KithStore

/// What is on the screen while somebody searches: keys go in, lines come out. It knows neither the terminal nor the store.
struct FindScreen {
  private(set) var text: String
  private(set) var hits: [SearchHit] = []
  /// Said above the hits: what they are, if nothing has the words themselves.
  private(set) var note = ""
  private(set) var chosen = 0
  /// The record that was picked, and the act that is chosen for it.
  private(set) var picked: SearchHit?
  private(set) var act = 0
  var columns: Int
  var rows: Int

  /// What is to be done after a key.
  enum Step: Equatable {
    case none, search, leave, interrupt
    case perform(FindAct, Identifier)
  }

  init(text: String = "", columns: Int, rows: Int) {
    self.text = text
    self.columns = columns
    self.rows = rows
  }

  mutating func show(_ hits: [SearchHit], note: String = "") {
    self.hits = hits
    self.note = note
    chosen = 0
  }

  // MARK: Keys

  /// Takes keys in their order. Text that came in one go is searched for once, but before a key that chooses: that is meant
  /// for what the text finds, not for what is still on the screen.
  mutating func press(_ keys: [TerminalKey], search: (inout FindScreen) throws -> Void) rethrows -> Step {
    var isBehind = false
    for key in keys {
      if isBehind, key.isChoosing {
        try search(&self)
        isBehind = false
      }
      switch press(key) {
      case .none: break
      case .search: isBehind = true
      case let step: return step
      }
    }
    return isBehind ? .search : .none
  }

  mutating func press(_ key: TerminalKey) -> Step {
    if key == .interrupt { return .interrupt }
    if key == .endOfInput { return .leave }
    return picked.map { pressAct(key, of: $0) } ?? pressSearch(key)
  }

  private mutating func pressSearch(_ key: TerminalKey) -> Step {
    switch key {
    case .character(let character): return edit { $0.append(character) }
    case .backspace: return edit { _ = $0.popLast() }
    case .deleteLine: return edit { $0 = "" }
    case .deleteWord: return edit { $0 = FindScreen.withoutLastWord($0) }
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(max(0, hits.count - 1), chosen + 1)
    case .pageUp: chosen = max(0, chosen - room)
    case .pageDown: chosen = min(max(0, hits.count - 1), chosen + room)
    case .enter:
      guard hits.indices.contains(chosen) else { return .none }
      (picked, act) = (hits[chosen], 0)
    case .escape, .interrupt, .endOfInput: return .leave
    }
    return .none
  }

  private mutating func edit(_ change: (inout String) -> Void) -> Step {
    let before = text
    change(&text)
    return text == before ? .none : .search
  }

  private static func withoutLastWord(_ text: String) -> String {
    var rest = Substring(text)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    while rest.last?.isWhitespace == false { rest.removeLast() }
    return String(rest)
  }

  private mutating func pressAct(_ key: TerminalKey, of hit: SearchHit) -> Step {
    let acts = FindAct.acts(for: hit.summary.kind)
    switch key {
    case .up, .pageUp: act = max(0, act - 1)
    case .down, .pageDown: act = min(acts.count - 1, act + 1)
    case .enter: return .perform(acts[act], hit.summary.id)
    case .escape, .backspace: picked = nil
    case .character(let character):
      if let act = acts.first(where: { $0.key == character }) { return .perform(act, hit.summary.id) }
    default: break
    }
    return .none
  }

  // MARK: Lines

  /// How many hits fit.
  private var room: Int { max(1, rows - (note.isEmpty ? 3 : 4)) }

  /// The whole screen: never more lines than it has rows, none wider than its columns, nothing in them that could steer it.
  func lines(color: Bool) -> [String] {
    let shown = picked.map { actLines($0) } ?? hitLines()
    let head = [Line("> " + text, isChosen: false, isHead: true)] + (note.isEmpty ? [] : [Line(note)])
    let body = (head + shown + [Line("")]).prefix(max(1, rows - 1)) + [Line(help)]
    return body.prefix(max(1, rows)).map { $0.drawn(columns: columns, color: color) }
  }

  /// Where the cursor stands in the first line, from 0.
  var cursor: Int { min(columns - 1, DisplayWidth.of(shownText) + 2) }

  private var shownText: String { TerminalText.cleaned(text) }

  private var help: String {
    if picked != nil { return "its letter or enter does it, escape goes back" }
    return hits.isEmpty ? "escape leaves" : "\(chosen + 1) of \(hits.count) · enter picks, escape leaves"
  }

  private func hitLines() -> [Line] {
    let first = max(0, min(chosen - room + 1, hits.count - room))
    return hits.indices.dropFirst(first).prefix(room).map { index in
      let hit = hits[index]
      let parts = [hit.summary.name, FindWords.what(hit), FindWords.why(hit)].filter { !$0.isEmpty }
      return Line(parts.joined(separator: " · "), isChosen: index == chosen, isChoice: true)
    }
  }

  private func actLines(_ hit: SearchHit) -> [Line] {
    let parts = [hit.summary.name, FindWords.what(hit)].filter { !$0.isEmpty }
    let acts = FindAct.acts(for: hit.summary.kind)
    return [Line(parts.joined(separator: " · "))]
      + acts.indices.map { Line("\(acts[$0].key)  \(acts[$0].words)", isChosen: $0 == act, isChoice: true) }
  }

  /// A line as it is meant, before it is cut and cleaned.
  private struct Line {
    let text: String
    var isChosen = false
    var isChoice = false
    /// What was typed: its end is what counts.
    var isHead = false

    init(_ text: String, isChosen: Bool = false, isChoice: Bool = false, isHead: Bool = false) {
      self.text = text
      self.isChosen = isChosen
      self.isChoice = isChoice
      self.isHead = isHead
    }

    func drawn(columns: Int, color: Bool) -> String {
      let mark = isChoice ? (isChosen ? "> " : "  ") : ""
      let line = DisplayWidth.fit(mark + TerminalText.cleaned(text), in: columns)
      return isChosen && color ? "\u{1b}[7m" + line + "\u{1b}[0m" : line
    }
  }
}

extension TerminalKey {
  /// Whether what it does depends on what was found.
  fileprivate var isChoosing: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .enter: true
    default: false
    }
  }
}
