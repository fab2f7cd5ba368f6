import KithCore

/// Writes properties, one line each: escapes, drops what no line may hold, and folds at 75 octets (RFC 6350 §3.2).
final class PropertyWriter {
  private enum Meaning {
    static let plain: UInt8 = 0
    static let escaped: UInt8 = 1
    static let lineEnd: UInt8 = 2
    static let dropped: UInt8 = 3
    static let separator: UInt8 = 4
  }

  private static let lineLimit = 75

  private let output: OutputSink
  private(set) var line: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  /// Finished lines, and the one that is being written from ``lineStart`` on.
  var count = 0
  var lineStart = 0
  private var room = PropertyWriter.lineLimit
  /// Where the value of the line begins.
  var valueStart = 0
  /// Whether it is vCard 2.1, which escapes and folds in its own way.
  private let isOld: Bool
  private let meanings = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// Control characters that were left out so far.
  var droppedCount = 0
  /// Carriage returns so far: a value has only one sort of line end (RFC 6350 §3.4).
  var changedLineEnds = 0

  init(_ output: OutputSink, isOld: Bool = false) {
    self.output = output
    self.isOld = isOld
    line = .allocate(capacity: capacity)
    meanings.initialize(repeating: Meaning.plain, count: 256)
    for byte in 0..<0x20 where byte != 0x09 { meanings[byte] = Meaning.dropped }
    meanings[0x7f] = Meaning.dropped
    meanings[0x0a] = Meaning.lineEnd
    meanings[0x0d] = Meaning.lineEnd
    meanings[0x5c] = Meaning.escaped
    meanings[Int(UInt8(ascii: ","))] = Meaning.separator
    meanings[Int(UInt8(ascii: ";"))] = Meaning.separator
  }

  deinit {
    line.deallocate()
    meanings.deallocate()
  }

  /// Whether it is time to hand over the finished lines.
  var isFull: Bool { lineStart > 1 << 15 }

  // MARK: Pieces of a line

  @inline(__always)
  func put(_ byte: UInt8) {
    if capacity - count < 1 { grow(by: 1) }
    line[count] = byte
    count += 1
  }

  @inline(__always)
  func put(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if capacity - count < length { grow(by: length) }
    (line + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Bytes that are known to be printable ASCII.
  func put(ascii bytes: [UInt8]) {
    if capacity - count < bytes.count { grow(by: bytes.count) }
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { (line + count).update(from: base, count: bytes.count) }
    }
    count += bytes.count
  }

  func put(_ identifier: Identifier) {
    if capacity - count < Identifier.textLength { grow(by: Identifier.textLength) }
    count += identifier.write(to: line + count)
  }

  /// `2026-11-02`, or less of it.
  func put(_ date: PartialDate) {
    if capacity - count < PartialDate.longestText { grow(by: PartialDate.longestText) }
    count += date.write(to: line + count)
  }

  /// `2026-11-02T09:30:00Z`, or the basic form of 4.0, `20261102T093000Z`.
  func put(_ time: Timestamp, basic: Bool) {
    let seconds = time.secondsSince1970
    let second = (seconds % 86400 + 86400) % 86400
    let day = CivilDay(daysSince1970: (seconds - second) / 86400).parts
    put(number: max(0, min(day.year, 9999)), width: 4)
    if !basic { put(UInt8(ascii: "-")) }
    put(number: day.month, width: 2)
    if !basic { put(UInt8(ascii: "-")) }
    put(number: day.day, width: 2)
    put(UInt8(ascii: "T"))
    put(number: second / 3600, width: 2)
    if !basic { put(UInt8(ascii: ":")) }
    put(number: second / 60 % 60, width: 2)
    if !basic { put(UInt8(ascii: ":")) }
    put(number: second % 60, width: 2)
    put(UInt8(ascii: "Z"))
  }

  /// `number`, which is not negative, with leading zeros.
  func put(number: Int, width: Int) {
    if capacity - count < width { grow(by: width) }
    var rest = number
    for position in stride(from: width - 1, through: 0, by: -1) {
      line[count + position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }

  /// The colon, and with it the value.
  @inline(__always)
  func beginValue() {
    put(UInt8(ascii: ":"))
    valueStart = count
  }

  /// A text value: separators, backslashes and line ends escaped. In 2.1 nothing separates there.
  func put(text: String) {
    if isOld { putOld(text, escaping: []) } else { put(text, escapingSeparators: true, escapingBackslash: true) }
  }

  /// A text that is one part of a structured value; in 2.1 only semicolons separate.
  func put(part: String) {
    if isOld { putOld(part, escaping: [0x3b]) } else { put(part, escapingSeparators: true, escapingBackslash: true) }
  }

  /// A text in a list, of which 2.1 knows none; readers split it as those of 3.0.
  func put(item: String) {
    if isOld {
      putOld(item, escaping: [0x3b, 0x2c])
    } else {
      put(item, escapingSeparators: true, escapingBackslash: true)
    }
  }

  /// A value without structure, such as a URI.
  func put(uri: String) {
    if isOld { putOld(uri, escaping: []) } else { put(uri, escapingSeparators: false, escapingBackslash: true) }
  }

  /// A value that is escaped already.
  func put(raw: String) {
    if isOld { putOld(raw: raw) } else { put(raw, escapingSeparators: false, escapingBackslash: false) }
  }

  private func put(_ text: String, escapingSeparators: Bool, escapingBackslash: Bool) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      if capacity - count < bytes.count * 2 { grow(by: bytes.count * 2) }
      var target = line + count
      var index = 0
      while index < bytes.count {
        let start = index
        while index < bytes.count, meanings[Int(base[index])] == Meaning.plain { index += 1 }
        target.update(from: base + start, count: index - start)
        target += index - start
        guard index < bytes.count else { break }
        let byte = base[index]
        switch meanings[Int(byte)] {
        case Meaning.lineEnd:
          if byte == 0x0d {
            changedLineEnds += 1
            if index + 1 < bytes.count, base[index + 1] == 0x0a { index += 1 }
          }
          (target[0], target[1]) = (0x5c, UInt8(ascii: "n"))
          target += 2
        case Meaning.dropped: droppedCount += 1
        case Meaning.separator where !escapingSeparators, Meaning.escaped where !escapingBackslash:
          target[0] = byte
          target += 1
        default:
          (target[0], target[1]) = (0x5c, byte)
          target += 2
        }
        index += 1
      }
      count = UnsafePointer(target) - UnsafePointer(line)
    }
  }

  /// `text` as a parameter value: quoted where it must be, `^` for what quotation marks cannot hold (RFC 6868).
  func put(parameterValue text: String) {
    let isQuoted = text.utf8.contains { $0 == 0x3a || $0 == 0x3b || $0 == 0x2c }
    if isQuoted { put(0x22) }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0a where previous == 0x0d: break
      case 0x0a, 0x0d: put("^n")
      case 0x22: put("^'")
      case UInt8(ascii: "^"): put("^^")
      case 0x09: put(byte)
      case 0..<0x20, 0x7f: droppedCount += 1
      default: put(byte)
      }
      previous = byte
    }
    if isQuoted { put(0x22) }
  }

  /// A name from outside, made to be one: letters, digits and hyphens. False if nothing is left.
  @discardableResult
  func put(name: String) -> Bool {
    let start = count
    for byte in name.utf8 { put(PropertyWriter.isNameByte(byte) ? byte : UInt8(ascii: "-")) }
    return count > start
  }

  /// The same for a name that a file had: what is no delimiter stays.
  func put(keptName name: String) {
    let start = count
    for byte in name.utf8 { put(PropertyWriter.isKeptNameByte(byte) ? byte : UInt8(ascii: "-")) }
    guard count > start else { return }
    if line[start] == 0x20 { line[start] = UInt8(ascii: "-") }
    if line[count - 1] == 0x20 { line[count - 1] = UInt8(ascii: "-") }
  }

  static func isKeptNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x2c, 0x2e, 0x3a, 0x3b, 0x3d, 0x5c, 0x7f...0xff: false
    default: true
    }
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"): true
    default: false
    }
  }

  // MARK: Lines

  /// Ends the line, folded if it is long.
  @inline(__always)
  func endLine() throws {
    if isOld { return endOldLine() }
    try endFoldedLine()
  }

  /// Ends a line of base 64, which is folded in every version; 2.1 wants an empty line behind it.
  func endBinaryLine() throws {
    try endFoldedLine()
    if isOld {
      put("\r\n")
      lineStart = count
    }
  }

  @inline(__always)
  private func endFoldedLine() throws {
    if count - lineStart > room || room < PropertyWriter.lineLimit { try handOver(whole: true) }
    if capacity - count < 2 { grow(by: 2) }
    (line[count], line[count + 1]) = (0x0d, 0x0a)
    count += 2
    lineStart = count
    room = PropertyWriter.lineLimit
  }

  /// Hands over what there is of a long line.
  func flushPart() throws { try handOver(whole: false) }

  /// Hands over the finished lines.
  func flushLines() throws {
    try output.write(UnsafeBufferPointer(start: line, count: lineStart))
    line.update(from: line + lineStart, count: count - lineStart)
    count -= lineStart
    lineStart = 0
    valueStart = 0
  }

  /// Hands over everything, the last line folded; of a line that is not whole yet, a rest is held back.
  private func handOver(whole: Bool) throws {
    try flushLines()
    var start = 0
    let folds = count / (PropertyWriter.lineLimit - 4) + 2
    var target = try output.reserve(count + folds * 3)
    let begin = target
    while count - start > (whole ? 0 : room) {
      var length = min(room, count - start)
      if length < count - start { length = wholeCharacters(from: start, length) }
      target.update(from: line + start, count: length)
      target += length
      start += length
      room -= length
      if start < count {
        (target[0], target[1], target[2]) = (0x0d, 0x0a, 0x20)
        target += 3
        room = PropertyWriter.lineLimit - 1
      }
    }
    output.advance(by: UnsafePointer(target) - UnsafePointer(begin))
    line.update(from: line + start, count: count - start)
    count -= start
  }

  /// The most of `length` bytes that does not end within a UTF-8 character.
  private func wholeCharacters(from start: Int, _ length: Int) -> Int {
    var shorter = length
    while shorter > length - 4, shorter > 0, line[start + shorter] & 0xc0 == 0x80 { shorter -= 1 }
    return shorter > 0 ? shorter : length
  }

  private func grow(by size: Int) {
    let grown = max(capacity * 2, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: line, count: count)
    line.deallocate()
    line = larger
    capacity = grown
  }
}
