import KithCore

extension StoredGraph {
  /// Introductions both of whose people are shown.
  var introductionSource: String { shownWhere("introduction.connector", "introduction.person") }

  public func forEachIntroduction(_ body: (Introduction) throws -> Void) throws {
    let rows = try connection.cursor(
      "SELECT \(IntroductionRow.columns) FROM \(IntroductionRow.source) \(introductionSource) ORDER BY introduction.id")
    while try rows.step() { try body(try IntroductionRow.read(from: rows)) }
  }

  public func introduction(_ id: Identifier) throws -> Introduction? {
    let statement = try connection.statement(StoredGraph.introductionSQL("uuid"))
    statement.bind(1, id)
    return try introductions(statement).first
  }

  /// Those that a person was asked for, or that lead to them, in the order in which they were recorded.
  public func introductions(about id: Identifier) throws -> [Introduction] {
    guard let row = try rowID(of: id) else { return [] }
    var found: [Introduction] = []
    for column in ["connector", "person"] {
      let statement = try connection.statement(StoredGraph.introductionSQL(column))
      statement.bind(1, row)
      found += try introductions(statement)
    }
    return found.unique
  }

  private func introductions(_ statement: PreparedStatement) throws -> [Introduction] {
    var found: [Introduction] = []
    while try statement.step() { found.append(try IntroductionRow.read(from: statement)) }
    return found
  }

  static func introductionSQL(_ column: String) -> String {
    """
    SELECT \(IntroductionRow.columns) FROM \(IntroductionRow.source) WHERE introduction.\(column) = ?
    ORDER BY introduction.id
    """
  }

  // MARK: Whom not to ask

  /// How many of those who are shown are not to be asked.
  func notToAskCount() throws -> Int {
    let shown = shownWhere("entity")
    let statement = try connection.statement(
      "SELECT count(*) FROM lookup \(shown.isEmpty ? "WHERE" : shown + " AND") kind = ? AND key = ?")
    statement.bind(1, LookupKey.Kind.mark.rawValue)
    statement.bind(2, LookupKey.doNotAsk)
    return try statement.firstInt() ?? 0
  }
}
