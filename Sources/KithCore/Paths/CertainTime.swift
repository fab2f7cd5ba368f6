/// What is certain of a time of which only parts are known.
struct CertainTime {
  /// Days on all of which it lasted; nil where there is none that is certain.
  private(set) var always: DaySpan?
  /// Spans on some day of each of which it lasted: its start, its end.
  private(set) var sometime: [DaySpan] = []

  /// - Parameter today: a complete date. What has no end lasts until today.
  init(_ period: Period, today: PartialDate) {
    let start = period.start.flatMap(DaySpan.init)
    let end = period.end.flatMap(DaySpan.init)
    let isOpen = period.end == nil && !period.endedAtUnknownDate
    guard start.map({ $0.first <= today }) ?? true else { return }
    sometime = [start, end].compactMap { $0 }
    if isOpen, start == nil, period.start == nil { always = DaySpan(today, today) }
    if let start, let last = isOpen ? today : end?.first, start.last <= last { always = DaySpan(start.last, last) }
  }

  /// Whether there is a day on which both lasted, whatever the dates that are not known were.
  func overlaps(_ other: CertainTime) -> Bool {
    if let always, let theirs = other.always, always.meets(theirs) { return true }
    return isWithin(other) || other.isWithin(self)
  }

  private func isWithin(_ other: CertainTime) -> Bool {
    guard let always = other.always else { return false }
    return sometime.contains(where: always.contains)
  }
}
