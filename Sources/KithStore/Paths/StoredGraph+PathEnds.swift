import KithCore

extension StoredGraph {
  /// The rows of those who are not to be asked for introductions.
  func notToAskRows() throws -> [Int64] {
    let statement = try connection.statement("SELECT entity FROM lookup WHERE kind = ? AND key = ?")
    statement.bind(1, LookupKey.Kind.mark.rawValue)
    statement.bind(2, LookupKey.doNotAsk)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows
  }

  /// Who works at a company or is a member of an organization, and who did or was, by row, each once.
  func peopleAt(_ place: Int64, today: PartialDate) throws -> (now: [Int64], before: [Int64]) {
    let statement = try connection.statement(StoredGraph.peopleAtSQL)
    statement.bind(1, place)
    var (now, before): ([Int64], [Int64]) = ([], [])
    while try statement.step() {
      let isOver = Period.isOver(endCode: statement.int(1), on: today)
      if isOver { before.append(statement.rowID(0)) } else { now.append(statement.rowID(0)) }
    }
    let present = Set(now)
    return (now.unique, before.unique.filter { !present.contains($0) })
  }

  /// The latest of somebody's times at a place, one that lasts before all others.
  func employment(
    of person: Int64, at place: Int64, named company: EntitySummary, today: PartialDate
  ) throws -> IntroductionChain.Employment? {
    let statement = try connection.statement(StoredGraph.employmentSQL)
    statement.bind(1, person)
    statement.bind(2, place)
    var found: [RelationRow.Attributes] = []
    while try statement.step() { found.append(RelationRow.read(from: statement, at: 0)) }
    let latest = found.max { one, other in
      let (isOver, isOtherOver) = (one.period.isOver(on: today), other.period.isOver(on: today))
      if isOver != isOtherOver { return isOver }
      return (one.period.start?.packed ?? 0) < (other.period.start?.packed ?? 0)
    }
    return latest.map { IntroductionChain.Employment(company, $0.type, title: $0.title, period: $0.period) }
  }

  /// Relations by which somebody is at a company or organization.
  private static let atCodes = [RelationType.worksFor, .memberOf, .founded].map { String($0.code) }.joined(
    separator: ", ")
  static let peopleAtSQL = """
    SELECT subject, endDate FROM relation WHERE object = ? AND type IN (\(atCodes)) ORDER BY subject
    """
  static let employmentSQL = """
    SELECT \(RelationRow.columns) FROM relation
    WHERE relation.subject = ? AND relation.type IN (\(atCodes)) AND relation.object = ?
    """

  /// How often the user was in touch with somebody, and when last, whatever ties them.
  public func contacts(with id: Identifier) throws -> (count: Int, last: PartialDate?) {
    guard let row = try rowID(of: id) else { return (0, nil) }
    let statement = try connection.statement(TieReader.contactsSQL)
    statement.bind(1, row)
    defer { statement.reset() }
    return try statement.step() ? (statement.int(0), statement.date(1)) : (0, nil)
  }
}

extension Period {
  /// As ``isOver(on:)``, from the end as its row has it.
  static func isOver(endCode: Int, on day: PartialDate) -> Bool {
    endCode == RelationRow.endedAtUnknownDate || PartialDate(packed: endCode).map { $0 < day } ?? false
  }
}
