/// Texts by number, each kept once, with how many records have it.
struct TextTable {
  private(set) var counts: [Int32] = []
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  var count: Int { counts.count }

  /// The number of `text`, which one more record has.
  mutating func number(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  mutating func number(of text: some Collection<UInt8>) -> Int32 {
    let hash = TextTable.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, bytes[starts[known]..<starts[known + 1]].elementsEqual(text) {
        counts[known] += 1
        return slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return append(text, hash, slot)
  }

  private mutating func append(_ text: some Collection<UInt8>, _ hash: UInt64, _ slot: Int) -> Int32 {
    let number = Int32(counts.count)
    slots[slot] = number
    counts.append(1)
    hashes.append(hash)
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    if counts.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in counts.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Says that `number` is known of as many records, where the table does not hold them all.
  mutating func setCount(_ count: Int, of number: Int32) { counts[Int(number)] = Int32(clamping: count) }

  func text(_ number: Int32) -> ArraySlice<UInt8> { bytes[starts[Int(number)]..<starts[Int(number) + 1]] }

  func length(_ number: Int32) -> Int { starts[Int(number) + 1] - starts[Int(number)] }

  func string(_ number: Int32) -> String { String(decoding: text(number), as: UTF8.self) }

  private static func hash(_ text: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return KeyHash.mixed(hash)
  }
}

/// Hashes that are the same in every run.
enum KeyHash {
  static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ value >> 32) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9
    return hash ^ hash >> 32
  }

  static func joined(_ hash: UInt64, _ value: some BinaryInteger) -> UInt64 {
    mixed(hash &* 0x100_0000_01b3 ^ UInt64(truncatingIfNeeded: value))
  }

  /// The same whichever of the two is first.
  static func unordered(_ one: UInt64, _ other: UInt64) -> UInt64 {
    joined(mixed(one) &+ mixed(other), 1)
  }
}
