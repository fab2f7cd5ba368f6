import KithCore

/// A name as typed: trimmed, in one line, never empty.
enum NameArgument {
  static func checked(_ text: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isVisible = words.unicodeScalars.contains {
      $0.properties.generalCategory != .format && !$0.properties.isWhitespace
    }
    guard isVisible else { throw CommandError("a name is empty", code: .usage) }
    if words.unicodeScalars.contains(where: { TerminalText.isControl($0.value) }) {
      throw CommandError("a name holds a control character", hint: "type it without", code: .usage)
    }
    return words
  }
}
