/// Two people in one place at the same time, with the two relations that prove it. A suggestion, never a tie.
public struct Overlap: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case worked, studied, belonged, attended

    /// The kind of place that a relation of this type leads to; nil where it proves nothing.
    public init?(_ type: RelationType) {
      switch type {
      case .worksFor, .founded: self = .worked
      case .studiedAt: self = .studied
      case .memberOf: self = .belonged
      case .attended, .spokeAt, .organized: self = .attended
      default: return nil
      }
    }
  }

  public let kind: Kind
  public let place: EntitySummary
  /// When both were there, as far as known. For an event, when it was, once somebody has looked.
  public var period: Period
  /// What proves it: of the first person, of the second.
  public let proof: [Presence]

  public init(_ kind: Kind, at place: EntitySummary, _ period: Period, proof: [Presence]) {
    self.kind = kind
    self.place = place
    self.period = period
    self.proof = proof
  }

  /// Relations by which somebody was in a place.
  public static let types: Set<RelationType> = Set(RelationType.allCases.filter { Kind($0) != nil })
}

/// Somebody's time in a place, as one relation tells it.
public struct Presence: Sendable, Equatable {
  public let type: RelationType
  public let place: EntitySummary
  public let title: String?
  public let period: Period

  public init(
    _ type: RelationType, at place: EntitySummary, title: String? = nil, _ period: Period = .unknown
  ) {
    self.type = type
    self.place = place
    self.title = title
    self.period = period
  }

  /// The overlap with another's time, if both were there on some day, whatever the dates that are not known were.
  ///
  /// An event is one occasion: who was at it was there with the others, unless the dates told are apart.
  /// - Parameter today: a complete date.
  public func overlap(with other: Presence, today: PartialDate) -> Overlap? {
    guard place.id == other.place.id, let kind = Overlap.Kind(type), let theirs = Overlap.Kind(other.type),
      kind == theirs
    else { return nil }
    if kind == .attended {
      guard !isApart(from: other) else { return nil }
      return Overlap(kind, at: place, .unknown, proof: [self, other])
    }
    guard CertainTime(period, today: today).overlaps(CertainTime(other.period, today: today)) else { return nil }
    return Overlap(kind, at: place, shared(with: other), proof: [self, other])
  }

  /// Whether both were told with dates that cannot be the same occasion.
  private func isApart(from other: Presence) -> Bool {
    guard let mine = Presence.span(period), let theirs = Presence.span(other.period) else { return false }
    return !mine.meets(theirs)
  }

  private static func span(_ period: Period) -> DaySpan? {
    guard let start = (period.start ?? period.end).flatMap(DaySpan.init),
      let end = (period.end ?? period.start).flatMap(DaySpan.init)
    else { return nil }
    return DaySpan(start.first, end.last)
  }

  /// From the later start to the earlier end, as they were told. Where one start is not known, neither is the later.
  private func shared(with other: Presence) -> Period {
    let start = period.start.flatMap { mine in other.period.start.map { max(mine, $0) } }
    let ends = [period.end, other.period.end].compactMap { $0 }
    return Period(
      start: start, end: ends.min(),
      endedAtUnknownDate: period.endedAtUnknownDate || other.period.endedAtUnknownDate)
  }
}
