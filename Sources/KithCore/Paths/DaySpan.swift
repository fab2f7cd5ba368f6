/// The days that a date as precise as it is known may mean, as complete dates.
struct DaySpan: Equatable {
  let first: PartialDate
  let last: PartialDate

  init(_ first: PartialDate, _ last: PartialDate) {
    self.first = first
    self.last = last
  }

  /// Nil where the year is not known.
  init?(_ date: PartialDate) {
    guard let year = date.year else { return nil }
    let months = date.month.map { $0...$0 } ?? 1...12
    let lastDay = PartialDate.days(inMonth: months.upperBound, of: year)
    guard let first = PartialDate(year: year, month: months.lowerBound, day: date.day ?? 1),
      let last = PartialDate(year: year, month: months.upperBound, day: date.day ?? lastDay)
    else { return nil }
    self.init(first, last)
  }

  func contains(_ other: DaySpan) -> Bool { first <= other.first && other.last <= last }
  func meets(_ other: DaySpan) -> Bool { max(first, other.first) <= min(last, other.last) }
}
