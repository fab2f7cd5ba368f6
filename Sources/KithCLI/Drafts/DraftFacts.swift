import KithCore

/// What is known for a draft: each fact one line of text, never empty.
struct DraftFacts: Equatable {
  private(set) var values: [DraftFact: String] = [:]

  subscript(_ fact: DraftFact) -> String? {
    get { values[fact] }
    set {
      let line = newValue.map(DraftFacts.line) ?? ""
      values[fact] = line.isEmpty ? nil : line
    }
  }

  /// One line, without control characters, and without what would read as a placeholder.
  static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let last = line.last
      if scalar.properties.isWhitespace || scalar.value == 0x0b || scalar.value == 0x0c {
        if let last, last != " " { line.append(" ") }
      } else if TerminalText.isControl(scalar.value) || scalar.properties.isNoncharacterCodePoint {
        continue
      } else if (scalar == "{" || scalar == "}") && last == scalar {
        continue
      } else {
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}
