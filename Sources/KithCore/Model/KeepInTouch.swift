/// How often you mean to be in touch with somebody, and since when that counts. One for each of them. Private.
public struct KeepInTouch: Hashable, Sendable {
  /// The person, company or organization; never an event.
  public var entity: Identifier
  public var every: Interval
  /// The day of the last touch, or the day on which it began.
  public var since: CivilDay
  /// Not before that day, whatever the interval says.
  public var snoozedUntil: CivilDay?
  /// Kept, so that nothing proposes it again, and never due.
  public var isIgnored: Bool

  public init(
    _ entity: Identifier, every: Interval, since: CivilDay, snoozedUntil: CivilDay? = nil, isIgnored: Bool = false
  ) {
    self.entity = entity
    self.every = every
    self.since = since
    self.snoozedUntil = snoozedUntil
    self.isIgnored = isIgnored
  }

  /// The day on which to be in touch again; nil if ignored.
  public var due: CivilDay? {
    if isIgnored { return nil }
    let next = every.after(since)
    return snoozedUntil.map { max($0, next) } ?? next
  }
}
