/// Values of content lines: escaped as RFC 6350 §3.4 says.
enum EscapedText {
  private static let backslash = UInt8(ascii: "\\")

  static func unescaped(_ raw: String) -> String {
    guard raw.utf8.contains(backslash) else { return raw }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in raw.utf8 {
      if isEscaped {
        bytes.append(byte | 0x20 == UInt8(ascii: "n") ? 0x0a : byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    if isEscaped { bytes.append(backslash) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 6350 §6.3.1 writes the line ends of LABEL as `\n`, which RFC 6868 did away with.
  static func withLineEnds(_ text: String) -> String {
    guard text.utf8.contains(backslash) else { return text }
    return text.replacing("\\n", with: "\n").replacing("\\N", with: "\n")
  }

  static func escaped(_ text: String) -> String {
    escaped(text, only: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x0a, 0x0d])
  }

  /// A URI: nothing is escaped in it but what would end the line or be taken for an escape.
  static func escapedURI(_ text: String) -> String { escaped(text, only: [0x0a, 0x0d]) }

  /// - Parameter marks: what is escaped besides the backslash.
  static func escaped(_ text: String, only marks: [UInt8]) -> String {
    guard text.utf8.contains(where: { $0 == backslash || marks.contains($0) }) else { return text }
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0a where previous == 0x0d && marks.contains(byte): break
      case 0x0a where marks.contains(byte), 0x0d where marks.contains(byte): bytes += [backslash, UInt8(ascii: "n")]
      default:
        if byte == backslash || marks.contains(byte) { bytes.append(backslash) }
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The raw parts between separators that are not escaped.
  static func split(_ raw: String, at separator: UInt8) -> [String] {
    guard raw.utf8.contains(separator) else { return [raw] }
    var parts: [String] = []
    var start = raw.utf8.startIndex
    var isEscaped = false
    for index in raw.utf8.indices {
      let byte = raw.utf8[index]
      if byte == separator, !isEscaped {
        parts.append(String(raw.utf8[start..<index]) ?? "")
        start = raw.utf8.index(after: index)
      }
      isEscaped = byte == backslash && !isEscaped
    }
    parts.append(String(raw.utf8[start...]) ?? "")
    return parts
  }

  /// The texts of a list; none for an empty value.
  static func list(_ raw: String) -> [String] {
    raw.isEmpty ? [] : split(raw, at: UInt8(ascii: ",")).map(unescaped)
  }

  static func joined(_ texts: some Sequence<String>) -> String { texts.map(escaped).joined(separator: ",") }

  /// The parts of a structured value, each a list.
  static func structure(_ raw: String) -> [[String]] { split(raw, at: UInt8(ascii: ";")).map(list) }

  static func joined(structure: some Sequence<[String]>) -> String {
    structure.map { joined($0) }.joined(separator: ";")
  }

  /// Whether a text begins like a URI (RFC 3986 §3.1).
  static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
      (0x61...0x7a).contains(first | 0x20)
    else { return false }
    return text.utf8[..<colon].allSatisfy { byte in
      (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}
