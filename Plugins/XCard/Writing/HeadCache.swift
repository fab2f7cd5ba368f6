import KithVCard

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Remembers the heads of properties: a graph has few different ones.
struct HeadCache {
  private static let slotCount = 256
  private static let longest = 128

  private struct Slot {
    var name: [UInt8]
    var parameters: [UInt8]
    var head: ElementHead
  }

  private var slots: [Slot?] = Array(repeating: nil, count: slotCount)

  mutating func head(of line: ContentLineBytes) -> ElementHead {
    if line.name.count + line.parameters.count > HeadCache.longest { return HeadCache.made(for: line) }
    let slot = HeadCache.slot(line)
    if let held = slots[slot], HeadCache.equal(held.name, line.name), HeadCache.equal(held.parameters, line.parameters)
    {
      return held.head
    }
    let head = HeadCache.made(for: line)
    slots[slot] = Slot(name: Array(line.name), parameters: Array(line.parameters), head: head)
    return head
  }

  private static func made(for line: ContentLineBytes) -> ElementHead {
    ElementHead(name: String(decoding: line.name, as: UTF8.self), parameters: line.parameterValues)
  }

  private static func equal(_ held: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard held.count == bytes.count else { return false }
    return bytes.baseAddress.map { memcmp(held, $0, held.count) == 0 } ?? true
  }

  private static func slot(_ line: ContentLineBytes) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in line.name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    for byte in line.parameters { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 16) % slotCount
  }
}
