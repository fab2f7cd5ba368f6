/// Text without the white space of ASCII at its ends.
enum TrimmedText {
  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else { return text }
    let inner = text.utf8.drop(while: isSpace)
    guard let end = inner.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(text[inner.startIndex...end])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
