import KithCore

/// Rows of `relations`.
struct KithRelationRows: CSVRows {
  let columns: [KithColumn?]

  private struct Row {
    var subjectID = "", subject = "", type = "", objectID = "", object = "", objectKind = ""
    var title: String?
    var units: [String] = []
    var period = Period.unknown
  }

  func read(_ record: CSVRecord, for rows: CSVImport) throws {
    var row = Row()
    for index in 0..<min(record.count, columns.count) {
      let cell = record[index]
      guard !cell.isEmpty, let column = columns[index] else { continue }
      if !take(cell, as: column, into: &row, rows.cells) { rows.warnOfCell(column.rawValue, record.line) }
    }
    guard let type = RelationType(rawValue: row.type) else {
      return rows.skip("unknown-relation", "'type' is none of the relations that kith knows", record.line)
    }
    let objectKind = Entity.Kind(rawValue: row.objectKind)
    guard let subject = reference(row.subjectID, row.subject, nil, type.ends.subject),
      let object = reference(row.objectID, row.object, objectKind, type.ends.object)
    else { return rows.skip("no-end", "a relation needs a subject and an object", record.line) }
    try rows.context.receive(
      .relation(
        ImportedRelation(subject, type, object, title: row.title, units: row.units, period: row.period)))
  }

  private func take(
    _ cell: UnsafeBufferPointer<UInt8>, as column: KithColumn, into row: inout Row, _ cells: CellReader
  ) -> Bool {
    switch column {
    case .subjectID: row.subjectID = cells.text(cell)
    case .subject: row.subject = cells.text(cell)
    case .type: row.type = cells.text(cell)
    case .objectID: row.objectID = cells.text(cell)
    case .object: row.object = cells.text(cell)
    case .objectKind: row.objectKind = cells.text(cell)
    case .title: row.title = cells.text(cell)
    case .units: row.units = cells.list(cell)
    case .start, .end: return cells.take(cell, isEnd: column == .end, into: &row.period)
    default: break
    }
    return true
  }

  /// By id, or by name as the kind that is said or comes first in the catalogue.
  private func reference(
    _ id: String, _ name: String, _ kind: Entity.Kind?, _ allowed: Set<Entity.Kind>
  ) -> EntityReference? {
    if !id.isEmpty { return .id(Identifier(uid: id)) }
    guard !name.isEmpty, let kind = kind ?? allowed.min() else { return nil }
    return .named(name, kind)
  }
}
