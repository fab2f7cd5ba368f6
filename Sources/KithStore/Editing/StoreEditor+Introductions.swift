import KithCore

extension StoreEditor {
  /// Adds the introduction, or replaces the one of its id if it differs; says whether anything changed.
  /// - Throws: ``StoreError/unknownEntity(_:)``, also for an application; ``StoreError/wrongKind(_:)``
  @discardableResult
  public func save(_ introduction: Introduction) throws -> Bool {
    try save(
      introduction,
      IntroductionEnds(
        connector: try requireRow(of: introduction.connector) { $0 == .person },
        person: try requireRow(of: introduction.person) { $0 == .person },
        application: try introduction.application.map { try require(try applicationRow($0), $0) }))
  }

  /// The rows that an introduction names.
  struct IntroductionEnds {
    var connector: Int64
    var person: Int64
    var application: Int64?
  }

  /// The same where the rows are known.
  func save(_ introduction: Introduction, _ ends: IntroductionEnds) throws -> Bool {
    let find = try connection.statement("SELECT id FROM introduction WHERE uuid = ?")
    find.bind(1, introduction.id)
    let row = try find.firstInt().map(Int64.init)
    let statement = try connection.statement(
      row == nil ? StoreEditor.insertIntroductionSQL : StoreEditor.updateIntroductionSQL)
    statement.bind(1, row ?? newRowID(in: "introduction"))
    statement.bind(2, ends.connector)
    statement.bind(3, ends.person)
    statement.bind(4, row: ends.application)
    statement.bind(5, introduction.reason)
    statement.bind(6, try IntroductionRow.stepsText(introduction.steps))
    if row == nil { statement.bind(7, introduction.id) }
    return try changes(statement)
  }

  private static let insertIntroductionSQL = "INSERT INTO introduction VALUES (?1, ?7, ?2, ?3, ?4, ?5, ?6)"
  private static let updateIntroductionSQL = """
    UPDATE introduction SET connector = ?2, person = ?3, application = ?4, reason = ?5, steps = ?6
    WHERE id = ?1 AND (connector, person, application, reason, steps) IS NOT (?2, ?3, ?4, ?5, ?6)
    """

  /// Removes the introductions of which `condition` (SQL, `?1` for the row) holds, with what was still to be done for
  /// them; how many there were.
  func deleteIntroductions(where condition: String, _ row: Int64) throws -> Int {
    let found = try connection.statement(
      "SELECT \(IntroductionRow.columns) FROM \(IntroductionRow.source) WHERE \(condition)")
    found.bind(1, row)
    var introductions: [Introduction] = []
    while try found.step() { introductions.append(try IntroductionRow.read(from: found)) }
    let settle = try connection.statement("DELETE FROM followUp WHERE uuid = ? AND state = 'open'")
    for introduction in introductions {
      for step in introduction.steps.indices {
        settle.bind(1, introduction.followUp(ofStep: step))
        try settle.run()
      }
      try deleteIntroduction(introduction.id)
    }
    return introductions.count
  }

  /// False if there is none.
  @discardableResult
  public func deleteIntroduction(_ id: Identifier) throws -> Bool {
    let delete = try connection.statement("DELETE FROM introduction WHERE uuid = ?")
    delete.bind(1, id)
    return try changes(delete)
  }
}
