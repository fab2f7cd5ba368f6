#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Splits an input into lines at LF or CR LF, or at CR in a file that has no LF in its first 64 kB.
///
/// A line longer than the limit is cut there and the rest of it skipped, so that memory stays bounded.
public final class LineReader {
  public struct Line {
    /// Without its line end; valid until the next call.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// 1-based.
    public let number: Int
    /// Longer than the limit: `bytes` is only its beginning.
    public let isCut: Bool
  }

  private let input: InputSource
  private let limit: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var atEnd = false
  private var lineNumber = 0
  private var separator = UInt8(ascii: "\n")

  public init(_ input: InputSource, limit: Int = 32 << 20) throws {
    precondition(limit >= LineReader.keptOfCutLine)
    self.input = input
    self.limit = limit
    capacity = 1 << 18
    buffer = .allocate(capacity: capacity)
    let head = try input.peek(1 << 16)
    if head.contains(UInt8(ascii: "\r")), !head.contains(UInt8(ascii: "\n")) { separator = UInt8(ascii: "\r") }
  }

  deinit {
    buffer.deallocate()
    cut.deallocate()
  }

  public func next() throws -> Line? {
    var scanned = start
    while true {
      if let found = memchr(buffer + scanned, Int32(separator), end - scanned) {
        let position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
        return take(upTo: position, next: position + 1, isCut: false)
      }
      if end - start > limit { return try cutLine() }
      scanned = end
      if atEnd { return start < end ? take(upTo: end, next: end, isCut: false) : nil }
      let held = start
      try fill()
      scanned -= held - start
    }
  }

  private func take(upTo position: Int, next: Int, isCut: Bool) -> Line {
    var length = position - start
    if length > 0, separator == UInt8(ascii: "\n"), buffer[position - 1] == UInt8(ascii: "\r"), !isCut { length -= 1 }
    lineNumber += 1
    let bytes = UnsafeBufferPointer(start: UnsafePointer(buffer + start), count: length)
    start = next
    return Line(bytes: bytes, number: lineNumber, isCut: isCut)
  }

  /// Keeps the first 256 bytes of the line and throws the rest away as it is read.
  private func cutLine() throws -> Line? {
    cut.update(from: buffer + start, count: LineReader.keptOfCutLine)
    while true {
      start = end
      if atEnd { break }
      try fill()
      if let found = memchr(buffer + start, Int32(separator), end - start) {
        start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer) + 1
        break
      }
    }
    lineNumber += 1
    let bytes = UnsafeBufferPointer(start: UnsafePointer(cut), count: LineReader.keptOfCutLine)
    return Line(bytes: bytes, number: lineNumber, isCut: true)
  }

  private static let keptOfCutLine = 256
  private let cut = UnsafeMutablePointer<UInt8>.allocate(capacity: keptOfCutLine)

  /// Moves what is left to the front and reads on behind it.
  private func fill() throws {
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if end == capacity {
      let grown = max(min(capacity * 2, limit + 1 << 18), capacity + 1 << 12)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
      larger.update(from: buffer, count: end)
      buffer.deallocate()
      buffer = larger
      capacity = grown
    }
    let got = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    atEnd = got == 0
    end += got
  }
}
