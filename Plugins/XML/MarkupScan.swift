#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks over the bytes on their way to libxml2, and stops what it must never see: a tag over 64 kB (its attributes cost
/// quadratic time), a document type declaration, NUL.
struct MarkupScan {
  private enum State {
    case text, tag
    case quoted(UInt8)
    case comment, instruction, cdata
  }

  private static let longestTag = 64 << 10
  private var state = State.text
  /// Bytes of the tag so far.
  private var tagLength = 0
  /// What the tag begins with, and the last bytes of a comment, instruction or CDATA section, as a number.
  private var recent: UInt64 = 0
  /// The line that the next bytes begin on.
  private var line = 1

  /// What is wrong, and on which line.
  struct Refusal: Error {
    let line: Int
    let message: String
  }

  /// - Throws: ``Refusal``
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let base = bytes.baseAddress else { return }
    if let nul = memchr(base, 0, bytes.count) {
      throw refusal("a NUL byte: expected UTF-8", bytes, before: UnsafeRawPointer(nul) - UnsafeRawPointer(base))
    }
    var index = 0
    while index < bytes.count {
      switch state {
      case .text:
        guard let found = memchr(base + index, 0x3c, bytes.count - index) else {
          index = bytes.count
          continue
        }
        index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        (state, tagLength, recent) = (.tag, 1, 0)
        continue
      case .tag where tagLength > 8:
        let start = index
        while index < bytes.count, !MarkupScan.hasMeaning(bytes[index]) { index += 1 }
        tagLength += index - start
        if index == bytes.count { continue }
      default: break
      }
      if let message = step(bytes[index]) { throw refusal(message, bytes, before: index) }
      index += 1
    }
    line += MarkupScan.lineEnds(bytes, before: bytes.count)
  }

  /// Whether the byte ends a tag, or begins a quoted value in it.
  @inline(__always)
  private static func hasMeaning(_ byte: UInt8) -> Bool { byte == 0x3e || byte == 0x22 || byte == 0x27 }

  /// Takes a byte within markup; says what is wrong with it.
  private mutating func step(_ byte: UInt8) -> String? {
    switch state {
    case .text: return nil
    case .quoted(let quote):
      if byte == quote { state = .tag }
      return longer()
    case .tag: return stepInTag(byte)
    case .comment: leave(at: byte, ending: 0x2d2d3e, length: 0xff_ffff)
    case .instruction: leave(at: byte, ending: 0x3f3e, length: 0xffff)
    case .cdata: leave(at: byte, ending: 0x5d5d3e, length: 0xff_ffff)
    }
    return nil
  }

  private mutating func stepInTag(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: ">"): state = .text
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(byte)
    case UInt8(ascii: "?") where tagLength == 1: enter(.instruction)
    default:
      if tagLength <= 8 { return stepInOpening(byte) }
    }
    return longer()
  }

  /// The first bytes of a tag tell a comment `<!--` and a section `<![CDATA[` from a declaration.
  private mutating func stepInOpening(_ byte: UInt8) -> String? {
    recent = recent << 8 | UInt64(byte)
    if tagLength == 3, recent == 0x212d2d {
      enter(.comment)
    } else if tagLength == 8, recent == 0x215b_4344_4154_415b {
      enter(.cdata)
    } else if tagLength == 2, recent >> 8 == 0x21, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "[") {
      return "a document type declaration is not taken"
    }
    return longer()
  }

  private mutating func enter(_ new: State) { (state, recent) = (new, 0) }

  private mutating func leave(at byte: UInt8, ending: UInt64, length: UInt64) {
    recent = recent << 8 | UInt64(byte)
    if recent & length == ending { state = .text }
  }

  private mutating func longer() -> String? {
    tagLength += 1
    return tagLength > MarkupScan.longestTag ? "a tag longer than \(MarkupScan.longestTag >> 10) kB" : nil
  }

  private func refusal(_ message: String, _ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Refusal {
    Refusal(line: line + MarkupScan.lineEnds(bytes, before: index), message: message)
  }

  static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    var count = 0
    for index in 0..<end where bytes[index] == 0x0a { count += 1 }
    return count
  }
}
