import KithCore

/// Text as the content of an element.
package enum XMLText {
  /// A text node of libxml2 holds at most 10 MB: a longer text is broken up by processing instructions `<?more?>`, which
  /// are no part of an element's text.
  package static let longestNode = 4 << 20

  /// Whether every character of the text may stand in XML 1.0 (§2.2): no C0 control but TAB, LF and CR, no U+FFFE, U+FFFF.
  package static func isRepresentable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x09, 0x0a, 0x0d: break
      case 0..<0x20: return false
      case 0xef where index + 2 < bytes.count && bytes[index + 1] == 0xbf && bytes[index + 2] >= 0xbe: return false
      default: break
      }
      index += 1
    }
    return true
  }

  /// The next position of a byte that may not stand for itself, or the end.
  package static func special(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index < raw.count {
      if index + 8 <= raw.count {
        let found = notPlain(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += found == 0 ? 8 : found.trailingZeroBitCount >> 3
        if found == 0 { continue }
      }
      if isSpecial(raw[index]) { return index }
      index += 1
    }
    return index
  }

  /// The lowest bit set marks the first of the eight bytes that is not printable ASCII, or is `<`, `>` or `&`; 0 for none.
  @inline(__always)
  private static func notPlain(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let brackets = (word | ones &* 2) ^ (ones &* 0x3e)
    let ampersand = word ^ (ones &* 0x26)
    let found = (brackets &- ones) & ~brackets | (ampersand &- ones) & ~ampersand
    return (found | (word &- ones &* 0x20) | (word &+ ones) | word) & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x26, 0x3c, 0x3e, 0x7f, 0xc2, 0xd8, 0xe2, 0xef: true
    default: false
    }
  }

  /// Writes a text that is representable. Characters that could act on a terminal become character references.
  package static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: OutputSink) throws {
    var clean = 0
    var index = 0
    while true {
      index = special(bytes, from: index)
      guard index < bytes.count else { break }
      let (reference, length) = reference(bytes, at: index)
      guard let reference else {
        index += length
        continue
      }
      try output.write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
      try write(reference, to: output)
      index += length
      clean = index
    }
    try output.write(UnsafeBufferPointer(rebasing: bytes[clean...]))
  }

  /// The character at `index` if it is to be written as a reference, and how many bytes to pass over.
  package static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32?, length: Int) {
    func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0x09, 0x0a, 0xef: return (nil, 1)
    case 0xc2: return next(1) < 0xa0 ? (UInt32(next(1)), 2) : (nil, 2)
    case 0xd8: return next(1) == 0x9c ? (0x61c, 2) : (nil, 2)
    case 0xe2:
      let scalar = 0x2000 | UInt32(next(1) & 0x3f) << 6 | UInt32(next(2) & 0x3f)
      return (TerminalText.isBidiControl(scalar) ? scalar : nil, 3)
    default: return (UInt32(bytes[index]), 1)
    }
  }

  private static func write(_ scalar: UInt32, to output: OutputSink) throws {
    switch scalar {
    case 0x26: try output.write("&amp;")
    case 0x3c: try output.write("&lt;")
    case 0x3e: try output.write("&gt;")
    default:
      try output.write("&#")
      try output.write(Int(scalar))
      try output.write(UInt8(ascii: ";"))
    }
  }

  /// Hands over the text in pieces that a text node may hold, none of which ends within a character.
  package static func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    var start = 0
    while bytes.count - start > longestNode {
      var end = start + longestNode
      while bytes[end] & 0xc0 == 0x80 { end -= 1 }
      try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end
    }
    try body(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}
