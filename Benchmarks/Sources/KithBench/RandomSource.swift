import Foundation

/// The same numbers on every machine (SplitMix64).
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 up to 1, without 1.
  mutating func fraction() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Double((mixed ^ mixed >> 31) >> 11) * 0x1p-53
  }

  mutating func below(_ limit: Int) -> Int { Int(fraction() * Double(limit)) }

  mutating func element<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// From 1 to `limit`, `k` with probability about 1/k: a few big companies, many small ones.
  mutating func skewed(_ limit: Int) -> Int { min(limit, max(1, Int(pow(Double(limit), fraction())))) }
}
