import KithCore

/// Writes properties, a line each, folded at 75 octets (RFC 5545 §3.1).
///
/// No value can end its line: line breaks of every sort become `\n`, and control characters U+FFFD. A blank value is a
/// question mark: libical takes none.
struct ContentLines {
  private let output: OutputSink
  /// Octets in the line so far.
  private var column = 0
  private var hasReplaced = false

  init(_ output: OutputSink) { self.output = output }

  private static let longest = 75

  /// A property whose value needs neither escaping nor folding.
  mutating func plain(_ name: StaticString, _ value: String) throws {
    try output.write(name)
    try output.write(":")
    try output.write(value)
    try output.write("\r\n")
  }

  mutating func fixed(_ line: StaticString) throws {
    try output.write(line)
    try output.write("\r\n")
  }

  /// A property of type TEXT (§3.3.11), or a list of them.
  mutating func text(_ name: StaticString, _ values: String...) throws { try texts(name, values) }

  mutating func texts(_ name: StaticString, _ values: [String]) throws {
    try begin(name)
    for (index, value) in values.enumerated() {
      if index > 0 { try put(UInt8(ascii: ",")) }
      try escape(isBlank(value) ? "?" : value)
    }
    try output.write("\r\n")
  }

  /// A property of type URI (§3.3.13): what no URI may hold is percent-encoded, as RFC 3987 §3.1 has it.
  mutating func uri(_ name: StaticString, _ value: String) throws {
    try begin(name)
    for byte in value.utf8 {
      if ContentLines.isAllowedInURI(byte) {
        try put(byte)
      } else {
        try put(UInt8(ascii: "%"))
        try put(ContentLines.digit(byte >> 4))
        try put(ContentLines.digit(byte & 15))
      }
    }
    try output.write("\r\n")
  }

  private static func isAllowedInURI(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: (0x21...0x7e).contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private mutating func isBlank(_ value: String) -> Bool {
    let isBlank = value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if isBlank { hasReplaced = true }
    return isBlank
  }

  /// Whether a control character or blank text was replaced since this was last asked.
  mutating func takeReplaced() -> Bool {
    defer { hasReplaced = false }
    return hasReplaced
  }

  private mutating func begin(_ name: StaticString) throws {
    try output.write(name)
    try output.write(":")
    column = name.utf8CodeUnitCount + 1
  }

  private mutating func escape(_ text: String) throws {
    var wasReturn = false
    for scalar in text.unicodeScalars {
      let isRestOfBreak = wasReturn && scalar == "\n"
      wasReturn = scalar == "\r"
      if !isRestOfBreak { try escape(scalar) }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) throws {
    switch scalar.value {
    case 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029: try pair("n")
    case 0x2c: try pair(",")
    case 0x3b: try pair(";")
    case 0x5c: try pair("\\")
    case 0x00..<0x09, 0x0e..<0x20, 0x7f..<0xa0:
      hasReplaced = true
      try put("\u{fffd}")
    default: try put(scalar)
    }
  }

  /// A backslash and what it escapes stay in one line: some readers unfold after they unescape.
  private mutating func pair(_ escaped: Unicode.Scalar) throws {
    try makeRoom(for: 2)
    try output.write("\\")
    try output.write(UInt8(truncatingIfNeeded: escaped.value))
    column += 2
  }

  private mutating func put(_ scalar: Unicode.Scalar) throws {
    let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    try makeRoom(for: bytes.count)
    for byte in bytes { try output.write(byte) }
    column += bytes.count
  }

  private mutating func put(_ byte: UInt8) throws {
    try makeRoom(for: 1)
    try output.write(byte)
    column += 1
  }

  private mutating func makeRoom(for count: Int) throws {
    guard column + count > ContentLines.longest else { return }
    try output.write("\r\n ")
    column = 1
  }
}
