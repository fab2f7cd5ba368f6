import KithCore

extension CSVWriter {
  func cell(_ date: PartialDate?) {
    emptyCell()
    if let date { self.date(date) }
  }

  /// The end of a period: a date, or `over` where only that is known.
  func cell(endOf period: Period) {
    cell(period.end)
    if period.end == nil, period.endedAtUnknownDate { write("over") }
  }

  func cell(_ timestamp: Timestamp) {
    emptyCell()
    self.timestamp(timestamp)
  }

  /// `2026-11-02`, or less of it.
  func date(_ date: PartialDate) {
    guard let year = date.year, let month = date.month, let day = date.day else { return write(date.description) }
    let target = reserve(10)
    CSVWriter.digits(year, 4, target)
    target[4] = UInt8(ascii: "-")
    CSVWriter.digits(month, 2, target + 5)
    target[7] = UInt8(ascii: "-")
    CSVWriter.digits(day, 2, target + 8)
    advance(by: 10)
  }

  /// `2026-11-02T09:30:00Z`
  private func timestamp(_ timestamp: Timestamp) {
    let second = timestamp.secondsSince1970
    let day = (second >= 0 ? second : second - 86399) / 86400
    let ofDay = second - day * 86400
    date(CivilDay(daysSince1970: day).date)
    let target = reserve(10)
    target[0] = UInt8(ascii: "T")
    CSVWriter.digits(ofDay / 3600, 2, target + 1)
    target[3] = ListCell.colon
    CSVWriter.digits(ofDay / 60 % 60, 2, target + 4)
    target[6] = ListCell.colon
    CSVWriter.digits(ofDay % 60, 2, target + 7)
    target[9] = UInt8(ascii: "Z")
    advance(by: 10)
  }

  private static func digits(_ value: Int, _ count: Int, _ target: UnsafeMutablePointer<UInt8>) {
    var (rest, position) = (value, count)
    while position > 0 {
      position -= 1
      target[position] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
  }
}
