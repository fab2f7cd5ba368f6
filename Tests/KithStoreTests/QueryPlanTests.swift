import KithCore
import Testing

@testable import KithStore

/// What the schema promises: no query of daily use reads a whole table.
struct QueryPlanTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  private func plan(_ sql: String) throws -> [String] { try store.read { try $0.plan(sql) } }

  @Test func everyTableAndIndexIsThere() throws {
    let names = Set(try store.read { try $0.texts("SELECT name FROM sqlite_master") })
    for table in JournaledTable.all {
      #expect(names.isSuperset(of: [table.name, table.past, table.name + "Updated", table.name + "Deleted"]))
      let columns = try store.read { try $0.texts("SELECT name FROM pragma_table_info('\(table.name)')") }
      #expect(columns == ["id"] + table.columns, "the journal keeps every column of \(table.name)")
    }
    #expect(names.isSuperset(of: Schema.indexes.map(\.name)))
    #expect(names.isSuperset(of: ["lookup", "highWater", "journalEntry", "journalInsert"]))
  }

  /// A key listed for undo is one that SQLite enforces, and the other way round.
  @Test func journaledKeysAreTheUniqueOnes() throws {
    for table in JournaledTable.all {
      let unique = try store.read {
        try $0.texts(
          """
          SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno))
          FROM pragma_index_list('\(table.name)') AS list WHERE "unique" = 1
          """)
      }
      #expect(unique == (table.key.isEmpty ? [] : [table.key.joined(separator: ",")]), "\(table.name)")
    }
  }

  @Test func neighboursAreIndexProbes() throws {
    let bySubject = try plan(StoredGraph.neighbourSQL("subject", codes: "1, 2"))
    #expect(bySubject[0] == "SEARCH relation USING COVERING INDEX relation_subject (subject=? AND type=?)")
    let byObject = try plan(StoredGraph.neighbourSQL("object", codes: "1, 2"))
    #expect(byObject[0] == "SEARCH relation USING INDEX relation_object (object=? AND type=?)")
    for plan in [bySubject, byObject] { expectNoScan(plan) }
  }

  /// A step of a search touches no table but an index: whom somebody knows is one probe from either end.
  @Test func aStepOfASearchIsTwoProbesOfCoveringIndexes() throws {
    let bySubject = try plan(StoredNeighbours.objectsSQL)
    #expect(bySubject[0] == "SEARCH relation USING COVERING INDEX relation_subject (subject=? AND type>? AND type<?)")
    let byObject = try plan(StoredNeighbours.subjectsSQL)
    #expect(byObject[0] == "SEARCH relation USING COVERING INDEX relation_object (object=? AND type>? AND type<?)")
    for plan in [bySubject, byObject] { expectNoScan(plan) }
  }

  @Test(arguments: [
    "SELECT entity FROM lookup WHERE kind = ? AND key = ?",
    "SELECT entity FROM lookup WHERE kind = 1 AND key >= ? AND key < ?", "SELECT id FROM entity WHERE uuid = ?",
    "SELECT uuid FROM entity WHERE uuid BETWEEN ? AND ?",
    "SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source) WHERE application.company = ?",
    "SELECT \(EntityRow.columnsWithPhoto) FROM \(EntityRow.sourceWithPhoto) WHERE entity.uuid = ?",
    "SELECT interaction FROM participant WHERE entity = ?1 UNION SELECT id FROM interaction WHERE event = ?1",
    "SELECT application FROM involvement WHERE person = ?", "SELECT id, min(change) FROM entityPast WHERE entry = 1",
    "SELECT 1 FROM interaction WHERE application >= ? AND application <= ?",
    StoredGraph.openFollowUpsSQL, StoredGraph.followUpsOfApplicationSQL, StoredGraph.followUpsOfEventSQL,
    StoredGraph.undatedFollowUpsSQL, StoredGraph.feedbackSQL("giver"), StoredGraph.feedbackSQL("application"),
    StoredGraph.introductionSQL("connector"), StoredGraph.introductionSQL("person"),
    StoredGraph.introductionSQL("uuid"), "SELECT steps FROM introduction WHERE connector = ?",
    TieReader.edgesSQL, TieReader.contactsSQL, TieReader.firstEventSQL, TieReader.promisesSQL,
    StoredGraph.peopleAtSQL, StoredGraph.employmentSQL, StoredGraph.presencesSQL, StoredGraph.presentSQL,
    "SELECT 1 FROM followUp WHERE interaction >= ? AND interaction <= ?",
    "SELECT id FROM followUp WHERE entity = ?", "SELECT id FROM followUp WHERE event = ?",
    "SELECT id FROM followUp WHERE interaction = ?", "SELECT id FROM feedback WHERE application = ?",
    "SELECT \(KeepInTouchRow.columns) FROM \(KeepInTouchRow.source) WHERE keepInTouch.entity = ?",
  ])
  func lookupsAreIndexProbes(sql: String) throws { expectNoScan(try plan(sql)) }

  /// Two walks along two indexes, which end with the limit; only what they found is sorted together.
  @Test func whatIsDueComesSortedFromTheIndexes() throws {
    let plan = try plan(StoredGraph.dueSQL)
    let walks = plan.filter { $0.hasPrefix("SEARCH") }
    #expect(
      walks == [
        "SEARCH followUp USING INDEX followUp_due (due>? AND due<?)",
        "SEARCH keepInTouch USING COVERING INDEX keepInTouch_due (due>? AND due<?)",
      ])
    // A sort of the halves would stand right below their walks, before the next one.
    let afterWalks = plan.indices.filter { plan[$0].hasPrefix("SEARCH") }.map { plan[$0 + 1] }
    #expect(afterWalks.allSatisfy { $0.hasPrefix("SCAN") }, "\(plan)")
    #expect(try self.plan(StoredGraph.undatedFollowUpsSQL).first == "SEARCH followUp USING INDEX followUp_due (due=?)")
    #expect(
      try self.plan(StoredGraph.openFollowUpsSQL).first
        == "SEARCH followUp USING INDEX followUp_entity (entity=? AND state=?)")
    for sql in [StoredGraph.openFollowUpsSQL, StoredGraph.undatedFollowUpsSQL] {
      #expect(try !self.plan(sql).contains { $0.contains("TEMP B-TREE") })
    }
  }

  @Test func listsComeSortedFromTheIndex() throws {
    let plan = try plan(
      """
      SELECT entity.uuid FROM entity WHERE entity.kind = 1 ORDER BY entity.kind, entity.sortKey, entity.id LIMIT 3
      """)
    #expect(plan == ["SEARCH entity USING INDEX entity_sort (kind=?)"])
    let rows = try store.read { graph in
      var rows: [ListRow] = []
      try graph.forEachListRow(of: .person, limit: 2) { rows.append($0) }
      return rows
    }
    #expect(rows.map(\.summary.name) == ["Charles Babbage", "Grace Hopper"])
  }

  @Test func relationsComeSortedFromTheIndex() throws {
    let plan = try plan(
      """
      SELECT relation.subject FROM relation CROSS JOIN entity AS object ON object.id = relation.object
      ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
      """)
    #expect(
      plan[0].hasSuffix("USING INDEX relation_subject") || plan[0].hasSuffix("USING COVERING INDEX relation_subject"))
    #expect(!plan.contains { $0.contains("TEMP B-TREE") })
  }

  private func expectNoScan(_ plan: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)", sourceLocation: sourceLocation)
  }
}
