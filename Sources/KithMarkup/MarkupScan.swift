#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks over the bytes on their way to libxml2, and stops what it must never see: a tag over 64 kB (its attributes cost
/// quadratic time), a document type declaration, NUL.
package struct MarkupScan {
  private enum State {
    case text, opened, declaration, tag
    case quoted(UInt8)
    case comment, instruction, cdata
  }

  private static let longestTag = 64 << 10
  private var state = State.text
  /// Bytes of the tag so far.
  private var tagLength = 0
  /// The first bytes of a declaration, or the last of a comment, an instruction or a CDATA section, as a number.
  private var recent: UInt64 = 0
  /// The line that the next bytes begin on.
  private var line = 1

  package init() {}

  /// What is wrong, and on which line.
  package struct Refusal: Error {
    package let line: Int
    package let message: String
  }

  /// - Throws: ``Refusal``
  package mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
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
        (state, tagLength) = (.opened, 1)
        continue
      case .tag:
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
    case .opened, .tag: return stepInTag(byte)
    case .declaration: return stepInDeclaration(byte)
    case .comment: leave(at: byte, ending: 0x2d2d3e, length: 0xff_ffff)
    case .instruction: leave(at: byte, ending: 0x3f3e, length: 0xffff)
    case .cdata: leave(at: byte, ending: 0x5d5d3e, length: 0xff_ffff)
    }
    return nil
  }

  private mutating func stepInTag(_ byte: UInt8) -> String? {
    switch (byte, state) {
    case (UInt8(ascii: "!"), .opened): enter(.declaration)
    case (UInt8(ascii: "?"), .opened): enter(.instruction)
    case (UInt8(ascii: ">"), _): state = .text
    case (UInt8(ascii: "\""), _), (UInt8(ascii: "'"), _): state = .quoted(byte)
    default: state = .tag
    }
    return longer()
  }

  /// What follows `<!` tells a comment and a CDATA section from a document type declaration.
  private mutating func stepInDeclaration(_ byte: UInt8) -> String? {
    recent = recent << 8 | UInt64(byte)
    switch recent {
    case 0x2d, 0x5b, 0x5b43, 0x5b_4344, 0x5b43_4441, 0x5b_4344_4154, 0x5b43_4441_5441: return longer()
    case 0x2d2d: enter(.comment)
    case 0x5b_4344_4154_415b: enter(.cdata)
    default: return "a document type declaration is not taken"
    }
    return nil
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

  package static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    var count = 0
    for index in 0..<end where bytes[index] == 0x0a { count += 1 }
    return count
  }
}
