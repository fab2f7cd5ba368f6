import KithCore

/// A record as a person reads it: labels on the left, values on the right, wrapped to the terminal.
struct Card {
  private var rows: [(label: String, value: String)] = []
  private let heading: String
  private let terminal: Terminal
  private static let widestLabel = 18
  private static let narrowestValue = 20

  init(_ heading: String, terminal: Terminal) {
    self.heading = heading
    self.terminal = terminal
  }

  /// A value of several lines keeps them. Nothing is added for an empty one.
  mutating func add(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    rows.append((TerminalText.cleaned(label), value))
  }

  mutating func add(_ label: String, _ values: [String]) {
    for value in values { add(label, value) }
  }

  func write(to output: OutputSink) throws {
    try output.write(styled("1", DisplayWidth.fit(TerminalText.cleaned(heading), in: terminal.width ?? .max)) + "\n")
    let column = min(rows.map { DisplayWidth.of($0.label) }.max() ?? 0, Card.widestLabel)
    var last: String?
    for row in rows {
      try write(row.value, labelled: row.label == last ? "" : row.label, column, output)
      last = row.label
    }
  }

  private func write(_ value: String, labelled label: String, _ column: Int, _ output: OutputSink) throws {
    let indent = 2 + column + 2
    let width = terminal.width.map { max($0 - indent, Card.narrowestValue) }
    var lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      TextWrapping.lines(of: TerminalText.cleaned(String($0)), width: width)
    }
    if DisplayWidth.of(label) > column { lines.insert("", at: 0) }
    for (index, line) in lines.enumerated() {
      let left = DisplayWidth.pad(index == 0 ? label : "", to: column)
      var text = "  " + (index == 0 ? styled("2", left) : left) + "  " + line
      while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
      try output.write(text + "\n")
    }
  }

  private func styled(_ code: String, _ text: String) -> String {
    terminal.color && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
