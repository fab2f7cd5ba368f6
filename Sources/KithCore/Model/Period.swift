/// When something held (W3C ORG `memberDuring`): from, to, each as precise as known.
public struct Period: Hashable, Sendable {
  public var start: PartialDate?
  public var end: PartialDate?
  /// Over, though nobody knows since when. Implied by `end`.
  public var endedAtUnknownDate: Bool

  public init(start: PartialDate? = nil, end: PartialDate? = nil, endedAtUnknownDate: Bool = false) {
    self.start = start
    self.end = end
    self.endedAtUnknownDate = end == nil && endedAtUnknownDate
  }

  public static let unknown = Period()

  public var isEmpty: Bool { self == .unknown }

  /// Whether it was over by `day`. An end in a year or month counts from the start of that year or month.
  public func isOver(on day: PartialDate) -> Bool {
    endedAtUnknownDate || end.map { $0 < day } ?? false
  }

  /// Whether it held on `day`; nil where the dates known do not say.
  public func contains(_ day: PartialDate) -> Bool? {
    if let start, start > day { return false }
    if let end, end < day { return false }
    if endedAtUnknownDate || start == nil { return nil }
    return true
  }
}
