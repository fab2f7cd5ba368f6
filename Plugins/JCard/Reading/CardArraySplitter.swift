import KithCore

/// Finds the cards of a file: an array of them, one alone, or one after the other.
///
/// A card is taken whole into memory, and nothing else.
final class CardArraySplitter {
  struct Piece {
    /// Valid while the piece is handed over.
    let bytes: UnsafeBufferPointer<UInt8>
    /// 1-based, where it begins.
    let line: Int
    let isArray: Bool
    /// Longer than the limit: its bytes are not there.
    let isTooLarge: Bool
  }

  private enum State {
    /// Between values.
    case outside
    /// Behind a bracket that opens a card or an array of cards.
    case opened
    case inside
    /// In a word or number that is an element of the outer array.
    case word
  }

  private let input: InputSource
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var (position, end) = (0, 0)
  private var line = 1
  private var state = State.outside
  private var isInArray = false
  /// The value that is being taken.
  private var value: [UInt8] = []
  private var valueLine = 1
  private var size = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  init(_ input: InputSource, limit: Int = 64 << 20) throws {
    self.input = input
    self.limit = limit
    if try input.peek(3) == [0xef, 0xbb, 0xbf] {
      _ = try chunk.withUnsafeMutableBytes {
        try input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<3]))
      }
    }
  }

  /// Hands over every element.
  /// - Throws: ``ImportError`` where the file is no array of cards, or ends early, and what `body` throws.
  func forEachPiece(_ body: (Piece) throws -> Void) throws {
    while let isArray = try next() {
      let isTooLarge = size > limit
      try value.withUnsafeBufferPointer {
        try body(Piece(bytes: $0, line: valueLine, isArray: isArray, isTooLarge: isTooLarge))
      }
    }
  }

  /// Takes the next element; whether it is an array, or nil at the end.
  private func next() throws -> Bool? {
    value.removeAll(keepingCapacity: true)
    size = 0
    while true {
      if position == end, try !refill() {
        guard state == .outside, !isInArray else { throw ImportError(line: line, "the file ends early") }
        return nil
      }
      if state == .inside {
        if takeInside() { return value.first == UInt8(ascii: "[") }
      } else if try takeByte(chunk[position]) {
        return false
      }
    }
  }

  private func refill() throws -> Bool {
    position = 0
    end = try chunk.withUnsafeMutableBytes { try input.read(into: $0) }
    return end > 0
  }

  /// Takes a byte that is not within a value; true behind a value that is no array and no object.
  private func takeByte(_ byte: UInt8) throws -> Bool {
    switch (state, byte) {
    case (.word, UInt8(ascii: ",")), (.word, UInt8(ascii: "]")), (.word, 0...0x20):
      state = .outside
      return true
    case (.word, _): position += 1
    case (_, 0x0a):
      line += 1
      position += 1
    case (_, 0x20), (_, 0x09), (_, 0x0d): position += 1
    case (.opened, UInt8(ascii: "\"")): begin(with: [UInt8(ascii: "[")])
    case (.opened, _):
      isInArray = true
      state = .outside
    case (_, UInt8(ascii: "[")): open()
    case (_, UInt8(ascii: ",")): position += 1
    case (_, UInt8(ascii: "]")) where isInArray:
      isInArray = false
      position += 1
    default: try takeOther(byte)
    }
    return false
  }

  private func open() {
    position += 1
    valueLine = line
    if isInArray { begin(with: [UInt8(ascii: "[")]) } else { state = .opened }
  }

  private func begin(with bytes: [UInt8]) {
    value = bytes
    (depth, size) = (bytes.count, bytes.count)
    (isInString, isEscaped) = (false, false)
    state = .inside
  }

  private func takeOther(_ byte: UInt8) throws {
    guard isInArray else { throw ImportError(line: line, "expected '[\"vcard\"' or an array of such arrays") }
    valueLine = line
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") { return begin(with: []) }
    // Taken here, or a control character would be the end of an empty word for ever.
    state = .word
    position += 1
  }

  /// Takes what the chunk has of a value; true at its end.
  private func takeInside() -> Bool {
    let start = position
    var isOver = false
    chunk.withUnsafeBufferPointer { chunk in
      while position < end, !isOver {
        isOver = step(chunk[position])
        position += 1
      }
      size += position - start
      if size <= limit { value.append(contentsOf: chunk[start..<position]) } else { value = [] }
    }
    if isOver { state = .outside }
    return isOver
  }

  @inline(__always)
  private func step(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5c {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return depth == 0
      } else if byte == 0x0a {
        line += 1
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      return depth <= 0
    case 0x0a: line += 1
    default: break
    }
    return false
  }
}
