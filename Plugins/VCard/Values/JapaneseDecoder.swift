/// Reads Shift_JIS, EUC-JP and ISO-2022-JP where the C library does not.
enum JapaneseDecoder {
  /// False if some bytes are no characters and became U+FFFD; nil if `name` is none of these encodings.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ name: String, into target: inout [UInt8]) -> Bool? {
    var (index, isWhole) = (0, true)
    func put(_ scalar: Unicode.Scalar?, _ count: Int, into target: inout [UInt8]) {
      target.append(contentsOf: Character(scalar ?? "\u{fffd}").utf8)
      if scalar == nil { isWhole = false }
      index += count
    }
    var set = Set.ascii
    while index < bytes.count {
      let (byte, next) = (bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
      switch name {
      case "CP932": shiftJIS(byte, next) { put($0, $1, into: &target) }
      case "EUC-JP-MS": extendedUnix(byte, next) { put($0, $1, into: &target) }
      case "ISO-2022-JP-2":
        if let (found, length) = escape(bytes[index...]) {
          set = found
          index += length
        } else {
          escaped(byte, next, set) { put($0, $1, into: &target) }
        }
      default: return nil
      }
    }
    return isWhole
  }

  private enum Set {
    case ascii, katakana, pairs, other
  }

  /// What is found and how many bytes it takes.
  private typealias Receiver = (Unicode.Scalar?, Int) -> Void

  private static func katakana(_ byte: UInt8) -> Unicode.Scalar? {
    (0xa1...0xdf).contains(byte) ? Unicode.Scalar(0xff61 + UInt32(byte) - 0xa1) : nil
  }

  private static func shiftJIS(_ byte: UInt8, _ next: UInt8, _ put: Receiver) {
    if byte < 0x80 { return put(Unicode.Scalar(byte), 1) }
    if (0xa1...0xdf).contains(byte) { return put(katakana(byte), 1) }
    guard byte > 0x80, byte < 0xfd, byte != 0xa0, next >= 0x40, next < 0xfd, next != 0x7f else { return put(nil, 1) }
    let lead = Int(byte) - (byte < 0xa0 ? 0x81 : 0xc1)
    let trail = Int(next) - (next > 0x7f ? 0x41 : 0x40)
    put(JapaneseTable.scalar(lead * 2 + trail / 94, trail % 94), 2)
  }

  private static func extendedUnix(_ byte: UInt8, _ next: UInt8, _ put: Receiver) {
    if byte < 0x80 { return put(Unicode.Scalar(byte), 1) }
    if byte == 0x8e, let scalar = katakana(next) { return put(scalar, 2) }
    guard byte > 0xa0, next > 0xa0 else { return put(nil, 1) }
    put(JapaneseTable.scalar(Int(byte) - 0xa1, Int(next) - 0xa1), 2)
  }

  private static func escaped(_ byte: UInt8, _ next: UInt8, _ set: Set, _ put: Receiver) {
    switch set {
    case .pairs where byte > 0x20 && next > 0x20:
      put(JapaneseTable.scalar(Int(byte) - 0x21, Int(next) - 0x21), 2)
    case .katakana where byte > 0x20: put(katakana(byte | 0x80), 1)
    case .other where byte > 0x20: put(nil, 1)
    default: put(byte < 0x80 ? Unicode.Scalar(byte) : nil, 1)
    }
  }

  /// The set that an escape sequence switches to, and the length of the sequence.
  private static func escape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (Set, Int)? {
    guard bytes.first == 0x1b else { return nil }
    let text = String(decoding: bytes.dropFirst().prefix(3), as: UTF8.self)
    switch text.prefix(2) {
    case "(B", "(J": return (.ascii, 3)
    case "(I": return (.katakana, 3)
    case "$@", "$B": return (.pairs, 3)
    case "$A": return (.other, 3)
    case "$(": return text.utf8.count == 3 ? (.other, 4) : nil
    default: return nil
    }
  }
}
