/// Text in lines of at most 76 ASCII characters (RFC 2045 §6.7).
enum QuotedPrintable {
  private static let widest = 76
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// `text` has line feeds; what comes back has CRLF.
  static func encode(_ text: String) -> [UInt8] {
    var encoded: [UInt8] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !encoded.isEmpty || line.startIndex != text.utf8.startIndex { encoded += [0x0d, 0x0a] }
      append(Array(line), to: &encoded)
    }
    return encoded
  }

  private static func append(_ line: [UInt8], to encoded: inout [UInt8]) {
    var width = 0
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let unit = isLiteral(byte, at: index, in: line) ? [byte] : escape(byte)
      // The last unit of a line needs no room for a "=" after it.
      if width + unit.count > (isLast ? widest : widest - 1) {
        encoded += [UInt8(ascii: "="), 0x0d, 0x0a]
        width = 0
      }
      encoded += unit
      width += unit.count
    }
  }

  private static func isLiteral(_ byte: UInt8, at index: Int, in line: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: "="): false
    case 0x20, 0x09: index < line.count - 1
    // Mailboxes and transports give these a meaning at the beginning of a line.
    case UInt8(ascii: "."), UInt8(ascii: "F"), UInt8(ascii: "-"): index > 0
    default: (0x21...0x7e).contains(byte)
    }
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
