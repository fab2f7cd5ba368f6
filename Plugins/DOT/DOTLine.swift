import KithCore

/// Writes a statement with its attributes, all of them quoted.
///
/// Within quotation marks DOT knows one escape, `\"`; what is shown knows more (`\n`, `\N`, `\\`), and `&name;` besides.
/// A backslash is therefore written twice, a line break as `\n`, and in labels an ampersand that begins such a name as
/// `&amp;`. Control characters become U+FFFD. Graphviz reads at most 16,384 bytes between quotation marks, and any number of
/// such pieces with `+` between them.
struct DOTLine {
  /// Each of its bytes may become five.
  private static let longestPiece = 3000
  private let output: OutputSink
  private var hasAttributes = false
  private var hasReplaced = false
  private var hasJoined = false

  init(_ output: OutputSink) { self.output = output }

  mutating func begin(_ node: Identifier) throws {
    try output.write("  \"")
    try output.write(node)
    try output.write("\"")
    hasAttributes = false
  }

  mutating func begin(_ tail: Identifier, _ head: Identifier) throws {
    try begin(tail)
    try output.write(" -> \"")
    try output.write(head)
    try output.write("\"")
  }

  func end() throws {
    if hasAttributes { try output.write("]") }
    try output.write("\n")
  }

  /// A value that needs no escaping.
  mutating func word(_ name: StaticString, _ value: String) throws {
    try start(name)
    try output.write(value)
    try output.write("\"")
  }

  mutating func text(_ name: StaticString, _ value: String?) throws {
    guard let value else { return }
    try start(name)
    try escape(value, inLabel: false)
    try output.write("\"")
  }

  mutating func label(_ value: String) throws {
    try start("label")
    try escape(value, inLabel: true)
    try output.write("\"")
  }

  mutating func list(_ name: StaticString, _ values: [String]) throws {
    guard !values.isEmpty else { return }
    if values.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) { hasJoined = true }
    try text(name, values.joined(separator: ", "))
  }

  /// Whether a control character was replaced since this was last asked.
  mutating func takeReplaced() -> Bool {
    defer { hasReplaced = false }
    return hasReplaced
  }

  /// Whether a value of a list has the comma that stands between values.
  mutating func takeJoined() -> Bool {
    defer { hasJoined = false }
    return hasJoined
  }

  private mutating func start(_ name: StaticString) throws {
    try output.write(hasAttributes ? ", " : " [")
    try output.write(name)
    try output.write("=\"")
    hasAttributes = true
  }

  private mutating func escape(_ text: String, inLabel: Bool) throws {
    let bytes = Array(text.utf8)
    var index = 0
    var piece = 0
    while index < bytes.count {
      if index - piece > DOTLine.longestPiece, bytes[index] & 0xc0 != 0x80 {
        try output.write("\" + \"")
        piece = index
      }
      index += try escape(bytes, at: index, inLabel: inLabel)
    }
  }

  /// Returns how many bytes it took.
  private mutating func escape(_ bytes: [UInt8], at index: Int, inLabel: Bool) throws -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): try output.write("\\\\")
    case UInt8(ascii: "\""): try output.write("\\\"")
    case UInt8(ascii: "&") where inLabel && DOTLine.beginsName(bytes, at: index): try output.write("&amp;")
    case 0x0d where next(1) == 0x0a: return 1
    case 0x0a, 0x0d: try output.write("\\n")
    case 0x09: try output.write(byte)
    case 0..<0x20, 0x7f: try replace()
    case 0xc2 where next(1) < 0xa0:
      try replace()
      return 2
    default: try output.write(byte)
    }
    return 1
  }

  private mutating func replace() throws {
    hasReplaced = true
    try output.write("\u{fffd}")
  }

  /// Whether `&` there is the beginning of something like `&lt;` or `&#10;`.
  private static func beginsName(_ bytes: [UInt8], at index: Int) -> Bool {
    for byte in bytes[(index + 1)...].prefix(12) {
      switch byte {
      case UInt8(ascii: ";"): return true
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5a, 0x61...0x7a: continue
      default: return false
      }
    }
    return false
  }
}
