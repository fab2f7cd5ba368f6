extension Selector {
  /// One condition.
  public enum Term: Hashable, Sendable {
    public enum Tense: String, Sendable, CaseIterable { case now, past }

    /// A name or a part of one, a nickname, an e-mail address, a phone number, an id.
    case reference(String)
    /// `@acme`, `@acme:now`, `@acme:past`: tied to the company, working there, having worked there.
    case company(String, Tense?)
    case tag(String)
    /// Was there, or spoke, or made it, or met you there.
    case event(String)
    /// People other than you with whom nothing happened for as long as that, or ever.
    case idle(Interval)
    /// With an open follow-up or an interval of touch that is due by then.
    case due(Horizon)
    /// People whom you met in that time.
    case met(Span)
    case tie(Connection)
    /// Tied to a company that said no in that time.
    case rejected(Span)
    /// Introduced or referred by somebody.
    case via(String)
    case kind(Entity.Kind)
    /// A plain field with all of the words; with anything where nil.
    case field(Field, String?)
    /// A custom field of that name.
    case custom(String, String?)
    /// A selector that was saved under a name.
    case saved(String)
  }

  /// Until when something is due.
  public enum Horizon: Hashable, Sendable {
    case today
    case within(Interval)
    /// Whenever.
    case any

    public func last(today: CivilDay) -> CivilDay {
      switch self {
      case .today: today
      case .within(let interval): interval.after(today)
      case .any: CivilDay(daysSince1970: .max)
      }
    }
  }

  /// A stretch of the calendar.
  public enum Span: Hashable, Sendable {
    case any
    /// A year, a month of one, or a day.
    case during(PartialDate)
    /// The days up to today.
    case within(Interval)

    /// The dates in it, as ``PartialDate/packed``: a date known to the year alone stands before the first of January.
    public func packed(today: CivilDay) -> ClosedRange<Int> {
      switch self {
      case .any: 0...Int.max
      case .during(let date):
        date.packed...date.packed + (date.month == nil ? 9999 : date.day == nil ? 99 : 0)
      case .within(let interval): min(interval.before(today), today).date.packed...today.date.packed
      }
    }
  }

  /// How a person is tied to you.
  public enum Connection: Hashable, Sendable {
    /// By a part in an application of yours.
    case role(JobApplication.Involvement.Role)
    /// By a relation between people, whichever end is yours.
    case relation(RelationType)

    /// Those between people.
    public static let relations = RelationType.allCases.filter {
      $0.ends.subject == [.person] && $0.ends.object == [.person]
    }
  }
}

extension Selector.Term {
  var isKind: Bool {
    if case .kind = self { true } else { false }
  }

  /// The kinds of record for which it can hold.
  var kinds: Set<Entity.Kind> {
    switch self {
    case .kind(let kind): [kind]
    case .company, .idle, .met, .tie, .rejected, .via: [.person]
    case .field(let field, _) where field.isOfPeople: [.person]
    case .due: [.person, .company, .organization]
    case .reference, .tag, .event, .field, .custom, .saved: Set(Entity.Kind.allCases)
    }
  }
}

extension Interval {
  /// The day one interval before `day`.
  public func before(_ day: CivilDay) -> CivilDay {
    switch unit {
    case .days, .weeks: day + -approximateDays
    case .months: day.adding(months: -count)
    case .years: day.adding(months: -count * 12)
    }
  }
}
