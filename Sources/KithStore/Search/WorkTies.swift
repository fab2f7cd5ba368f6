import KithCore

/// The relations that say where somebody works, belongs or learnt, in the order of their subjects: read alongside the
/// entities of some rows.
final class WorkTies {
  private let statement: PreparedStatement
  private let places: SearchPlaces
  private var hasRow: Bool

  static let types: [RelationType] = [.worksFor, .memberOf, .recruitsFor, .founded, .studiedAt, .partOf]
  static let codes = types.map { String($0.code) }.joined(separator: ", ")

  init(of rows: ClosedRange<Int64>, _ connection: Connection, _ places: SearchPlaces) throws {
    self.places = places
    statement = try connection.statement(WorkTies.sql)
    statement.reset()
    statement.bind(1, rows.lowerBound)
    statement.bind(2, rows.upperBound)
    hasRow = try statement.step()
  }

  deinit { statement.reset() }

  /// `+` keeps SQLite from a search for each type: this is one pass over the index in its order.
  static let sql = """
    SELECT relation.subject, relation.object, \(RelationRow.columns) FROM relation
    WHERE relation.subject BETWEEN ? AND ? AND +relation.type IN (\(codes))
    ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
    """

  /// Appends the texts of the ties of `subject`, each text once.
  func append(of subject: Int64, to text: inout SearchText) throws {
    var (objects, titles): ([Int64], [String]) = ([], [])
    while hasRow {
      let row = statement.rowID(0)
      if row > subject { return }
      if row == subject { try appendRow(to: &text, &objects, &titles) }
      hasRow = try statement.step()
    }
  }

  private func appendRow(to text: inout SearchText, _ objects: inout [Int64], _ titles: inout [String]) throws {
    let object = statement.rowID(1)
    guard let place = try places.place(atRow: object), place.isNamed else { return }
    let attributes = RelationRow.read(from: statement, at: 2)
    for title in [attributes.title].compactMap({ $0 }) + attributes.units where !titles.contains(title) {
      titles.append(title)
      text.append(title)
    }
    if !objects.contains(object) {
      objects.append(object)
      text.append(place.name)
    }
  }
}
