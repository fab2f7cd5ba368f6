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
    let length = key.utf8CodeUnitCount
    let target = try output.reserve(length + 4)
    var count = 0
    if needsComma { count = JSONWriter.put(UInt8(ascii: ","), target, count) }
    count = JSONWriter.put(UInt8(ascii: "\""), target, count)
    (target + count).update(from: key.utf8Start, count: length)
    count = JSONWriter.put(UInt8(ascii: "\""), target, count + length)
    count = JSONWriter.put(UInt8(ascii: ":"), target, count)
    output.advance(by: count)
    needsComma = false
  }

  @inline(__always)
  private static func put(_ byte: UInt8, _ target: UnsafeMutablePointer<UInt8>, _ position: Int) -> Int {
    target[position] = byte
    return position + 1
  }

  /// A string that needs no escaping, at most `limit` bytes long, put where `write` is told; it returns how many.
  private mutating func plain(limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) throws {
    let target = try output.reserve(limit + 3)
    var count = needsComma ? JSONWriter.put(UInt8(ascii: ","), target, 0) : 0
    count = JSONWriter.put(UInt8(ascii: "\""), target, count)
    count += write(target + count)
    count = JSONWriter.put(UInt8(ascii: "\""), target, count)
    output.advance(by: count)
    needsComma = true
  }

  public mutating func identifier(_ id: Identifier) throws {
    try plain(limit: Identifier.textLength) { id.write(to: $0) }
  }

  public mutating func date(_ date: PartialDate) throws {
    try plain(limit: PartialDate.longestText) { date.write(to: $0) }
  }

  public mutating func timestamp(_ moment: Timestamp) throws {
    try plain(limit: Timestamp.textLength) { moment.write(to: $0) }
  }

  /// A word that needs no escaping.
  public mutating func word(_ word: StaticString) throws {
    try plain(limit: word.utf8CodeUnitCount) { target in
      target.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
      return word.utf8CodeUnitCount
    }
  }

  public mutating func string(_ text: String) throws {
    try separate()
    try output.write(UInt8(ascii: "\""))
    var text = text
    try text.withUTF8 { try escape($0) }
    try output.write(UInt8(ascii: "\""))
  }

  /// A key that may hold anything.
  package mutating func key(text: String) throws {
    try string(text)
    try output.write(UInt8(ascii: ":"))
    needsComma = false
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
    while true {
      index = JSONWriter.suspect(bytes, from: index)
      guard index < bytes.count else { break }
      guard let (scalar, length) = escapable(bytes, at: index) else {
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

  /// The next position at which a character that must be escaped can begin, or the end.
  private static func suspect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index < raw.count {
      if index + 8 <= raw.count {
        let found = notPlain(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += found == 0 ? 8 : found.trailingZeroBitCount >> 3
        if found == 0 { continue }
      }
      if isSuspect(raw[index]) { return index }
      index += 1
    }
    return index
  }

  /// The lowest bit set marks the first of the eight bytes that is not printable ASCII or needs an escape; 0 for none.
  @inline(__always)
  private static func notPlain(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5c)
    let found = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | (word &- ones &* 0x20)
    return (found | (word &+ ones) | word) & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5c, 0x7f, 0xc2, 0xd8, 0xe2: true
    default: false
    }
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
