import KithCore

extension StoredGraph {
  /// Keys are made anew from every record, and compared.
  func lookupFindings() throws -> [IntegrityFinding] {
    var (missing, expected) = (0, 0)
    let entities = try connection.cursor("SELECT \(EntityRow.columns) FROM entity ORDER BY entity.id")
    while try entities.step() {
      guard let entity = try? EntityRow.read(from: entities) else { continue }
      let keys = Set(LookupKey.keys(of: entity))
      expected += keys.count
      for key in keys where try !hasKey(key, row: entities.rowID(0)) { missing += 1 }
    }
    let stored = try connection.statement("SELECT count(*) FROM lookup").firstInt() ?? 0
    let excess = stored - (expected - missing)
    var findings: [IntegrityFinding] = []
    if missing > 0 {
      findings.append(
        IntegrityFinding(
          .keyIsThere, "\(missing == 1 ? "1 key is" : "\(missing) keys are") missing", mending: .rebuildKeys))
    }
    if excess > 0 {
      findings.append(
        IntegrityFinding(
          .keyLeadsSomewhere, "\(excess == 1 ? "1 key leads" : "\(excess) keys lead") nowhere", mending: .rebuildKeys))
    }
    return findings
  }

  private func hasKey(_ key: LookupKey, row: Int64) throws -> Bool {
    let statement = try connection.statement("SELECT 1 FROM lookup WHERE kind = ? AND key = ? AND entity = ?")
    statement.bind(1, key.kind.rawValue)
    statement.bind(2, key.text)
    statement.bind(3, row)
    return try statement.firstInt() != nil
  }
}
