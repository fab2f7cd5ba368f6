/// Tells which bytes of a text are part of a longer character, so that a `;` or `\` among them separates nothing.
struct MultiByteState {
  enum Scheme {
    /// Bytes below 0x80 are ASCII, always.
    case highBytes
    /// The second byte of a pair may be one of ASCII: GB 18030, Big5.
    case leadAndTrail
    /// The same, but 0xa1 to 0xdf stand alone.
    case shiftJIS
    /// Escape sequences or SO and SI switch to pairs of seven-bit bytes (ISO 2022).
    case escapes
  }

  private let scheme: Scheme
  private var isTrail = false
  private var isShifted = false
  private var isInEscape = false
  private var escapeIsForPairs = false

  init(_ scheme: Scheme) { self.scheme = scheme }

  /// Whether `byte`, which comes next, is no character of ASCII.
  mutating func isPart(_ byte: UInt8) -> Bool {
    switch scheme {
    case .highBytes: return byte >= 0x80
    case .leadAndTrail: return isPartOfPair(byte, isLead: byte > 0x80 && byte < 0xff)
    case .shiftJIS: return isPartOfPair(byte, isLead: byte > 0x80 && byte < 0xa0 || byte > 0xdf && byte < 0xfd)
    case .escapes: return isEscaped(byte)
    }
  }

  private mutating func isPartOfPair(_ byte: UInt8, isLead: Bool) -> Bool {
    if isTrail {
      isTrail = false
      return true
    }
    isTrail = isLead
    return byte >= 0x80
  }

  private mutating func isEscaped(_ byte: UInt8) -> Bool {
    if isInEscape {
      if byte == UInt8(ascii: "$") { escapeIsForPairs = true }
      if byte >= 0x40 {
        isInEscape = false
        // ESC ( I is half-width katakana; every other set of single bytes is close to ASCII.
        isShifted = escapeIsForPairs || byte == UInt8(ascii: "I")
      }
      return true
    }
    switch byte {
    case 0x1b:
      (isInEscape, escapeIsForPairs) = (true, false)
      return true
    case 0x0e, 0x0f:
      isShifted = byte == 0x0e
      return true
    default: return isShifted || byte >= 0x80
    }
  }
}
