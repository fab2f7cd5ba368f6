import KithVCard

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Remembers the heads of properties: a graph has few different ones.
final class HeadCache {
  private static let slotCount = 256
  private static let longest = 128
  /// How many slots are looked at before one is used anew.
  private static let probes = 4

  private final class Slot {
    let name: [UInt8]
    let parameters: [UInt8]
    let head: ElementHead

    init(_ line: ContentLineBytes) {
      name = Array(line.name)
      parameters = Array(line.parameters)
      head = HeadCache.made(for: line)
    }

    @inline(__always)
    func isFor(_ line: ContentLineBytes) -> Bool {
      HeadCache.equal(name, line.name) && HeadCache.equal(parameters, line.parameters)
    }
  }

  private var slots: [Slot?] = Array(repeating: nil, count: slotCount)

  func head(of line: ContentLineBytes) -> ElementHead {
    if line.name.count + line.parameters.count > HeadCache.longest { return HeadCache.made(for: line) }
    var index = HeadCache.index(of: line)
    for _ in 1..<HeadCache.probes {
      guard let held = slots[index] else { break }
      if held.isFor(line) { return held.head }
      index = (index + 1) % HeadCache.slotCount
    }
    if let held = slots[index], held.isFor(line) { return held.head }
    let slot = Slot(line)
    slots[index] = slot
    return slot.head
  }

  private static func made(for line: ContentLineBytes) -> ElementHead {
    ElementHead(name: String(decoding: line.name, as: UTF8.self), parameters: line.parameterValues)
  }

  @inline(__always)
  private static func equal(_ held: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard held.count == bytes.count, let base = bytes.baseAddress else { return held.isEmpty && bytes.isEmpty }
    return memcmp(held, base, held.count) == 0
  }

  private static func index(of line: ContentLineBytes) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in line.name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    for byte in line.parameters { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 16) % slotCount
  }
}
