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
    advance(by: timestamp.write(to: reserve(Timestamp.textLength)))
  }

  /// `2026-11-02`, or less of it.
  func date(_ date: PartialDate) { advance(by: date.write(to: reserve(PartialDate.longestText))) }
}
