/// What the letters of Latin, Greek and Cyrillic fold to, so that most names need no normalization at run time.
struct LatinFold: Sendable {
  private static let first: UInt32 = 0xc0
  private static let end: UInt32 = 0x460
  private static let unknown: UInt32 = 0

  static let table = LatinFold(letters)

  /// Of each scalar from `first`: the bytes that it folds to, and their number in the high byte.
  private var folded = [UInt32](repeating: LatinFold.unknown, count: Int(LatinFold.end - LatinFold.first))

  /// Reads pairs of a text and the letters that fold to it, each letter of two bytes: `ae:Ææ`.
  private init(_ letters: StaticString) {
    let bytes = UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount)
    for pair in bytes.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
      guard let colon = pair.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let text = pair[..<colon]
      let entry = text.reduce(0) { $0 << 8 | UInt32($1) } | UInt32(text.count) << 24
      for place in stride(from: colon + 1, to: pair.endIndex - 1, by: 2) {
        folded[Int(LatinFold.scalar(pair[place], pair[place + 1]) - LatinFold.first)] = entry
      }
    }
  }

  /// What two bytes of UTF-8 spell.
  private static func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    UInt32(lead & 0x1f) << 6 | UInt32(trail & 0x3f)
  }

  /// Folds `text` if all of it is ASCII or in the table. `target` has room for twice as many bytes.
  /// - Returns: the number of bytes written; nil if the rule itself must be asked.
  func fold(_ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) -> Int? {
    var (index, count) = (0, 0)
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        target[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        (index, count) = (index + 1, count + 1)
        continue
      }
      guard byte < 0xe0, index + 1 < text.count else { return nil }
      let scalar = LatinFold.scalar(byte, text[index + 1])
      guard scalar >= LatinFold.first, scalar < LatinFold.end else { return nil }
      let entry = folded[Int(scalar - LatinFold.first)]
      if entry == LatinFold.unknown { return nil }
      let length = Int(entry >> 24)
      for position in 0..<length {
        target[count + position] = UInt8(truncatingIfNeeded: entry >> UInt32(8 * (length - 1 - position)))
      }
      (index, count) = (index + 2, count + length)
    }
    return count
  }
}
