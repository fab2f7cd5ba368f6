import KithCore

extension CellReader {
  func date(_ cell: Bytes) -> PartialDate? {
    if cell.count == 10, let date = day(cell) { return date }
    return cell.count < 40 ? PartialDate(decoder.text(cell)) : nil
  }

  /// `2026-11-02T09:30:00Z` quickly, other forms as ``Timestamp`` reads them.
  func timestamp(_ cell: Bytes) -> Timestamp? {
    if cell.count == 20, cell[10] == UInt8(ascii: "T"), cell[19] == UInt8(ascii: "Z"),
      let date = day(Bytes(rebasing: cell[..<10])), let day = CivilDay(date), let seconds = secondsOfDay(cell)
    {
      return Timestamp(secondsSince1970: day.daysSince1970 * 86400 + seconds)
    }
    return cell.count < 40 ? Timestamp(decoder.text(cell)) : nil
  }

  /// Reads one end of a period; an end may be `over`. False if it is no date.
  func take(_ cell: Bytes, isEnd: Bool, into period: inout Period) -> Bool {
    if isEnd, cell.elementsEqual("over".utf8) {
      period = Period(start: period.start, endedAtUnknownDate: true)
      return true
    }
    guard let date = date(cell) else { return false }
    if isEnd { period.end = date } else { period.start = date }
    return true
  }

  private func day(_ text: Bytes) -> PartialDate? {
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let year = number(text, 0, 4),
      let month = number(text, 5, 2), let day = number(text, 8, 2)
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  private func secondsOfDay(_ text: Bytes) -> Int? {
    guard text[13] == ListCell.colon, text[16] == ListCell.colon, let hour = number(text, 11, 2),
      let minute = number(text, 14, 2), let second = number(text, 17, 2), hour < 24, minute < 60, second < 61
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private func number(_ text: Bytes, _ first: Int, _ count: Int) -> Int? {
    var value = 0
    for byte in text[first..<first + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
