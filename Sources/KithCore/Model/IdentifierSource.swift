/// Makes new identifiers: random UUIDs, version 4 (RFC 9562 §5.4), or the same ones every time from a seed.
public final class IdentifierSource {
  private var seeded: UInt64?
  private var system = SystemRandomNumberGenerator()

  public init(seed: UInt64? = nil) { seeded = seed }

  public func next() -> Identifier {
    Identifier(
      high: word() & 0xffff_ffff_ffff_0fff | 0x4000, low: word() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }

  /// SplitMix64 where there is a seed.
  private func word() -> UInt64 {
    guard var state = seeded else { return system.next() }
    state &+= 0x9e37_79b9_7f4a_7c15
    seeded = state
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension Identifier {
  /// Made by ``init(name:)`` or another name-based scheme, rather than given by a program that keeps it.
  public var isNameBased: Bool { high & 0xf000 == 0x5000 }
}
