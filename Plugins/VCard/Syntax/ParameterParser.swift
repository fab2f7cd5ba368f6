import KithCore

/// Splits `TYPE=home,work;PREF=1;X="a;b"` (RFC 6350 §3.3, RFC 6868, and the nameless parameters of vCard 2.1).
struct ParameterParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next parameter that is not empty.
  mutating func next() -> Parameter? {
    while index < bytes.count {
      let start = index
      let end = endOfParameter(from: start)
      index = end + 1
      let part = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if !part.isEmpty { return parameter(part) }
    }
    return nil
  }

  private func endOfParameter(from start: Int) -> Int {
    var isQuoted = false
    var firstQuoted: Int?
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted: return index
      case UInt8(ascii: ";") where firstQuoted == nil: firstQuoted = index
      default: break
      }
    }
    // A quotation mark without its partner is a character like any other.
    return isQuoted ? firstQuoted ?? bytes.count : bytes.count
  }

  private func parameter(_ part: UnsafeBufferPointer<UInt8>) -> Parameter {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")), part[..<equals].allSatisfy({ $0 != 0x22 }) else {
      let values = values(part, splittingQuoted: true)
      return Parameter(name: ParameterParser.name(of: values.first ?? ""), values: values)
    }
    let name = ByteText.string(ASCII.trimmed(UnsafeBufferPointer(rebasing: part[..<equals])))
    let rest = UnsafeBufferPointer(rebasing: part[(equals + 1)...])
    // RFC 6350's own examples have TYPE="work,voice".
    return Parameter(name: name, values: values(rest, splittingQuoted: name.isEqualIgnoringCase("TYPE")))
  }

  /// What a value without a name belongs to.
  private static func name(of value: String) -> String {
    switch value.uppercased() {
    case "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B": "ENCODING"
    case "INLINE", "CONTENT-ID", "CID", "URI", "URL", "TEXT", "BINARY", "DATE", "TIME", "DATE-TIME",
      "DATE-AND-OR-TIME", "TIMESTAMP", "UTC-OFFSET", "LANGUAGE-TAG":
      "VALUE"
    default: "TYPE"
    }
  }

  private func values(_ bytes: UnsafeBufferPointer<UInt8>, splittingQuoted: Bool) -> [String] {
    var values: [String] = []
    var start = 0
    var isQuoted = false
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] == 0x22 { isQuoted.toggle() }
      let isEnd = index == bytes.count || bytes[index] == UInt8(ascii: ",") && (!isQuoted || splittingQuoted)
      if isEnd {
        values.append(value(UnsafeBufferPointer(rebasing: bytes[start..<index])))
        start = index + 1
      }
    }
    return values
  }

  /// Without its quotation marks, and with `^n`, `^'` and `^^` decoded.
  private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = ASCII.trimmed(bytes)
    guard bytes.contains(where: { $0 == 0x22 || $0 == UInt8(ascii: "^") }) else { return ByteText.string(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let following = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (bytes[index], following) {
      case (UInt8(ascii: "^"), UInt8(ascii: "n")): decoded.append(0x0a)
      case (UInt8(ascii: "^"), UInt8(ascii: "'")): decoded.append(0x22)
      case (UInt8(ascii: "^"), UInt8(ascii: "^")): decoded.append(UInt8(ascii: "^"))
      case (0x22, _):
        index += 1
        continue
      default:
        decoded.append(bytes[index])
        index += 1
        continue
      }
      index += 2
    }
    return decoded.withUnsafeBufferPointer(ByteText.string)
  }
}
