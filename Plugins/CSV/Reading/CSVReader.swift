import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Splits an input into records and fields (RFC 4180), forgiving what spreadsheets forgive.
///
/// Records end at CR LF, LF or CR; lines without a byte are passed over; a byte order mark is not part of the first
/// field. A quote inside a field that does not begin with one is a character like any other, and so is all that follows
/// a closing quote. A record longer than the limit is skipped, so that memory stays bounded.
final class CSVReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether an apostrophe at the beginning of a field is a mark: see ``SpreadsheetMark``.
  var takesOffMarks = false

  private let input: InputSource
  private let delimiter: UInt8
  private let limit: Int
  private let decoder: CSVTextDecoder
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var atEnd = false
  private var line = 1

  private let slots: UnsafeMutablePointer<CSVRecord.Slot>
  private static let slotCapacity = 4096
  private var fieldCount = 0
  /// Line ends within quotes in the record.
  private var innerLineEnds = 0
  /// Of the quoted field scanned last: where it goes on behind its closing quote, and what was met within.
  private var afterQuotes = 0
  private var hasDoubledQuotes = false
  private var isUnclosed = false
  /// Where the record after this one begins.
  private var next = 0
  /// Some field of the record has quotes within.
  private var isMessy = false
  /// Quotes that were never closed, to be read as characters, counted from the beginning of the record.
  private var literalQuotes: [Int] = []
  private var problem: CSVRecord.Problem?
  /// Each costs one more pass over what is left, so they are few.
  private var rescuesLeft = 16

  init(
    _ input: InputSource, delimiter: UInt8, decoder: CSVTextDecoder, limit: Int = 16 << 20, capacity: Int = 1 << 18
  ) throws {
    self.input = input
    self.delimiter = delimiter
    self.decoder = decoder
    self.limit = limit
    self.capacity = capacity
    buffer = .allocate(capacity: capacity)
    slots = .allocate(capacity: CSVReader.slotCapacity)
    try fill()
    if end >= 3, buffer[0] == 0xef, buffer[1] == 0xbb, buffer[2] == 0xbf { start = 3 }
  }

  deinit {
    buffer.deallocate()
    slots.deallocate()
  }

  /// The next record that has a byte; nil at the end.
  func nextRecord() throws -> CSVRecord? {
    while true {
      if start == end, atEnd { return nil }
      switch scan() {
      case .complete:
        if isMessy { tidyFields() }
        if takesOffMarks { takeOffMarks() }
        let record = currentRecord()
        passRecord()
        if record.totalCount > 0 { return record }
      case .cut:
        if end - start > limit { return try skippedRecord() }
        try fill()
      case .unclosed(let quote):
        rescuesLeft -= 1
        literalQuotes.append(quote - start)
        problem = .unclosedQuote
      }
    }
  }

  private func currentRecord() -> CSVRecord {
    CSVRecord(
      base: UnsafePointer(buffer), slots: UnsafePointer(slots), count: min(fieldCount, CSVReader.slotCapacity),
      totalCount: fieldCount, line: line, problem: problem, decoder: decoder, reader: self)
  }

  private func passRecord() {
    start = next
    line += 1 + innerLineEnds
    if problem != nil { (problem, literalQuotes) = (nil, []) }
  }

  // MARK: Scanning

  private enum Outcome {
    case complete
    /// The buffer ends before the record does.
    case cut
    /// The input ends within quotes that were opened here.
    case unclosed(Int)
  }

  /// Finds the fields of the record at `start` and where the next one begins. Changes nothing in the buffer, so that it
  /// can begin again when there is more of it.
  private func scan() -> Outcome {
    fieldCount = 0
    innerLineEnds = 0
    isMessy = false
    var index = start
    while true {
      let field = index
      if index < end, buffer[index] == CSVReader.quote, !isLiteral(index) {
        if let outcome = scanQuoted(from: field) { return outcome }
        index = afterQuotes
        if index < end, !isFieldEnd(buffer[index]) { index = endOfPlainField(from: index) }
        if index == end, !atEnd { return .cut }
        addQuoted(from: field, to: index)
      } else {
        index = endOfPlainField(from: field)
        if index == end, !atEnd { return .cut }
        let isBlank = index == field && fieldCount == 0 && (index == end || buffer[index] != delimiter)
        if !isBlank { addSlot(field, index - field, isMessy: false) }
      }
      guard index < end, buffer[index] == delimiter else { return finish(at: index) }
      index += 1
    }
  }

  @inline(__always)
  private func isLiteral(_ quote: Int) -> Bool { !literalQuotes.isEmpty && literalQuotes.contains(quote - start) }

  @inline(__always)
  private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
  }

  private func endOfPlainField(from first: Int) -> Int {
    let (bytes, end, delimiter) = (UnsafePointer(buffer), end, delimiter)
    var index = first
    while index < end {
      let byte = bytes[index]
      if byte == delimiter || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn { break }
      index += 1
    }
    return index
  }

  /// Takes the line end at `index`.
  private func finish(at index: Int) -> Outcome {
    next = index
    guard index < end else { return .complete }
    next += 1
    guard buffer[index] == CSVReader.carriageReturn else { return .complete }
    if next == end, !atEnd { return .cut }
    if next < end, buffer[next] == CSVReader.lineFeed { next += 1 }
    return .complete
  }

  /// Sets `afterQuotes` behind the closing quote of the field whose opening quote is at `opening`; otherwise says why not.
  private func scanQuoted(from opening: Int) -> Outcome? {
    var index = opening + 1
    hasDoubledQuotes = false
    isUnclosed = false
    while let found = memchr(buffer + index, Int32(CSVReader.quote), end - index) {
      index = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer) + 1
      if index == end, !atEnd { return .cut }
      guard index < end, buffer[index] == CSVReader.quote else {
        afterQuotes = index
        return isStray(from: opening, to: index) && rescuesLeft > 0 ? .unclosed(opening) : nil
      }
      hasDoubledQuotes = true
      index += 1
    }
    if !atEnd { return .cut }
    if rescuesLeft > 0 { return .unclosed(opening) }
    (afterQuotes, isUnclosed, problem) = (end, true, .unclosedQuote)
    return nil
  }

  /// Whether the quotes of a field, closed before `behind`, are more likely one forgotten quote and the opening one of
  /// another line: there is a line end within and the field does not end there. `\"` is an escape of other programs.
  private func isStray(from opening: Int, to behind: Int) -> Bool {
    guard behind < end, !isFieldEnd(buffer[behind]), buffer[behind - 2] != UInt8(ascii: "\\") else { return false }
    return lineEnds(from: opening, to: behind) > 0
  }

  private func addQuoted(from opening: Int, to fieldEnd: Int) {
    innerLineEnds += lineEnds(from: opening, to: afterQuotes)
    if hasDoubledQuotes || isUnclosed || afterQuotes < fieldEnd {
      isMessy = true
      addSlot(opening, fieldEnd - opening, isMessy: true)
    } else {
      addSlot(opening + 1, afterQuotes - opening - 2, isMessy: false)
    }
  }

  @inline(__always)
  private func addSlot(_ start: Int, _ count: Int, isMessy: Bool) {
    if fieldCount < CSVReader.slotCapacity {
      slots[fieldCount] = CSVRecord.Slot(start: start, count: count, isMessy: isMessy)
    }
    fieldCount += 1
  }

  private func lineEnds(from first: Int, to last: Int) -> Int {
    var (count, previous) = (0, UInt8(0))
    for index in first..<last {
      let byte = buffer[index]
      if byte == CSVReader.carriageReturn || byte == CSVReader.lineFeed && previous != CSVReader.carriageReturn {
        count += 1
      }
      previous = byte
    }
    return count
  }

  private func takeOffMarks() {
    for field in 0..<min(fieldCount, CSVReader.slotCapacity)
    where slots[field].count > 0 && buffer[slots[field].start] == SpreadsheetMark.apostrophe {
      slots[field].start += 1
      slots[field].count -= 1
    }
  }

  // MARK: Quotes within a field

  private func tidyFields() {
    for field in 0..<min(fieldCount, CSVReader.slotCapacity) where slots[field].isMessy { tidy(&slots[field]) }
  }

  /// Moves the text of a field together: without the opening and the closing quote, one quote for each doubled one, what
  /// follows the closing quote as it stands.
  private func tidy(_ slot: inout CSVRecord.Slot) {
    var (target, source, isOpen) = (slot.start, slot.start + 1, true)
    let fieldEnd = slot.start + slot.count
    while source < fieldEnd {
      let byte = buffer[source]
      source += 1
      if isOpen, byte == CSVReader.quote {
        isOpen = source < fieldEnd && buffer[source] == CSVReader.quote
        guard isOpen else { continue }
        source += 1
      }
      buffer[target] = byte
      target += 1
    }
    slot.count = target - slot.start
  }

  // MARK: Too long

  /// Throws away the record at `start` as it is read.
  private func skippedRecord() throws -> CSVRecord {
    fieldCount = 0
    problem = .tooLong
    let record = currentRecord()
    var (state, previous, count) = (CSVScanState.fieldStart, UInt8(0), 0)
    while let byte = try peekByte() {
      let isLineEnd = byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
      if isLineEnd, state != .quoted { break }
      if isLineEnd, byte == CSVReader.carriageReturn || previous != CSVReader.carriageReturn { count += 1 }
      state = state.after(byte, delimiter: delimiter)
      previous = byte
      start += 1
    }
    try skipLineEnd()
    innerLineEnds = count
    next = start
    passRecord()
    return record
  }

  private func skipLineEnd() throws {
    guard let byte = try peekByte() else { return }
    start += 1
    if byte == CSVReader.carriageReturn, try peekByte() == CSVReader.lineFeed { start += 1 }
  }

  /// The byte at `start`; nil at the end.
  private func peekByte() throws -> UInt8? {
    if start == end, !atEnd { try fill() }
    return start < end ? buffer[start] : nil
  }

  // MARK: Buffer

  /// Moves what is left to the front and reads on behind it until the buffer is full: so a record that does not fit is
  /// scanned anew only each time that the buffer has doubled.
  private func fill() throws {
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if end == capacity { grow() }
    while end < capacity, !atEnd {
      let got = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
      atEnd = got == 0
      end += got
    }
  }

  /// Doubles the buffer, but to no more than shows that a record is longer than the limit.
  private func grow() {
    let size = max(capacity + 1, min(capacity * 2, limit + 1))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity = size
  }
}
