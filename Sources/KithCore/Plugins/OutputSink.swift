/// Where an exporter writes: a buffer in front of a destination that may fail.
public final class OutputSink {
  /// Takes all of the bytes or throws.
  public typealias Destination = (UnsafeRawBufferPointer) throws -> Void

  // Each small write touches these three: checking at run time that no two accesses overlap was a tenth of an export.
  @exclusivity(unchecked) private var storage: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity: Int
  private let destination: Destination?
  /// Bytes in the buffer.
  @exclusivity(unchecked) public private(set) var count = 0

  public init(capacity: Int = 1 << 18, to destination: @escaping Destination) {
    self.capacity = capacity
    self.destination = destination
    storage = .allocate(capacity: capacity)
  }

  private init(inMemoryOf capacity: Int) {
    self.capacity = capacity
    destination = nil
    storage = .allocate(capacity: capacity)
  }

  /// A sink that keeps everything; see ``withBytes(_:)``.
  public static func inMemory(capacity: Int = 4096) -> OutputSink { OutputSink(inMemoryOf: capacity) }

  deinit { storage.deallocate() }

  /// Room for `size` more bytes, to be filled in part or whole and then taken by ``advance(by:)``.
  @inline(__always)
  public func reserve(_ size: Int) throws -> UnsafeMutablePointer<UInt8> {
    if capacity - count < size { try makeRoom(for: size) }
    return storage + count
  }

  /// Takes `size` bytes that were written where ``reserve(_:)`` said.
  @inline(__always)
  public func advance(by size: Int) { count += size }

  @inline(__always)
  public func write(_ byte: UInt8) throws {
    try reserve(1).pointee = byte
    count += 1
  }

  @inline(__always)
  public func write(_ text: StaticString) throws {
    try write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write($0) }
  }

  public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    try reserve(bytes.count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  public func write(_ identifier: Identifier) throws {
    identifier.write(to: try reserve(Identifier.textLength))
    count += Identifier.textLength
  }

  public func write(_ number: Int) throws { try write(String(number)) }

  private func makeRoom(for size: Int) throws {
    try flush()
    guard capacity - count < size else { return }
    let grown = max(capacity * 2, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity = grown
  }

  /// Hands the buffer to the destination. Nothing happens to a sink in memory.
  public func flush() throws {
    guard let destination, count > 0 else { return }
    let pending = count
    count = 0
    try destination(UnsafeRawBufferPointer(start: storage, count: pending))
  }

  /// What is in the buffer: everything written, for a sink in memory.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: storage, count: count))
  }

  public func removeAll() { count = 0 }
}
