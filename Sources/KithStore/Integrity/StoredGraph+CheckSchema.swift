import GRDB

extension StoredGraph {
  /// Compares what the file says of its tables, indexes and triggers with a new store of this version.
  func schemaFindings() throws -> [IntegrityFinding] {
    let expected = try StoredGraph.newSchema()
    let found = try schema()
    let names = Set(expected.keys).union(found.keys).sorted()
    var findings = names.compactMap { name -> IntegrityFinding? in
      guard expected[name] != found[name] else { return nil }
      let what = found[name] == nil ? "is missing" : expected[name] == nil ? "is not kith's" : "is another"
      return IntegrityFinding(.knownSchema, "\(name) \(what)")
    }
    for (pragma, value) in [("user_version", Schema.version), ("application_id", Schema.applicationID)]
    where try connection.statement("PRAGMA \(pragma)").firstInt() != value {
      findings.append(IntegrityFinding(.knownSchema, "the file's \(pragma) is another"))
    }
    return findings
  }

  private func schema() throws -> [String: String] {
    let rows = try connection.cursor(
      "SELECT type || ' ' || name, coalesce(sql, '') || ' on ' || tbl_name FROM sqlite_master")
    var schema: [String: String] = [:]
    while try rows.step() { schema[rows.text(0)] = rows.text(1) }
    return schema
  }

  private static func newSchema() throws -> [String: String] {
    let queue = try DatabaseQueue()
    try Migrations.migrator.migrate(queue)
    return try queue.read { try StoredGraph(Connection($0)).schema() }
  }
}
