import KithCore

/// UTF-16, with a byte order mark or told by the zeros between ASCII.
enum UTF16Text {
  enum Order {
    case littleEndian, bigEndian
  }

  static func order(of head: [UInt8]) -> Order? {
    guard head.count >= 2 else { return nil }
    if head[0] == 0xff && head[1] == 0xfe { return .littleEndian }
    if head[0] == 0xfe && head[1] == 0xff { return .bigEndian }
    guard head.count >= 4 else { return nil }
    let zeros = head.prefix(4).map { $0 == 0 }
    if zeros == [false, true, false, true] { return .littleEndian }
    return zeros == [true, false, true, false] ? .bigEndian : nil
  }

  /// `input` as UTF-8, read as it is asked for; what is no UTF-16 becomes U+FFFD.
  static func decoded(_ input: InputSource, _ order: Order) -> InputSource {
    let converter = UTF16Converter(input, order)
    return InputSource { try converter.read(into: $0) }
  }

  static func decoded(_ head: [UInt8], _ order: Order) -> [UInt8] {
    let source = decoded(InputSource(bytes: head), order)
    return (try? source.peek(head.count * 2)) ?? []
  }
}

/// Turns UTF-16 into UTF-8, some kilobytes at a time.
private final class UTF16Converter {
  private let input: InputSource
  private let order: UTF16Text.Order
  private let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 2)
  /// Bytes of a character that is not whole yet, at the beginning of `raw`.
  private var held = 0
  private var ready: [UInt8] = []
  private var position = 0
  private var atEnd = false

  init(_ input: InputSource, _ order: UTF16Text.Order) {
    self.input = input
    self.order = order
  }

  deinit { raw.deallocate() }

  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == ready.count, !atEnd { try convert() }
    let count = min(target.count, ready.count - position)
    target.copyBytes(from: ready[position..<position + count])
    position += count
    return count
  }

  private func convert() throws {
    ready.removeAll(keepingCapacity: true)
    position = 0
    let got = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[held...]))
    atEnd = got == 0
    var count = held + got
    held = 0
    if !atEnd {
      held = count % 2
      if count - held >= 2, isLeading(unit(count - held - 2)) { held += 2 }
      count -= held
    }
    let units = stride(from: 0, to: count - 1, by: 2).lazy.map { self.unit($0) }
    for scalar in String(decoding: Array(units), as: UTF16.self).utf8 { ready.append(scalar) }
    if count % 2 == 1 { ready += [0xef, 0xbf, 0xbd] }
    for index in 0..<held { raw[index] = raw[count + index] }
  }

  private func unit(_ offset: Int) -> UInt16 {
    let (first, second) = (UInt16(raw[offset]), UInt16(raw[offset + 1]))
    return order == .bigEndian ? first << 8 | second : second << 8 | first
  }

  private func isLeading(_ unit: UInt16) -> Bool { unit & 0xfc00 == 0xd800 }
}
