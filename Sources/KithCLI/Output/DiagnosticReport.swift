import KithCore

/// Says on stderr what a format lost or could not read: a line for each sort, or each one with the name of its record.
///
/// Explanations are written as they come, so that a million of them take no memory.
final class DiagnosticReport {
  private(set) lazy var log = DiagnosticLog(observer: isExplained ? { [unowned self] in take($0) } : nil)
  private let isExplained: Bool
  private let output = Descriptor.standardError.sink()
  /// The name of a record of the graph.
  private let nameOf: (Identifier) -> String?
  /// Of a record whose name is not known yet, in an import.
  private var held: [Diagnostic] = []
  private static let mostHeld = 100
  private let holdsForRecords: Bool
  private var latest: (id: Identifier, name: String?)?

  /// - Parameter holdsForRecords: whether what an importer says of a record comes before the record.
  init(explaining: Bool, holdsForRecords: Bool = false, nameOf: @escaping (Identifier) -> String? = { _ in nil }) {
    isExplained = explaining
    self.holdsForRecords = holdsForRecords
    self.nameOf = nameOf
  }

  /// A record was read: what was said before is about it.
  func begin(_ entity: Entity) {
    guard isExplained else { return }
    for diagnostic in held {
      let isAbout = diagnostic.record.map { $0 == entity.id } ?? true
      write(diagnostic, name: isAbout ? entity.name : nil)
    }
    held = []
  }

  private func take(_ diagnostic: Diagnostic) {
    if holdsForRecords, diagnostic.kind != .skipped, held.count < DiagnosticReport.mostHeld {
      held.append(diagnostic)
      return
    }
    release()
    write(diagnostic, name: diagnostic.record.flatMap(name))
  }

  private func release() {
    for diagnostic in held { write(diagnostic, name: diagnostic.record.flatMap(name)) }
    held = []
  }

  private func name(of id: Identifier) -> String? {
    if let latest, latest.id == id { return latest.name }
    let name = nameOf(id)
    latest = (id, name)
    return name
  }

  private func write(_ diagnostic: Diagnostic, name: String?) {
    let place = [name, diagnostic.line.map { "line \($0)" }].compactMap { $0 }.joined(separator: ", ")
    let count = diagnostic.count > 1 ? " (\(diagnostic.count))" : ""
    let words = (place.isEmpty ? "" : place + ": ") + diagnostic.message + count
    try? output.write("\(diagnostic.kind.word)\(TerminalText.cleaned(words))\n")
  }

  /// `what` is the file or the format that it is about; `kinds` nil is all of them.
  func write(about what: String, only kinds: Set<Diagnostic.Kind>? = nil) throws {
    release()
    try output.flush()
    guard !isExplained else { return }
    for group in log.groups where kinds?.contains(group.first.kind) ?? true {
      let lines = group.lines.map(String.init).joined(separator: ", ")
      let more = group.count > group.lines.count ? ", …" : ""
      let place = group.lines.isEmpty ? "" : ", line \(lines)\(more)"
      try Descriptor.standardError.say(
        TerminalText.cleaned("\(what): \(group.first.message) (\(group.count)\(place))"))
    }
  }
}

extension Diagnostic.Kind {
  /// At the beginning of a line, all of one width.
  fileprivate var word: String {
    switch self {
    case .loss: "lost      "
    case .withheld: "withheld  "
    case .warning: "warning   "
    case .skipped: "skipped   "
    }
  }
}
