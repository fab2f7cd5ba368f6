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
      let held = ahead.count
      ahead.append(contentsOf: repeatElement(0, count: count))
      var got = 0
      defer { ahead.removeLast(count - got) }
      got = try ahead.withUnsafeMutableBytes { try reader(UnsafeMutableRawBufferPointer(rebasing: $0[held...])) }
      if got == 0 { break }
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
