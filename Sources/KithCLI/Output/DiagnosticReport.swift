import KithCore

/// Says on stderr what a format lost or could not read: a line for each sort, or every one with `--verbose`.
struct DiagnosticReport {
  let log: DiagnosticLog
  private let isVerbose: Bool

  init(verbose: Bool) {
    isVerbose = verbose
    log = DiagnosticLog(observer: verbose ? { try? Descriptor.standardError.say(DiagnosticReport.line($0)) } : nil)
  }

  /// `what` is the file or the format that it is about.
  func write(about what: String) throws {
    guard !isVerbose else { return }
    for group in log.groups {
      let lines = group.lines.map(String.init).joined(separator: ", ")
      let more = group.count > group.lines.count ? ", …" : ""
      let place = group.lines.isEmpty ? "" : ", line \(lines)\(more)"
      try Descriptor.standardError.say(
        TerminalText.cleaned("\(what): \(group.first.message) (\(group.count)\(place))"))
    }
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.line.map { "line \($0): " } ?? ""
    let count = diagnostic.count > 1 ? " (\(diagnostic.count))" : ""
    return TerminalText.cleaned("\(diagnostic.kind): \(place)\(diagnostic.message)\(count)")
  }
}
