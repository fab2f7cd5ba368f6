import GRDB
import KithCore

extension StoredGraph {
  /// What is wrong with the store: SQLite's own check, then kith's rules. Empty if nothing is.
  public func check() throws -> [IntegrityFinding] {
    try StoredGraph.scans.flatMap { scan in
      do {
        return try scan(self)()
      } catch let error as DatabaseError {
        return [IntegrityFinding(.soundFile, error.message ?? "SQLite \(error.extendedResultCode.rawValue)")]
      }
    }.unique
  }

  private static let scans: [@Sendable (StoredGraph) -> () throws -> [IntegrityFinding]] = [
    { $0.fileFindings }, { $0.schemaFindings }, { $0.referenceFindings }, { $0.digestFindings }, { $0.entityFindings },
    { $0.ownerFindings }, { $0.relationFindings }, { $0.followUpFindings }, { $0.lookupFindings },
    { $0.searchFindings }, { $0.journalFindings },
  ]

  private func fileFindings() throws -> [IntegrityFinding] {
    let lines = try connection.cursor("PRAGMA integrity_check(20)")
    var findings: [IntegrityFinding] = []
    while try lines.step() {
      guard lines.text(0) != "ok" else { continue }
      // What an index lacks or has too much can be made anew from its table, which nothing was said of.
      let isIndex = lines.text(0).contains("index")
      findings.append(IntegrityFinding(.soundFile, lines.text(0), mending: isIndex ? .rebuildIndexes : nil))
    }
    return findings
  }

  private func referenceFindings() throws -> [IntegrityFinding] {
    let keys = try connection.cursor("SELECT \"table\", rowid, fkid FROM pragma_foreign_key_check")
    var findings: [IntegrityFinding] = []
    while try keys.step() {
      let (table, row) = (keys.text(0), keys.rowID(1))
      let mending = try mending(ofReference: keys.int(2), in: table, row: row)
      findings.append(IntegrityFinding(.targetIsThere, "row \(row) of \(table) points at nothing", mending: mending))
    }
    return findings
  }

  /// A row that is about something that is gone goes too; one that only mentions it stays.
  private func mending(ofReference key: Int, in table: String, row: Int64) throws -> IntegrityFinding.Mending? {
    let columns = try connection.statement(
      """
      SELECT reference."from", column."notnull" FROM pragma_foreign_key_list(?1) AS reference
      JOIN pragma_table_info(?1) AS column ON column.name = reference."from" WHERE reference.id = ?2
      """)
    columns.bind(1, table)
    columns.bind(2, key)
    defer { columns.reset() }
    guard try columns.step() else { return nil }
    return columns.int(1) == 1
      ? .removeRow(table: table, row: row) : .clearColumn(table: table, column: columns.text(0), row: row)
  }

  /// Reads everything once, as an export does.
  private func entityFindings() throws -> [IntegrityFinding] {
    let rows = try connection.cursor("SELECT \(EntityRow.columns) FROM entity")
    var findings: [IntegrityFinding] = []
    while try rows.step() {
      do {
        _ = try EntityRow.read(from: rows)
      } catch is JSONError {
        findings.append(IntegrityFinding(.readableRecord, "row \(rows.rowID(0)) of entity"))
      }
    }
    let applications = try connection.cursor("SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source)")
    while try applications.step() {
      do {
        _ = try ApplicationRow.read(from: applications)
      } catch is JSONError {
        findings.append(IntegrityFinding(.readableRecord, "row \(applications.rowID(0)) of application"))
      }
    }
    return findings
  }

  private func ownerFindings() throws -> [IntegrityFinding] {
    let setting = try connection.statement("SELECT value FROM setting WHERE name = 'me'")
    defer { setting.reset() }
    guard try setting.step() else { return [] }
    let kind = try Identifier(uuid: setting.text(0)).flatMap { try summary(of: $0)?.kind }
    if kind == .person { return [] }
    let detail = kind.map { "it names a record of the kind \($0)" } ?? "it names nobody"
    return [IntegrityFinding(.owner, detail, mending: .forgetOwner)]
  }
}
