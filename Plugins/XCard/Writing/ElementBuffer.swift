import KithMarkup

/// A buffer of elements and their text, which knows the escapes of vCard and of XML.
final class ElementBuffer {
  private enum Meaning {
    static let plain: UInt8 = 0
    static let backslash: UInt8 = 1
    static let comma: UInt8 = 2
    static let semicolon: UInt8 = 3
    /// A character that XML may want as a reference or not at all, or the beginning of one.
    static let suspect: UInt8 = 4
  }

  /// What ends a value beside its end.
  enum Stop {
    case nothing, comma, semicolon, either
  }

  /// A longer value is taken in pieces.
  static let longestPiece = 1 << 16
  /// The most that a byte can become: `&#1564;` is two bytes, `&#31;` one.
  private static let growth = 6

  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 18
  private(set) var count = 0
  private let meanings = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// Characters that XML 1.0 cannot hold, and that became U+FFFD.
  private(set) var replaced = 0

  init() {
    bytes = .allocate(capacity: capacity)
    meanings.initialize(repeating: Meaning.plain, count: 256)
    for byte in 0..<0x20 where byte != 0x09 && byte != 0x0a { meanings[byte] = Meaning.suspect }
    for byte in [0x26, 0x3c, 0x3e, 0x7f, 0xc2, 0xd8, 0xe2, 0xef] { meanings[byte] = Meaning.suspect }
    meanings[0x5c] = Meaning.backslash
    meanings[Int(UInt8(ascii: ","))] = Meaning.comma
    meanings[Int(UInt8(ascii: ";"))] = Meaning.semicolon
  }

  deinit {
    bytes.deallocate()
    meanings.deallocate()
  }

  func removeAll() { count = 0 }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: bytes, count: count))
  }

  @inline(__always)
  private func reserve(_ size: Int) {
    if capacity - count < size { grow(by: size) }
  }

  private func grow(by size: Int) {
    let grown = max(capacity * 2, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    (bytes, capacity) = (larger, grown)
  }

  @inline(__always)
  func put(_ text: StaticString) { put(text.utf8Start, text.utf8CodeUnitCount) }

  @inline(__always)
  func put(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, $0.count) } }
  }

  @inline(__always)
  private func put(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (bytes + count).update(from: start, count: length)
    count += length
  }

  func put(text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  /// Markup: a name of an element.
  func put(name: String) {
    var name = name
    name.withUTF8 { if let base = $0.baseAddress { put(base, $0.count) } }
  }

  /// A text as it stands.
  func put(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count { index = copy(text, from: index, upTo: .nothing, decoding: false) }
  }

  /// Copies a value as text from `start` on, in pieces that end between characters.
  /// - Parameter decoding: takes the escapes of vCard out (RFC 6350 §3.4).
  /// - Returns: where it stopped: at an unescaped separator, at the end, or after a piece.
  func copy(_ value: UnsafeBufferPointer<UInt8>, from start: Int, upTo stop: Stop, decoding: Bool) -> Int {
    guard let source = value.baseAddress, start < value.count else { return start }
    var end = min(value.count, start + ElementBuffer.longestPiece)
    while end < value.count, source[end] & 0xc0 == 0x80 { end += 1 }
    reserve((end - start + 2) * ElementBuffer.growth)
    var target = bytes + count
    var index = start
    var run = start
    scan: while index < end {
      let meaning = meanings[Int(source[index])]
      if meaning == Meaning.plain {
        index += 1
        continue
      }
      var length = 1
      switch meaning {
      case Meaning.comma:
        if stop == .comma || stop == .either { break scan }
        index += 1
        continue
      case Meaning.semicolon:
        if stop == .semicolon || stop == .either { break scan }
        index += 1
        continue
      default: break
      }
      target.update(from: source + run, count: index - run)
      target += index - run
      if meaning == Meaning.backslash {
        length = decoding ? ElementBuffer.decode(value, at: index, into: &target) : ElementBuffer.keep(0x5c, &target)
      } else {
        length = writeSuspect(value, at: index, into: &target)
      }
      index += length
      run = index
    }
    target.update(from: source + run, count: index - run)
    target += index - run
    count = UnsafePointer(target) - UnsafePointer(bytes)
    return index
  }

  private static func keep(_ byte: UInt8, _ target: inout UnsafeMutablePointer<UInt8>) -> Int {
    target[0] = byte
    target += 1
    return 1
  }

  /// A backslash before what it does not escape is a backslash.
  private static func decode(
    _ value: UnsafeBufferPointer<UInt8>, at index: Int, into target: inout UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch index + 1 < value.count ? value[index + 1] : 0 {
    case UInt8(ascii: "n"), UInt8(ascii: "N"): target[0] = 0x0a
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x5c: target[0] = value[index + 1]
    default: return keep(0x5c, &target)
    }
    target += 1
    return 2
  }

  private func writeSuspect(
    _ value: UnsafeBufferPointer<UInt8>, at index: Int, into target: inout UnsafeMutablePointer<UInt8>
  ) -> Int {
    func put(_ text: StaticString) {
      target.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
      target += text.utf8CodeUnitCount
    }
    func next(_ offset: Int) -> UInt8 { index + offset < value.count ? value[index + offset] : 0 }
    switch value[index] {
    case 0x26: put("&amp;")
    case 0x3c: put("&lt;")
    case 0x3e: put("&gt;")
    case 0..<0x0d, 0x0e..<0x20:
      replaced += 1
      put("\u{fffd}")
    case 0xef where next(1) == 0xbf && next(2) >= 0xbe:
      replaced += 1
      put("\u{fffd}")
      return 3
    default:
      let (reference, length) = XMLText.reference(value, at: index)
      if let reference {
        put("&#")
        for byte in String(reference).utf8 { _ = ElementBuffer.keep(byte, &target) }
        put(";")
        return length
      }
      // Of a longer character only the first byte: the others stand for themselves.
      return ElementBuffer.keep(value[index], &target)
    }
    return 1
  }
}
