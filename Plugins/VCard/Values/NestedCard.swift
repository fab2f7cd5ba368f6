/// A whole card in one text, as vCard 3.0 has it in AGENT (RFC 2426 §3.5.4).
struct NestedCard {
  /// Without line ends and control characters.
  let lines: [[UInt8]]

  /// Nil unless it begins and ends as one, whatever is nested within: nothing may end the card around it.
  init?(_ value: String) {
    var value = value
    let text = value.withUTF8(ByteText.unescaped)
    lines = text.utf8.split(separator: 0x0a).map { $0.filter { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 } }
      .filter { !$0.isEmpty }
    var depth = 0
    for (index, line) in lines.enumerated() {
      let word = String(decoding: line.prefix(16).filter { $0 > 0x20 }, as: UTF8.self).uppercased()
      if word.hasPrefix("BEGIN:") || word.hasPrefix("BEGIN;") { depth += 1 }
      if word.hasPrefix("END:") || word.hasPrefix("END;") { depth -= 1 }
      guard depth > 0 || depth == 0 && index == lines.count - 1 else { return nil }
    }
    guard depth == 0, lines.count > 1 else { return nil }
  }
}
