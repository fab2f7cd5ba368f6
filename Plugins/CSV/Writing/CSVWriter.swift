import KithCore

/// Writes records as RFC 4180 has them: commas, CR LF, quotes only where they are needed.
///
/// A cell with a comma, a quote, CR or LF is quoted, and one that begins or ends with a space or tab, which some readers
/// would take off. A control character other than tab and line ends is no text of RFC 4180 and could command a terminal:
/// U+FFFD stands in its place. A row is put together here and handed to the output when it is whole.
final class CSVWriter {
  private let output: OutputSink
  /// Formulas get an apostrophe, and the header row the column that says so: see ``SpreadsheetMark``.
  private let marksFormulas: Bool
  private var row: UnsafeMutablePointer<UInt8>
  private var capacity = 4096
  private var count = 0
  private var cellStart = 0
  private var isRowStart = true
  /// Cells without a mark that a spreadsheet would take for a formula.
  private(set) var formulaCount = 0
  /// Rows in which a control character was replaced.
  private(set) var controlRowCount = 0
  private var rowHasControls = false
  /// The moment written last, and its text: a record is often made and modified at one moment.
  var lastTime = Timestamp(secondsSince1970: 0)
  let lastTimeText = UnsafeMutablePointer<UInt8>.allocate(capacity: Timestamp.textLength)

  init(_ output: OutputSink, marksFormulas: Bool = false) {
    self.output = output
    self.marksFormulas = marksFormulas
    row = .allocate(capacity: capacity)
    lastTime.write(to: lastTimeText)
  }

  deinit {
    row.deallocate()
    lastTimeText.deallocate()
  }

  // MARK: Cells

  func emptyCell() {
    if !isRowStart { write(ListCell.comma) }
    isRowStart = false
  }

  func beginCell() {
    emptyCell()
    cellStart = count
  }

  func endCell() {
    guard cellStart < count else { return }
    let first = row[cellStart]
    if CSVWriter.mayNeedMark(first) { markCell() }
    let (needsQuotes, controls) = examineCell()
    if controls > 0 { replaceControls(controls) }
    if needsQuotes || CSVWriter.isSpace(first) || CSVWriter.isSpace(row[count - 1]) { quoteCell() }
  }

  func cell(_ text: String) {
    beginCell()
    write(text)
    endCell()
  }

  func cell(_ text: String?) {
    if let text { cell(text) } else { emptyCell() }
  }

  func cell(_ id: Identifier) {
    emptyCell()
    id.write(to: reserve(Identifier.textLength))
    advance(by: Identifier.textLength)
  }

  func endHeader() throws {
    if marksFormulas { cell(SpreadsheetMark.column) }
    try finishRow()
  }

  func endRow() throws {
    if marksFormulas { emptyCell() }
    try finishRow()
  }

  private func finishRow() throws {
    write("\r\n")
    try output.write(UnsafeBufferPointer(start: row, count: count))
    count = 0
    isRowStart = true
    if rowHasControls { controlRowCount += 1 }
    rowHasControls = false
  }

  /// How many bytes the cell begun has.
  var cellCount: Int { count - cellStart }

  func emptyBegunCell() { count = cellStart }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  private static func mayNeedMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0d, 0xef, UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  private func markCell() {
    let isFormula = SpreadsheetMark.isFormula(UnsafeBufferPointer(start: row + cellStart, count: count - cellStart))
    guard marksFormulas else {
      if isFormula { formulaCount += 1 }
      return
    }
    guard isFormula || row[cellStart] == SpreadsheetMark.apostrophe else { return }
    reserve(1)
    (row + cellStart + 1).update(from: row + cellStart, count: count - cellStart)
    row[cellStart] = SpreadsheetMark.apostrophe
    advance(by: 1)
  }

  private func examineCell() -> (needsQuotes: Bool, controls: Int) {
    let (row, count) = (UnsafePointer(row), count)
    var (index, needsQuotes, controls) = (cellStart, false, 0)
    while index < count {
      if index + 8 <= count, !CSVWriter.hasSpecial(row + index) {
        index += 8
        continue
      }
      let end = min(index + 8, count)
      while index < end {
        let byte = row[index]
        index += 1
        if byte == 0x2c || byte == 0x22 || byte == 0x0a || byte == 0x0d {
          needsQuotes = true
        } else if CSVWriter.isControl(byte) {
          controls += 1
        }
      }
    }
    return (needsQuotes, controls)
  }

  /// Whether one of eight bytes is a control character, a quote, a comma or DEL.
  @inline(__always)
  private static func hasSpecial(_ bytes: UnsafePointer<UInt8>) -> Bool {
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let below = (word &- 0x2020_2020_2020_2020) & ~word & tops
    return below | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x2c2c_2c2c_2c2c_2c2c)
      | zeros(word ^ 0x7f7f_7f7f_7f7f_7f7f) != 0
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7f || byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d
  }

  /// Makes the controls of the cell, of which there are `controls`, three bytes each, from the back, in place.
  private func replaceControls(_ controls: Int) {
    rowHasControls = true
    var source = count
    reserve(controls * 2)
    advance(by: controls * 2)
    var target = count
    while source > cellStart {
      source -= 1
      let byte = row[source]
      target -= 1
      row[target] = byte
      guard CSVWriter.isControl(byte) else { continue }
      target -= 2
      (row[target], row[target + 1], row[target + 2]) = (0xef, 0xbf, 0xbd)
    }
  }

  /// Puts quotes round the cell and doubles those within, from the back, in place.
  private func quoteCell() {
    let quote = UInt8(ascii: "\"")
    var inner = 0
    for index in cellStart..<count where row[index] == quote { inner += 1 }
    var source = count
    reserve(inner + 2)
    advance(by: inner + 2)
    var target = count - 1
    row[target] = quote
    while source > cellStart {
      source -= 1
      target -= 1
      row[target] = row[source]
      if row[source] == quote {
        target -= 1
        row[target] = quote
      }
    }
    row[cellStart] = quote
  }

  // MARK: Bytes

  /// Room for `size` more bytes.
  @inline(__always)
  @discardableResult
  func reserve(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < size { grow(by: size) }
    return row + count
  }

  @inline(__always)
  func advance(by size: Int) { count += size }

  @inline(__always)
  func write(_ byte: UInt8) {
    reserve(1).pointee = byte
    count += 1
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// Writes one of several values of a cell; false if it does not come back as it is.
  func sharedValue(_ text: String) -> Bool {
    let start = count
    write(text)
    return ValueSeparator.keeps(UnsafeBufferPointer(start: row + start, count: count - start))
  }

  /// Writes a cell with one value; false if it comes back as several.
  func wholeCell(_ text: String) -> Bool {
    beginCell()
    write(text)
    let isWhole = ValueSeparator.position(in: UnsafeBufferPointer(start: row + cellStart, count: cellCount)) == nil
    endCell()
    return isWhole
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  private func grow(by size: Int) {
    capacity = max(capacity * 2, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: row, count: count)
    row.deallocate()
    row = larger
  }
}
