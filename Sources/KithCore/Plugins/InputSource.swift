/// Where an importer reads: bytes in order, with a look ahead.
public final class InputSource {
  /// Fills the buffer in part or whole and says how much; 0 at the end.
  public typealias Reader = (UnsafeMutableRawBufferPointer) throws -> Int

  private let reader: Reader
  private var ahead: [UInt8] = []
  private var position = 0

  public init(_ reader: @escaping Reader) { self.reader = reader }

  public convenience init(bytes: [UInt8]) {
    var rest = bytes[...]
    self.init { target in
      let taken = rest.prefix(target.count)
      target.copyBytes(from: taken)
      rest = rest.dropFirst(taken.count)
      return taken.count
    }
  }

  /// The next `count` bytes, fewer at the end, without taking them.
  public func peek(_ count: Int) throws -> [UInt8] {
    while ahead.count - position < count {
      let piece = try [UInt8](unsafeUninitializedCapacity: count - (ahead.count - position)) { target, got in
        got = try reader(UnsafeMutableRawBufferPointer(target))
      }
      if piece.isEmpty { break }
      ahead += piece
    }
    return Array(ahead[position...].prefix(count))
  }

  /// Fills `target` in part or whole; 0 at the end.
  public func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    guard position < ahead.count else { return try reader(target) }
    let taken = min(target.count, ahead.count - position)
    target.copyBytes(from: ahead[position..<position + taken])
    position += taken
    if position == ahead.count { (ahead, position) = ([], 0) }
    return taken
  }
}
