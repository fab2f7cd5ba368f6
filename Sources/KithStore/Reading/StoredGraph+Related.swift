import KithCore

/// A relation as seen from one of its ends, with the other end named.
public struct RelatedEntity: Sendable, Equatable {
  public let relation: Relation
  public let other: EntitySummary
  /// Whether the entity that was asked for is the relation's subject.
  public let isSubject: Bool

  public init(relation: Relation, other: EntitySummary, isSubject: Bool) {
    self.relation = relation
    self.other = other
    self.isSubject = isSubject
  }

  /// How the relation reads from the end that was asked for.
  public var phrase: String { isSubject ? relation.type.phrase : relation.type.inversePhrase }
}

extension StoredGraph {
  /// Every relation at one of whose ends the entity is: by type, those that began last first.
  public func related(to id: Identifier) throws -> [RelatedEntity] {
    guard let row = try rowID(of: id) else { return [] }
    var found: [RelatedEntity] = []
    for isSubject in [true, false] {
      let statement = try connection.statement(isSubject ? StoredGraph.objectsSQL : StoredGraph.subjectsSQL)
      statement.bind(1, row)
      while try statement.step() {
        let other = EntitySummary(
          id: statement.identifier(0), kind: EntityRow.kind(code: statement.int(1)), name: statement.text(2))
        let attributes = RelationRow.read(from: statement, at: 3)
        let relation = Relation(
          isSubject ? id : other.id, attributes.type, isSubject ? other.id : id, title: attributes.title,
          units: attributes.units, period: attributes.period)
        found.append(RelatedEntity(relation: relation, other: other, isSubject: isSubject))
      }
    }
    return found
  }

  static let objectsSQL = relatedSQL("subject", other: "object", condition: "")
  /// An entity tied to itself was read as the subject already.
  static let subjectsSQL = relatedSQL("object", other: "subject", condition: "AND relation.subject <> relation.object")

  private static func relatedSQL(_ end: String, other: String, condition: String) -> String {
    """
    SELECT other.uuid, other.kind, other.name, \(RelationRow.columns) FROM relation
    CROSS JOIN entity AS other ON other.id = relation.\(other)
    WHERE relation.\(end) = ? \(condition) ORDER BY relation.type, relation.startDate DESC, relation.id
    """
  }

  /// The names of `ids`, those that are in the store.
  public func summaries(of ids: some Sequence<Identifier>) throws -> [Identifier: EntitySummary] {
    var found: [Identifier: EntitySummary] = [:]
    for id in ids where found[id] == nil { found[id] = try summary(of: id) }
    return found
  }
}
