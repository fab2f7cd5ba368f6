import KithCore
import KithStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A search while somebody types. The store is opened for each search anew, so that nobody else waits for the typing.
struct FindSession {
  let store: StoreOptions

  /// - Throws: ``CommandError`` where there is no terminal.
  func run(beginningWith text: String) throws {
    try store.read { _ in }
    guard let terminal = RawTerminal() else {
      throw CommandError(
        "there are no words to look for", hint: "kith find ada; without words it needs a terminal", code: .usage)
    }
    let size = terminal.size
    var screen = FindScreen(text: text, columns: size.columns, rows: size.rows)
    let end = try converse(&screen, terminal)
    terminal.leave()
    switch end {
    case .interrupt: raise(SIGINT)
    case .perform(let act, let id): try perform(act, id, screen.picked?.summary.kind ?? .person)
    default: break
    }
  }

  /// Until somebody leaves or has picked something to do.
  private func converse(_ screen: inout FindScreen, _ terminal: RawTerminal) throws -> FindScreen.Step {
    var keys = TerminalKeys()
    var step = FindScreen.Step.search
    while true {
      switch step {
      case .search: try search(&screen)
      case .leave, .interrupt, .perform: return step
      case .none: break
      }
      try draw(screen, terminal)
      step = try next(&screen, &keys, terminal)
    }
  }

  /// Takes what has come so far.
  private func next(
    _ screen: inout FindScreen, _ keys: inout TerminalKeys, _ terminal: RawTerminal
  ) throws -> FindScreen.Step {
    switch terminal.next(within: keys.isWaiting ? 100 : nil) {
    case .end: return .leave
    case .resize:
      (screen.columns, screen.rows) = terminal.size
      return .none
    case .bytes(let bytes):
      return try screen.press(keys.take(bytes, isAll: bytes.isEmpty), search: search)
    }
  }

  private func search(_ screen: inout FindScreen) throws {
    let text = screen.text
    guard !SearchKey.words(text).isEmpty else { return screen.show([]) }
    try store.read { graph in
      let hits = try graph.search(text, limit: 100)
      if !hits.isEmpty { return screen.show(hits) }
      let near = try FoundNothing(text, in: graph).suggestions
      screen.show(near.first?.hits ?? [], note: FindSession.note(near))
    }
  }

  /// Marks hits that are not of what was typed.
  private static func note(_ near: [SearchSuggestion]) -> String {
    guard let first = near.first else { return "nothing has that" }
    let others = near.dropFirst().map { "'\($0.text)'" }.joined(separator: " or ")
    return "nothing has that; these have '\(first.text)'" + (others.isEmpty ? "" : ", or did you mean \(others)?")
  }

  private func draw(_ screen: FindScreen, _ terminal: RawTerminal) throws {
    let lines = screen.lines(color: Invocation.current.terminal.color)
    var text = "\u{1b}[?25l\u{1b}[H"
    text += lines.map { $0 + "\u{1b}[K" }.joined(separator: "\r\n")
    try terminal.draw(text + "\u{1b}[J\u{1b}[1;\(screen.cursor + 1)H\u{1b}[?25h")
  }

  /// Does what was picked by the command of that name.
  private func perform(_ act: FindAct, _ id: Identifier, _ kind: Entity.Kind) throws {
    let options = store.path.map { ["--store", $0] } ?? []
    let arguments = try act.arguments(id, kind, options: options) { question in
      try Descriptor.standardError.say(question)
      return readLine() ?? ""
    }
    guard let arguments else { return try Descriptor.standardOutput.say(id.description) }
    var command = try Kith.parseAsRoot(arguments)
    try command.run()
  }
}
