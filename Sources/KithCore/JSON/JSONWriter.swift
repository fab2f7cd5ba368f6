/// Writes JSON (RFC 8259) to a sink, without white space.
///
/// Control characters and bidirectional overrides are escaped, so that the text is safe on a terminal.
public struct JSONWriter {
  public let output: OutputSink
  private var needsComma = false

  public init(_ output: OutputSink) { self.output = output }

  public mutating func beginObject() throws { try open("{") }
  public mutating func endObject() throws { try close("}") }
  public mutating func beginArray() throws { try open("[") }
  public mutating func endArray() throws { try close("]") }

  private mutating func open(_ bracket: StaticString) throws {
    try separate()
    try output.write(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: StaticString) throws {
    try output.write(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() throws {
    if needsComma { try output.write(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// `key` needs no escaping.
  public mutating func key(_ key: StaticString) throws {
    try separate()
    try output.write("\"")
    try output.write(key)
    try output.write("\":")
    needsComma = false
  }

  public mutating func string(_ text: String) throws {
    try separate()
    try output.write(UInt8(ascii: "\""))
    var text = text
    try text.withUTF8 { try escape($0) }
    try output.write(UInt8(ascii: "\""))
  }

  public mutating func number(_ number: Int) throws {
    try separate()
    try output.write(number)
  }

  public mutating func bool(_ value: Bool) throws {
    try separate()
    try output.write(value ? "true" : "false")
  }

  public mutating func null() throws {
    try separate()
    try output.write("null")
  }

  public mutating func identifier(_ id: Identifier) throws {
    try separate()
    try output.write(UInt8(ascii: "\""))
    try output.write(id)
    try output.write(UInt8(ascii: "\""))
  }

  /// A whole JSON value that was written before.
  public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try separate()
    try output.write(bytes)
  }

  /// For lines of JSON: ends the line and begins anew.
  public mutating func endLine() throws {
    try output.write(UInt8(ascii: "\n"))
    needsComma = false
  }

  private func escape(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var clean = 0
    var index = 0
    while index < bytes.count {
      guard JSONWriter.isSuspect[Int(bytes[index])], let (scalar, length) = escapable(bytes, at: index) else {
        index += 1
        continue
      }
      try output.write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
      try writeEscaped(scalar)
      index += length
      clean = index
    }
    try output.write(UnsafeBufferPointer(rebasing: bytes[clean...]))
  }

  /// The bytes at which a character that must be escaped can begin.
  private static let isSuspect: [Bool] = (0...255).map { byte in
    byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x7f || byte == 0xc2 || byte == 0xd8 || byte == 0xe2
  }

  private func escapable(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
    let byte = bytes[index]
    func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch byte {
    case 0xc2: return next(1) < 0xa0 ? (UInt32(next(1)), 2) : nil
    case 0xd8: return next(1) == 0x9c ? (0x61c, 2) : nil
    case 0xe2:
      let scalar = 0x2000 | UInt32(next(1) & 0x3f) << 6 | UInt32(next(2) & 0x3f)
      return TerminalText.isBidiControl(scalar) ? (scalar, 3) : nil
    default: return (UInt32(byte), 1)
    }
  }

  private func writeEscaped(_ scalar: UInt32) throws {
    switch scalar {
    case 0x22: try output.write("\\\"")
    case 0x5c: try output.write("\\\\")
    case 0x0a: try output.write("\\n")
    case 0x0d: try output.write("\\r")
    case 0x09: try output.write("\\t")
    default:
      try output.write("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        let nibble = UInt8(scalar >> shift & 0xf)
        try output.write(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
      }
    }
  }
}
