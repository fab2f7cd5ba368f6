/// The identity of an entity, an interaction or an application: a 128-bit UUID (RFC 9562).
///
/// Identifiers compare by value, so `urn:uuid:…`, upper and lower case are the same identity.
public struct Identifier: Hashable, Sendable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The UUID that `text` spells, bare or as `urn:uuid:`, in either case; nil if it spells none.
  public init?(uuid text: String) {
    var text = text
    let parsed = text.withUTF8 { Identifier(utf8: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// The identity behind a foreign UID: the UUID it spells, or else the name-based UUID of its text (RFC 9562 §5.5).
  ///
  /// The same UID gives the same identity on every machine, so that a file read twice names the same records.
  public init(uid: String) {
    self = Identifier(uuid: uid) ?? Identifier(name: uid)
  }

  /// The name-based UUID, version 5, of `name` in kith's namespace.
  public init(name: String) {
    self.init(contentOf: Array("kith-uid-namespa".utf8) + Array(name.utf8))
  }

  /// The same of any bytes, in no namespace: to tell whether two contents are one.
  package init(contentOf bytes: [UInt8]) {
    let digest = SHA1.digest(bytes)
    self.init(
      high: digest.high & 0xffff_ffff_ffff_0fff | 0x5000,
      low: digest.low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }

  /// The bits of a UUID are well spread already: one word of it is enough.
  public func hash(into hasher: inout Hasher) { hasher.combine(low) }

  public static func < (left: Identifier, right: Identifier) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// As ``init(uuid:)``, from the bytes of the text.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let parsed = Identifier.parse(bytes) else { return nil }
    self = parsed
  }

  /// Reads 32 hexadecimal digits with hyphens anywhere between them, after an optional `urn:uuid:`.
  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Identifier? {
    if bytes.count == textLength, let usual = parseUsual(UnsafeRawBufferPointer(bytes)) { return usual }
    return parseAny(bytes)
  }

  /// The form with hyphens after 8, 12, 16 and 20 digits, eight digits at a time.
  private static func parseUsual(_ bytes: UnsafeRawBufferPointer) -> Identifier? {
    func four(_ offset: Int) -> UInt64 {
      UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard bytes[8] == 0x2d, bytes[13] == 0x2d, bytes[18] == 0x2d, bytes[23] == 0x2d,
      let first = HexDigits.value(four(0) << 32 | four(4)), let second = HexDigits.value(four(9) << 32 | four(14)),
      let third = HexDigits.value(four(19) << 32 | four(24)), let fourth = HexDigits.value(four(28) << 32 | four(32))
    else { return nil }
    return Identifier(high: first << 32 | second, low: third << 32 | fourth)
  }

  private static func parseAny(_ bytes: UnsafeBufferPointer<UInt8>) -> Identifier? {
    var index = 0
    if bytes.count > 9, hasURNPrefix(bytes) { index = 9 }
    guard bytes.count - index == 36 || bytes.count - index == 32 else { return nil }
    var words: (high: UInt64, low: UInt64) = (0, 0)
    var digits = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "-") { continue }
      guard digits < 32, let value = hexValue(byte) else { return nil }
      if digits < 16 { words.high = words.high << 4 | value } else { words.low = words.low << 4 | value }
      digits += 1
    }
    return digits == 32 ? Identifier(high: words.high, low: words.low) : nil
  }

  private static func hasURNPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    for expected in "urn:uuid:".utf8 {
      guard bytes[index] | 0x20 == expected || bytes[index] == expected else { return false }
      index += 1
    }
    return true
  }

  /// The value of a hexadecimal digit in either case.
  static func hexValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x37)
    case 0x61...0x66: UInt64(byte - 0x57)
    default: nil
    }
  }
}

extension Identifier: CustomStringConvertible {
  public static let textLength = 36

  /// The 36-character form, lower case, without `urn:uuid:`.
  public var description: String {
    String(unsafeUninitializedCapacity: Identifier.textLength) { write(to: $0.baseAddress!) }
  }

  /// Writes the 36 ASCII characters of the text form; returns 36.
  @discardableResult
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    let raw = UnsafeMutableRawPointer(target)
    func put(_ digits: UInt64, _ first: Int, _ second: Int) {
      raw.storeBytes(of: UInt32(truncatingIfNeeded: digits >> 32).bigEndian, toByteOffset: first, as: UInt32.self)
      raw.storeBytes(of: UInt32(truncatingIfNeeded: digits).bigEndian, toByteOffset: second, as: UInt32.self)
    }
    put(HexDigits.digits(of: high >> 32), 0, 4)
    put(HexDigits.digits(of: high & 0xffff_ffff), 9, 14)
    put(HexDigits.digits(of: low >> 32), 19, 24)
    put(HexDigits.digits(of: low & 0xffff_ffff), 28, 32)
    target[8] = UInt8(ascii: "-")
    target[13] = UInt8(ascii: "-")
    target[18] = UInt8(ascii: "-")
    target[23] = UInt8(ascii: "-")
    return Identifier.textLength
  }
}
