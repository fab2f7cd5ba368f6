/// Texts that a reader makes of a card's bytes and that have no room in their place.
final class TextStore {
  private(set) var bytes: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private var count = 0

  deinit { bytes?.deallocate() }

  func removeAll() { count = 0 }

  /// Where `text` is then, from the start of the store.
  func add(_ text: [UInt8]) -> ByteRange {
    if capacity - count < text.count { grow(to: max(count + text.count, capacity * 2, 4096)) }
    if let bytes {
      text.withUnsafeBufferPointer { text in
        if let base = text.baseAddress { (bytes + count).update(from: base, count: text.count) }
      }
    }
    defer { count += text.count }
    return ByteRange(count, text.count)
  }

  private func grow(to capacity: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    if let bytes {
      larger.update(from: bytes, count: count)
      bytes.deallocate()
    }
    bytes = larger
    self.capacity = capacity
  }
}
