import KithCore
import Testing

@testable import KithStore

/// Everything that undo must bring back: the rows of the graph and its lookup keys, and the order in which they are read.
struct StoreDump: Equatable {
  let rows: [String]

  init(_ graph: StoredGraph) throws {
    var rows: [String] = []
    for table in JournaledTable.all {
      let columns = (["id"] + table.columns).map { "quote(\($0))" }.joined(separator: " || '|' || ")
      rows += try graph.texts("SELECT '\(table.name) ' || \(columns) FROM \(table.name) ORDER BY id")
    }
    rows += try graph.texts("SELECT 'lookup ' || kind || '|' || quote(key) || '|' || entity FROM lookup ORDER BY 1")
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: Set(RelationType.allCases)) {
      rows.append("read \($0.id) \($1.map(\.object.id))")
    }
    self.rows = rows
  }

  /// What one has and the other has not, for the failure's text.
  func difference(from other: StoreDump) -> String {
    let mine = Set(rows)
    let theirs = Set(other.rows)
    return "- \(theirs.subtracting(mine).sorted())\n+ \(mine.subtracting(theirs).sorted())"
  }
}

extension StoredGraph {
  /// The first column of each row.
  func texts(_ sql: String) throws -> [String] {
    let statement = try connection.cursor(sql)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  /// How SQLite runs `sql`: one line a step.
  func plan(_ sql: String) throws -> [String] {
    let statement = try connection.cursor("EXPLAIN QUERY PLAN " + sql)
    var steps: [String] = []
    while try statement.step() { steps.append(statement.text(3)) }
    return steps
  }

  /// Checks what must hold after every change: lookup keys are those of the entities, nothing points into the void.
  func expectSound(_ note: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
    let stored = Set(try texts("SELECT kind || ' ' || key || ' ' || entity FROM lookup"))
    var derived = Set<String>()
    let rows = try connection.cursor("SELECT id FROM entity")
    while try rows.step() {
      guard let entity = try entity(atRow: rows.rowID(0)) else { continue }
      for key in LookupKey.keys(of: entity) { derived.insert("\(key.kind.rawValue) \(key.text) \(rows.rowID(0))") }
    }
    #expect(stored == derived, "lookup keys \(note)", sourceLocation: sourceLocation)
    let dangling = try texts("SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check")
    #expect(dangling == [], "foreign keys \(note)", sourceLocation: sourceLocation)
    let broken = try followUpFindings() + digestFindings() + journalFindings() + searchFindings()
    #expect(broken == [], "follow-ups, digests, journal, full text \(note)", sourceLocation: sourceLocation)
    if let me = try me() {
      #expect(try summary(of: me) != nil, "the owner is gone \(note)", sourceLocation: sourceLocation)
    }
  }
}
