import KithCore

/// Text in a form: what a line cannot hold, or an editor could lose, is written as `\u{…}` with its hexadecimal number.
///
/// A text of several lines stays one: the first stands after the key, the others below it, indented by two spaces.
enum FormText {
  /// What stands for a text without a single character, which would otherwise look like a field left blank.
  private static let nothing = "\\u{}"

  static func escaped(_ text: String) -> String {
    if text.isEmpty { return nothing }
    var lines: [String] = []
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(escaped(line: line, isFirst: lines.isEmpty))
    }
    // Blank lines at the end would be taken for space between fields.
    if lines.count > 1, lines[lines.count - 1].isEmpty { lines[lines.count - 1] = nothing }
    return lines.joined(separator: "\n")
  }

  private static func escaped(line: Substring.UnicodeScalarView, isFirst: Bool) -> String {
    var written = String.UnicodeScalarView()
    var index = line.startIndex
    while index < line.endIndex {
      let next = line.index(after: index)
      let isEdge = (isFirst && index == line.startIndex) || next == line.endIndex
      if needsEscape(line[index], before: line[next...], isEdge: isEdge) {
        written += "\\u{\(String(line[index].value, radix: 16))}".unicodeScalars
      } else {
        written.append(line[index])
      }
      index = next
    }
    return String(written)
  }

  private static func needsEscape(
    _ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView, isEdge: Bool
  ) -> Bool {
    switch scalar {
    case "\t", " ": isEdge
    case "\\": rest.starts(with: "u{".unicodeScalars)
    default: TerminalText.isControl(scalar.value)
    }
  }

  /// The text that was written so. What only looks like an escape is left as it is.
  static func unescaped(_ written: String) -> String {
    guard written.utf8.contains(UInt8(ascii: "\\")) else { return written }
    var text = String.UnicodeScalarView()
    var rest = Substring(written).unicodeScalars
    while let first = rest.first {
      if first == "\\", let (scalar, length) = escape(at: rest) {
        if let scalar { text.append(scalar) }
        rest = rest.dropFirst(length)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// The scalar (nil for `\u{}`) and how many scalars its escape takes.
  private static func escape(at text: Substring.UnicodeScalarView) -> (scalar: Unicode.Scalar?, length: Int)? {
    guard text.starts(with: "\\u{".unicodeScalars) else { return nil }
    let digits = text.dropFirst(3).prefix(7).prefix { $0 != "}" }
    guard text.dropFirst(3 + digits.count).first == "}" else { return nil }
    if digits.isEmpty { return (nil, 4) }
    guard let number = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(number) else { return nil }
    return (scalar, 4 + digits.count)
  }
}
