#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Remembers decoded parameters: a file has few different ones.
struct ParameterCache {
  private static let slotCount = 64
  private static let longest = 96

  /// What a property without parameters has.
  let none = ParameterSet()
  private var slots: [(bytes: [UInt8], set: ParameterSet)?] = Array(repeating: nil, count: slotCount)

  mutating func set(for bytes: UnsafeBufferPointer<UInt8>) -> ParameterSet {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return none }
    if bytes.count > ParameterCache.longest { return ParameterSet(bytes) }
    let slot = ParameterCache.slot(bytes)
    if let held = slots[slot], held.bytes.count == bytes.count, memcmp(held.bytes, base, bytes.count) == 0 {
      return held.set
    }
    let set = ParameterSet(bytes)
    slots[slot] = (Array(bytes), set)
    return set
  }

  private static func slot(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 16) % slotCount
  }
}
