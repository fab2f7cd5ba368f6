/// Tells which lookup keys have surely not been seen: a Bloom filter of fixed size, whatever the file's.
struct KeyFilter {
  /// 8 MB: one in a million keys is thought to be known at 600,000, one in a hundred at six million.
  private static let bitCount: UInt64 = 1 << 26
  private static let probes: UInt64 = 4

  private var words = [UInt64](repeating: 0, count: Int(bitCount / 64))

  mutating func insert(_ hash: UInt64) {
    for probe in 0..<KeyFilter.probes {
      let bit = KeyFilter.bit(hash, probe)
      words[Int(bit / 64)] |= 1 << (bit % 64)
    }
  }

  func mayContain(_ hash: UInt64) -> Bool {
    (0..<KeyFilter.probes).allSatisfy { probe in
      let bit = KeyFilter.bit(hash, probe)
      return words[Int(bit / 64)] & 1 << (bit % 64) != 0
    }
  }

  private static func bit(_ hash: UInt64, _ probe: UInt64) -> UInt64 {
    (hash &+ probe &* (hash >> 32 | 1)) % bitCount
  }
}
