import KithCore

/// Finds out whether a file is in UTF-16, and reads it as UTF-8.
enum UnicodeInput {
  enum ByteOrder {
    case little, big
  }

  /// By the byte order mark, or by the zeros of a text that begins with ASCII; nil for any other encoding.
  static func byteOrder(_ head: some Collection<UInt8>) -> ByteOrder? {
    let head = Array(head.prefix(4))
    if head.starts(with: [0xff, 0xfe]) { return .little }
    if head.starts(with: [0xfe, 0xff]) { return .big }
    guard head.count == 4 else { return nil }
    switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
    case (false, true, false, true): return .little
    case (true, false, true, false): return .big
    default: return nil
    }
  }

  /// `input` itself, unless it is in UTF-16.
  static func utf8(_ input: InputSource) throws -> InputSource {
    guard let order = byteOrder(try input.peek(4)) else { return input }
    let reader = UTF16Reader(input, order)
    return InputSource { try reader.read(into: $0) }
  }

  /// The beginning of a file, in UTF-8.
  static func utf8(_ head: [UInt8]) throws -> [UInt8] {
    byteOrder(head) == nil ? head : try utf8(InputSource(bytes: head)).peek(head.count)
  }
}

/// Reads UTF-16 as UTF-8; what is no character becomes U+FFFD.
final class UTF16Reader {
  private static let pieceSize = 1 << 15

  private let input: InputSource
  private let order: UnicodeInput.ByteOrder
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?
  private var ready: [UInt8] = []
  private var position = 0

  init(_ input: InputSource, _ order: UnicodeInput.ByteOrder) {
    self.input = input
    self.order = order
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == ready.count {
      guard try refill() else { return 0 }
    }
    let count = min(target.count, ready.count - position)
    target.copyBytes(from: ready[position..<position + count])
    position += count
    return count
  }

  /// False at the end.
  private func refill() throws -> Bool {
    ready.removeAll(keepingCapacity: true)
    position = 0
    return try withUnsafeTemporaryAllocation(byteCount: UTF16Reader.pieceSize, alignment: 2) { piece in
      let got = try input.read(into: piece)
      for byte in piece.prefix(got) { take(byte) }
      if got == 0, highSurrogate != nil {
        highSurrogate = nil
        put("\u{fffd}")
        return true
      }
      return got > 0
    }
  }

  private func take(_ byte: UInt8) {
    guard let first = oddByte else {
      oddByte = byte
      return
    }
    oddByte = nil
    take(unit: order == .little ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte))
  }

  private func take(unit: UInt16) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high & 0x3ff) << 10 | UInt32(unit & 0x3ff))
        return put(Unicode.Scalar(value) ?? "\u{fffd}")
      }
      put("\u{fffd}")
    }
    if UTF16.isLeadSurrogate(unit) { highSurrogate = unit } else { put(Unicode.Scalar(unit) ?? "\u{fffd}") }
  }

  private func put(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      ready.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      ready.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
