import KithCore

/// Kith's own columns, in any order, all or some.
struct KithDialect: CSVDialect {
  let name = "kith"
  let headers = "kith's own columns (name, email, phone, company, title, …)"

  /// A header row is kith's when it has the columns that a table needs and no other, or all that the table has and others
  /// that somebody added. Where several tables fit, the one asked for is taken, or the first.
  func rows(under header: CSVHeader, table preferred: CSVTable) -> (any CSVRows)? {
    let fitting = CSVTable.allCases.filter { fits(header, $0) }
    guard let table = fitting.contains(preferred) ? preferred : fitting.first else { return nil }
    let known = Set(table.columns)
    let columns = header.names.map { KithColumn(rawValue: $0).flatMap { known.contains($0) ? $0 : nil } }
    switch table {
    case .relations: return KithRelationRows(columns: columns)
    case .applications: return KithApplicationRows(columns: columns)
    default:
      return KithEntityRows(
        columns: columns, kind: table.kind ?? .person, others: header.columns { columns[$0] == nil })
    }
  }

  private func fits(_ header: CSVHeader, _ table: CSVTable) -> Bool {
    let given = header.names.filter { !$0.isEmpty }
    let found = Set(given.compactMap(KithColumn.init(rawValue:))).intersection(table.columns)
    guard found.count > 1, table.requiredColumns.allSatisfy({ !found.isDisjoint(with: $0) }) else { return false }
    return found.count == table.columns.count
      || given.allSatisfy { name in
        KithColumn(rawValue: name).map(found.contains) ?? false
      }
  }
}
