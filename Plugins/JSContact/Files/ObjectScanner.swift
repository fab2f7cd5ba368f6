import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the outermost objects of a JSON text, of lines of JSON, or of objects one behind the other.
///
/// It knows brackets and strings and no more, so that an object that is no JSON costs only itself.
final class ObjectScanner {
  struct Text {
    /// Valid until the next one.
    let bytes: UnsafeBufferPointer<UInt8>
    /// 1-based, where the object begins.
    let line: Int
    /// It ends in the middle of a string, or with the file.
    var isBroken = false
    var isTooLarge = false
  }

  private let input: InputSource
  private let limit: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 18
  private var position = 0
  private var end = 0
  private var line = 1
  private var hasArray = false
  private var hasObject = false
  /// Whether there was something that is neither an object nor what may stand around objects, and where.
  private(set) var hasJunk = false
  private(set) var junkLine = 0

  init(_ input: InputSource, limit: Int = 64 << 20) {
    self.input = input
    self.limit = limit
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Whether all of the input was `[]`.
  var isEmptyArray: Bool { hasArray && !hasObject && !hasJunk }

  func next() throws -> Text? {
    while true {
      if position == end { try fill(from: position) }
      guard position < end else { return nil }
      switch buffer[position] {
      case 0x20, 0x09, 0x0d, UInt8(ascii: ","), UInt8(ascii: "]"), 0xef, 0xbb, 0xbf, 0x1e: break
      case 0x0a: line += 1
      case UInt8(ascii: "["): hasArray = true
      case UInt8(ascii: "{"): return try object()
      default: if !hasJunk { (hasJunk, junkLine) = (true, line) }
      }
      position += 1
    }
  }

  /// Takes the object that begins at `position`.
  private func object() throws -> Text {
    hasObject = true
    let first = line
    var start = position
    var scan = BracketScan()
    while true {
      let found = scan.advance(buffer, from: &position, to: end, &line)
      if found != .more { return text(start, first, isBroken: found == .broken) }
      if position - start > limit {
        try skip(&scan)
        return Text(bytes: UnsafeBufferPointer(start: nil, count: 0), line: first, isTooLarge: true)
      }
      let had = end - start
      try fill(from: start)
      start = 0
      if end == had { return text(start, first, isBroken: true) }
    }
  }

  private func text(_ start: Int, _ line: Int, isBroken: Bool) -> Text {
    Text(
      bytes: UnsafeBufferPointer(start: UnsafePointer(buffer + start), count: position - start), line: line,
      isBroken: isBroken)
  }

  /// Reads to the end of an object that is too large, keeping nothing of it.
  private func skip(_ scan: inout BracketScan) throws {
    while true {
      position = end
      try fill(from: end)
      if end == 0 || scan.advance(buffer, from: &position, to: end, &line) != .more { return }
    }
  }

  /// Moves what begins at `start` to the front and reads on behind it.
  private func fill(from start: Int) throws {
    if start > 0 {
      memmove(buffer, buffer + start, end - start)
      position -= start
      end -= start
    }
    if end == capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: end)
      buffer.deallocate()
      (buffer, capacity) = (larger, capacity * 2)
    }
    end += try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
  }
}

/// Follows brackets and strings to the end of the object that they begin with.
struct BracketScan {
  enum Result {
    case more, whole, broken
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// `position` ends behind the object, or where a string has a line end, which JSON does not allow.
  mutating func advance(
    _ bytes: UnsafePointer<UInt8>, from position: inout Int, to end: Int, _ line: inout Int
  ) -> Result {
    while position < end {
      let byte = bytes[position]
      if isInString {
        if byte == 0x0a { return .broken }
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        position += 1
        continue
      }
      position += 1
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return .whole }
      case 0x0a: line += 1
      default: break
      }
    }
    return .more
  }
}
