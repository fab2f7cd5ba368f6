import KithCore
import KithStore

/// Shows on stdout what an import does, a line for each record.
final class ChangeList {
  private let isShown: Bool
  /// Nil for all, those that stay as they are too.
  private let limit: Int?
  private var shown = 0
  private var more = 0
  private let output = Descriptor.standardOutput.sink()
  private let isTerminal = Invocation.current.terminal.width != nil
  static let screenful = 20

  init(isShown: Bool, limit: Int?) {
    self.isShown = isShown
    self.limit = limit
  }

  func add(_ change: ImportedChange, _ progress: Progress) {
    guard isShown, limit == nil || change.action != .unchanged else { return }
    guard shown < limit ?? .max else {
      more += 1
      return
    }
    shown += 1
    progress.clear()
    write(line(change))
  }

  func finish() {
    if more > 0 { write("and \(more) more; --explain shows all") }
    try? output.flush()
  }

  /// Whoever does not read on shall not keep the import from being done.
  private func write(_ line: String) {
    try? output.write(TerminalText.cleaned(line) + "\n")
    if isTerminal { try? output.flush() }
  }

  private func line(_ change: ImportedChange) -> String {
    let kind = change.kind == .person ? "" : ", \(change.kind)"
    let key = change.key.map { " (known by \($0.phrase))" } ?? ""
    let what = change.what.isEmpty ? "" : ": " + change.what.joined(separator: ", ")
    return change.action.word + change.name + kind + key + what
  }
}

extension ImportedChange.Action {
  /// At the beginning of a line, all of one width.
  fileprivate var word: String {
    switch self {
    case .created: "new        "
    case .changed: "changed    "
    case .unchanged: "unchanged  "
    }
  }
}
