/// SHA-1 (FIPS 180-4) of short texts, for name-based UUIDs only (RFC 9562 §5.5); not for security.
enum SHA1 {
  /// The first 16 bytes of the digest of `bytes`, as two big-endian words.
  static func digest(_ bytes: [UInt8]) -> (high: UInt64, low: UInt64) {
    var state: State = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0)
    let padded = padding(bytes)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { schedule in
      padded.withUnsafeBufferPointer { padded in
        for block in stride(from: 0, to: padded.count, by: 64) { compress(padded, at: block, schedule, into: &state) }
      }
    }
    return (UInt64(state.0) << 32 | UInt64(state.1), UInt64(state.2) << 32 | UInt64(state.3))
  }

  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32)

  /// The bytes, a 1 bit, zeros, and the length in bits, to a multiple of 64 bytes.
  private static func padding(_ bytes: [UInt8]) -> [UInt8] {
    var padded = bytes
    padded.reserveCapacity(bytes.count + 72)
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return padded
  }

  private static func compress(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    into state: inout State
  ) {
    for index in 0..<16 {
      let at = start + index * 4
      schedule[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<80 {
      let mixed = schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16]
      schedule[index] = rotate(mixed, 1)
    }
    var (a, b, c, d, e) = state
    for index in 0..<80 {
      let (mix, constant) = round(index, b, c, d)
      let next = rotate(a, 5) &+ mix &+ e &+ constant &+ schedule[index]
      (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  @inline(__always)
  private static func round(_ round: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (UInt32, UInt32) {
    switch round {
    case 0..<20: ((b & c) | (~b & d), 0x5a82_7999)
    case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
    case 40..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
    default: (b ^ c ^ d, 0xca62_c1d6)
    }
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 { word << by | word >> (32 - by) }
}
