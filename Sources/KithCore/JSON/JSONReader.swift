#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads one JSON text (RFC 8259) from bytes, pulling value after value; nothing is built that nobody asks for.
public struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var isFirst = false
  private var depth = 0
  private static let deepest = 128
  /// How many members were passed over by ``skipUnknown()``.
  public private(set) var unknownMembers = 0

  /// `bytes` must outlive the reader.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  public enum Token: Sendable { case object, array, string, number, bool, null, end }

  /// Bytes taken so far.
  package var position: Int { index }

  /// What comes next, without taking it.
  public mutating func peek() -> Token {
    skipSpace()
    guard index < bytes.count else { return .end }
    return switch bytes[index] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  public mutating func beginObject() throws { try begin(UInt8(ascii: "{"), "an object") }
  public mutating func beginArray() throws { try begin(UInt8(ascii: "["), "an array") }

  private mutating func begin(_ bracket: UInt8, _ what: String) throws {
    skipSpace()
    guard index < bytes.count, bytes[index] == bracket else { throw expected(what) }
    depth += 1
    guard depth <= JSONReader.deepest else {
      throw JSONError(offset: index, "nested deeper than \(JSONReader.deepest)")
    }
    index += 1
    isFirst = true
  }

  /// The next key of the object begun; nil at its end.
  public mutating func nextKey() throws -> JSONKey? {
    guard try nextMember(UInt8(ascii: "}")) else { return nil }
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw expected("a key") }
    let start = index + 1
    var hasEscapes = false
    index = try JSONStringScan.end(of: bytes, from: start, &hasEscapes)
    let key = JSONKey(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw expected("':'") }
    index += 1
    return key
  }

  /// Whether the array begun has a further element; takes its end if not.
  public mutating func nextElement() throws -> Bool { try nextMember(UInt8(ascii: "]")) }

  private mutating func nextMember(_ bracket: UInt8) throws -> Bool {
    skipSpace()
    guard index < bytes.count else { throw expected("more: the text ends early") }
    if bytes[index] == bracket {
      index += 1
      depth -= 1
      isFirst = false
      return false
    }
    if !isFirst {
      guard bytes[index] == UInt8(ascii: ",") else { throw expected("',' or the end") }
      index += 1
    }
    isFirst = false
    return true
  }

  public mutating func string() throws -> String {
    let (body, hasEscapes) = try stringBody()
    guard hasEscapes else { return String(decoding: body, as: UTF8.self) }
    return try JSONReader.unescape(body, at: index - 1 - body.count)
  }

  /// Hands over the bytes of a string, its escapes resolved, without making a `String` where there are none.
  public mutating func withText<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let (raw, hasEscapes) = try stringBody()
    guard hasEscapes else { return try body(raw) }
    var text = try JSONReader.unescape(raw, at: index - 1 - raw.count)
    return try text.withUTF8(body)
  }

  /// A string that is one of a few known words, as it stands in the text; compare it with `switch`.
  public mutating func word() throws -> JSONKey { JSONKey(bytes: try stringBody().bytes) }

  /// Takes a string; its bytes as they stand between the quotes.
  private mutating func stringBody() throws -> (bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw expected("a string") }
    let start = index + 1
    var hasEscapes = false
    index = try JSONStringScan.end(of: bytes, from: start, &hasEscapes) + 1
    return (UnsafeBufferPointer(rebasing: bytes[start..<index - 1]), hasEscapes)
  }

  public mutating func int() throws -> Int {
    skipSpace()
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let digits = index
    var number = 0
    while index < bytes.count, case 0x30...0x39 = bytes[index], index - digits < 18 {
      number = number * 10 + Int(bytes[index] & 0xf)
      index += 1
    }
    if index == digits || index < bytes.count && JSONReader.isPartOfNumber(bytes[index]) {
      index = start
      throw expected("a whole number of at most 18 digits")
    }
    return digits > start ? -number : number
  }

  public mutating func bool() throws -> Bool {
    switch peek() {
    case .bool:
      let value = bytes[index] == UInt8(ascii: "t")
      try take(value ? "true" : "false")
      return value
    default: throw expected("true or false")
    }
  }

  /// Takes `null` if that is what comes next.
  public mutating func null() throws -> Bool {
    guard peek() == .null else { return false }
    try take("null")
    return true
  }

  public mutating func strings() throws -> [String] {
    var strings: [String] = []
    try self.strings(into: &strings)
    return strings
  }

  /// As ``strings()``, in place of what is in `strings`, whose storage is used again.
  mutating func strings(into strings: inout [String]) throws {
    strings.empty()
    try beginArray()
    while try nextElement() { strings.append(try string()) }
  }

  public mutating func skipValue() throws {
    let outer = depth
    repeat {
      switch peek() {
      case .object: try beginObject()
      case .array: try beginArray()
      case .string: try skipString()
      case .bool: _ = try bool()
      case .null: try take("null")
      case .number: try skipNumber()
      case .end: throw expected("a value")
      }
      try closeFinished(downTo: outer)
    } while depth > outer
  }

  /// After a value inside containers being skipped: takes closing brackets, and the next key or comma.
  private mutating func closeFinished(downTo outer: Int) throws {
    while depth > outer {
      skipSpace()
      guard index < bytes.count else { throw expected("more: the text ends early") }
      let byte = bytes[index]
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        index += 1
        depth -= 1
        isFirst = false
        continue
      }
      if byte == UInt8(ascii: ","), !isFirst { index += 1 }
      isFirst = false
      try skipKeyIfAny()
      return
    }
  }

  private mutating func skipKeyIfAny() throws {
    guard peek() == .string else { return }
    let start = index
    try skipString()
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 } else { index = start }
  }

  private mutating func skipString() throws { _ = try stringBody() }

  /// Passes over the value of a member that nobody knows, and counts it.
  public mutating func skipUnknown() throws {
    unknownMembers += 1
    try skipValue()
  }

  private mutating func skipNumber() throws {
    let start = index
    while index < bytes.count, JSONReader.isPartOfNumber(bytes[index]) { index += 1 }
    if index == start { throw expected("a value") }
  }

  /// Checks that nothing but white space is left.
  public mutating func finish() throws {
    if peek() != .end { throw expected("the end") }
  }

  /// A number as it stands in the text, whatever its size and precision.
  package mutating func numberText() throws -> String {
    skipSpace()
    let start = index
    try skipNumber()
    let text = UnsafeBufferPointer(rebasing: bytes[start..<index])
    guard JSONReader.isNumber(text) else { throw JSONError(offset: start, "expected a number") }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    func digits() -> Int {
      let end = rest.firstIndex { !(0x30...0x39).contains($0) } ?? rest.endIndex
      defer { rest = rest[end...] }
      return end - rest.startIndex
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    guard let mark = rest.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return digits() > 0 && rest.isEmpty
  }

  private mutating func take(_ word: StaticString) throws {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index + offset < bytes.count, bytes[index + offset] == word.utf8Start[offset] else {
        throw expected("a value")
      }
    }
    index += word.utf8CodeUnitCount
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0a, 0x0d: index += 1
      default: return
      }
    }
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private func expected(_ what: String) -> JSONError { JSONError(offset: index, "expected \(what)") }
}

/// A key as it stands in the text; compare it with `switch`.
public struct JSONKey {
  let bytes: UnsafeBufferPointer<UInt8>

  public static func ~= (pattern: StaticString, key: JSONKey) -> Bool {
    guard pattern.utf8CodeUnitCount == key.bytes.count, let bytes = key.bytes.baseAddress else { return false }
    return memcmp(bytes, pattern.utf8Start, key.bytes.count) == 0
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The key with its escapes resolved.
  package func unescaped() throws -> String {
    guard bytes.contains(0x5c) else { return text }
    return try JSONReader.unescape(bytes, at: 0)
  }
}

public struct JSONError: Error, Equatable {
  /// Bytes before the place.
  public let offset: Int
  public let message: String

  public init(offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}
