import KithCore

/// Feeds libxml2 from an ``InputSource``, scanned first.
///
/// libxml2 asks through a C callback that cannot throw: what goes wrong is remembered here.
final class ScannedInput {
  private let input: InputSource
  private var scan = MarkupScan()
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0
  /// Spaces that follow the last byte of the input. libxml2 drops what it has read ahead when the file ends within an
  /// element: what it drops is then the spaces, not the last records of a truncated file.
  private var padding = 8192
  private(set) var failure: (any Error)?

  init(_ input: InputSource) { self.input = input }

  /// Fills `target` in part or whole; 0 at the end, -1 after a failure.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return -1 }
    do {
      if position == end { try refill() }
    } catch {
      failure = error
      return -1
    }
    if position == end { return pad(target) }
    let count = min(target.count, end - position)
    target.copyBytes(from: chunk[position..<position + count])
    position += count
    return count
  }

  private func pad(_ target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, padding)
    UnsafeMutableRawBufferPointer(rebasing: target[..<count]).initializeMemory(as: UInt8.self, repeating: 0x20)
    padding -= count
    return count
  }

  private func refill() throws {
    (position, end) = (0, 0)
    end = try chunk.withUnsafeMutableBytes { try input.read(into: $0) }
    try chunk.withUnsafeBufferPointer { try scan.take(UnsafeBufferPointer(rebasing: $0[..<end])) }
  }
}
