import KithCore

/// Brackets and tags opened 10,000 times, alone and within a file, are answered without running out of stack.
enum NestingCheck: ImporterCheck {
  static let name = "nesting"
  private static let depth = 10_000

  private static let openings = [
    "[", "{", "{\"a\":", "[{\"emails\":", "<a>", "<people>", "(", "\"", "BEGIN:VCARD\r\n", "\\", "=", "&#x26;", "a.",
  ]

  static func messages(on trial: ImporterTrial) -> [String] {
    openings.flatMap { opening -> [String] in
      let nested = Array(String(repeating: opening, count: depth).utf8)
      let what = "'\(TerminalText.cleaned(opening))' \(depth) times"
      let inside = trial.files.map { file -> [UInt8] in
        let place = insertion(in: file)
        return Array(file[..<place] + nested + file[place...])
      }
      return [trial.complaint(about: nested, what)].compactMap { $0 }
        + inside.compactMap { trial.complaint(about: $0, "\(what) within a file") }
    }
  }

  /// The beginning of the line in the middle.
  private static func insertion(in file: [UInt8]) -> Int {
    let half = file.count / 2
    return file[half...].firstIndex(of: 0x0a).map { $0 + 1 } ?? half
  }
}
