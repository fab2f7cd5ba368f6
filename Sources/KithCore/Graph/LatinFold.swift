/// What the letters of Latin, Greek and Cyrillic fold to, so that most names need no normalization at run time.
///
/// Made once of ``SearchKey``'s own rule, which stays the only one.
struct LatinFold: Sendable {
  private static let first: UInt32 = 0xc0
  private static let end: UInt32 = 0x460
  private static let unknown: UInt32 = 0

  static let table = LatinFold(SearchKey.foldByRule)

  /// Of each scalar from `first`: the bytes that it folds to, and their number in the high byte.
  private let folded: [UInt32]

  private init(_ fold: (String) -> String) {
    folded = (LatinFold.first..<LatinFold.end).map { value in
      guard let scalar = Unicode.Scalar(value), LatinFold.standsAlone(scalar) else { return LatinFold.unknown }
      let bytes = fold(String(Character(scalar))).utf8
      guard (1...3).contains(bytes.count) else { return LatinFold.unknown }
      return bytes.reduce(0) { $0 << 8 | UInt32($1) } | UInt32(bytes.count) << 24
    }
  }

  /// Whether what stands beside it does not change what becomes of it.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass == .notReordered && scalar.properties.isAlphabetic
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
      let scalar = UInt32(byte & 0x1f) << 6 | UInt32(text[index + 1] & 0x3f)
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
