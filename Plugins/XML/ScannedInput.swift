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
    let count = min(target.count, end - position)
    target.copyBytes(from: chunk[position..<position + count])
    position += count
    return count
  }

  private func refill() throws {
    (position, end) = (0, 0)
    end = try chunk.withUnsafeMutableBytes { try input.read(into: $0) }
    try chunk.withUnsafeBufferPointer { try scan.take(UnsafeBufferPointer(rebasing: $0[..<end])) }
  }
}
