/// A typed, dated edge: `subject` `type` `object`, as in "Ada worksFor Analytical Engines" (W3C ORG Membership).
///
/// Two relations with the same subject, type, object, start and title are the same relation.
public struct Relation: Hashable, Sendable {
  public var subject: Identifier
  public var type: RelationType
  public var object: Identifier
  /// The position held, or what kind of relation `.related` is.
  public var title: String?
  /// Departments within the object, outermost first (ORG, RFC 6350 §6.6.4).
  public var units: [String]
  public var period: Period

  public init(
    _ subject: Identifier, _ type: RelationType, _ object: Identifier, title: String? = nil, units: [String] = [],
    period: Period = .unknown
  ) {
    self.subject = subject
    self.type = type
    self.object = object
    self.title = title
    self.units = units
    self.period = period
  }
}
