import KithCore

/// Who is tied to whom, by row: two probes of indexes that hold all that is asked for.
struct StoredNeighbours: NeighbourSource {
  private let objects: PreparedStatement
  private let subjects: PreparedStatement

  init(_ connection: Connection) throws {
    objects = try connection.statement(StoredNeighbours.objectsSQL)
    subjects = try connection.statement(StoredNeighbours.subjectsSQL)
  }

  func appendNeighbours(of node: Int64, to list: inout [Int64]) throws {
    for statement in [objects, subjects] {
      statement.bind(1, node)
      while try statement.step() { list.append(statement.rowID(0)) }
    }
  }

  static let objectsSQL = sql("subject", other: "object")
  static let subjectsSQL = sql("object", other: "subject")

  /// Types are asked for by range: one probe, where a list of them would be one each. Whatever is merely related may be
  /// no person.
  private static func sql(_ end: String, other: String) -> String {
    let codes = RelationType.connecting.map(\.code).sorted()
    let runs = codes.reduce(into: [ClosedRange<Int>]()) { runs, code in
      if let last = runs.last, last.upperBound == code - 1 {
        runs[runs.count - 1] = last.lowerBound...code
      } else {
        runs.append(code...code)
      }
    }
    let conditions = runs.map { "type BETWEEN \($0.lowerBound) AND \($0.upperBound)" }.joined(separator: " OR ")
    return """
      SELECT \(other) FROM relation
      WHERE \(end) = ? AND type BETWEEN \(codes.first ?? 0) AND \(codes.last ?? 0) AND (\(conditions))
      AND (type <> \(RelationType.related.code)
        OR EXISTS (SELECT 1 FROM entity WHERE entity.id = relation.\(other) AND entity.kind = 1))
      """
  }
}
