import KithCore

/// Rows of `applications`.
struct KithApplicationRows: CSVRows {
  let columns: [KithColumn?]

  private struct Row {
    var id = "", companyID = "", company = "", outcome = ""
    var outcomeDate: PartialDate?
    var outcomeStage: String?
    var reason: String?
    var hasBadInvolvement = false
  }

  func read(_ record: CSVRecord, for rows: CSVImport) throws {
    let unknown = Identifier(high: 0, low: 0)
    var application = JobApplication(id: unknown, company: unknown, position: "")
    var row = Row()
    for index in 0..<min(record.count, columns.count) {
      let cell = record[index]
      guard !cell.isEmpty, let column = columns[index] else { continue }
      if !take(cell, as: column, into: &application, &row, rows.cells) {
        rows.warnOfCell(column.rawValue, record.line)
      }
    }
    if !row.outcome.isEmpty, !addOutcome(row, to: &application) {
      rows.warn("bad-outcome", "'outcome' is none that kith knows", record.line)
    }
    guard !row.companyID.isEmpty || !row.company.isEmpty else {
      return rows.skip("no-company", "an application without a company", record.line)
    }
    try name(&application, row, rows)
    try rows.context.receive(.application(application))
  }

  /// Gives the application its ids. A company that is only named becomes a record, for an application needs one.
  private func name(_ application: inout JobApplication, _ row: Row, _ rows: CSVImport) throws {
    if row.companyID.isEmpty {
      let id = Identifier(name: "csv:company\n\(row.company)\n")
      application.company = id
      try rows.context.receive(
        .entity(Entity(id: id, kind: .company, name: row.company, created: rows.context.now)))
    } else {
      application.company = Identifier(uid: row.companyID)
    }
    let applied = application.appliedOn?.description ?? ""
    let content = "csv:application\n\(application.company)\n\(application.position)\n\(applied)"
    application.id = row.id.isEmpty ? Identifier(name: content) : Identifier(uid: row.id)
  }

  private func take(
    _ cell: UnsafeBufferPointer<UInt8>, as column: KithColumn, into application: inout JobApplication,
    _ row: inout Row, _ cells: CellReader
  ) -> Bool {
    switch column {
    case .id: row.id = cells.text(cell)
    case .companyID: row.companyID = cells.text(cell)
    case .company: row.company = cells.text(cell)
    case .position: application.position = cells.text(cell)
    case .stages: cells.forEachLine(of: cell) { if !$0.isEmpty { application.stages.append(stage($0, cells)) } }
    case .outcome: row.outcome = cells.text(cell)
    case .outcomeDate:
      row.outcomeDate = cells.date(cell)
      return row.outcomeDate != nil
    case .outcomeStage: row.outcomeStage = cells.text(cell)
    case .reason: row.reason = cells.text(cell)
    case .involved: return takeInvolved(cell, into: &application, cells)
    case .url: application.url = cells.text(cell)
    case .note: application.note = cells.text(cell)
    default: break
    }
    return true
  }

  private func addOutcome(_ row: Row, to application: inout JobApplication) -> Bool {
    guard let kind = JobApplication.Outcome.Kind(rawValue: row.outcome) else { return false }
    application.outcome = JobApplication.Outcome(
      kind, on: row.outcomeDate, stage: row.outcomeStage, reason: row.reason)
    return true
  }

  /// `applied 2026-10-01`: the last word is the date, if it is one.
  private func stage(_ line: UnsafeBufferPointer<UInt8>, _ cells: CellReader) -> JobApplication.Stage {
    let text = cells.unescaped(line)
    guard let space = text.utf8.lastIndex(of: ListCell.space) else { return JobApplication.Stage(text) }
    let word = text[text.index(after: space)...]
    guard StageLine.isDate(word) else { return JobApplication.Stage(text) }
    return JobApplication.Stage(String(text[..<space]), on: PartialDate(word))
  }

  private func takeInvolved(
    _ cell: UnsafeBufferPointer<UInt8>, into application: inout JobApplication, _ cells: CellReader
  ) -> Bool {
    var isGood = true
    cells.forEachLine(of: cell) { line in
      guard !line.isEmpty else { return }
      if let part = involvement(cells.unescaped(line)) {
        application.involved.append(part)
      } else {
        isGood = false
      }
    }
    return isGood
  }

  /// `interviewer 2026-10-12: Ada Lovelace <id>`; the name is for people.
  private func involvement(_ text: String) -> JobApplication.Involvement? {
    let bytes = text.utf8
    guard bytes.last == UInt8(ascii: ">"), let colon = bytes.firstIndex(of: ListCell.colon),
      let open = bytes.lastIndex(of: UInt8(ascii: "<")), open > colon
    else { return nil }
    let words = text[..<colon].split(separator: " ")
    let id = String(text[text.index(after: open)...].dropLast())
    guard let first = words.first, let role = JobApplication.Involvement.Role(rawValue: String(first)), !id.isEmpty
    else { return nil }
    let date = words.count > 1 ? PartialDate(words[1]) : nil
    guard words.count == 1 || words.count == 2 && date != nil else { return nil }
    return JobApplication.Involvement(Identifier(uid: id), as: role, on: date)
  }
}
