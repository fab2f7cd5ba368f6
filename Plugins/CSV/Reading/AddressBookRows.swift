import KithCore

/// Reads the rows of an address book by the plan that its header row gives.
final class AddressBookRows: CSVRows {
  private let groups: [ColumnGroup]
  private let width: Int
  private let traits: AddressBookTraits
  private var dates = DateText()
  /// The columns that hold dates in the local way.
  private let dateColumns: [Int]
  private let mayBeHonorific: Bool
  private var row: PersonRow?

  init(under header: CSVHeader, meanings: [ColumnMeaning?], traits: AddressBookTraits) {
    groups = ColumnPlan(meanings, of: header).groups
    width = header.cells.count
    mayBeHonorific = zip(header.keys, meanings).contains { $0 == "title" && $1 == .title }
    self.traits = traits
    dateColumns = meanings.indices.filter {
      meanings[$0]?.field == .event || meanings[$0]?.field == .birthday && meanings[$0]?.part == .value
    }
  }

  /// One date that can be read in one way only makes all of the file so.
  func learn(from record: CSVRecord) {
    for column in dateColumns {
      guard !dates.isSaid, let isDayFirst = DateText.isSurelyDayFirst(record.text(column)) else { continue }
      dates = DateText(isDayFirst: isDayFirst, isSaid: true)
    }
  }

  func read(_ dates: DateText) { self.dates = dates }

  func read(_ record: CSVRecord, for rows: CSVImport) throws {
    let row = self.row ?? PersonRow(cells: rows.cells, traits: traits, dates: dates, now: rows.context.now)
    self.row = row
    row.reset()
    for group in groups { row.take(group, of: record) }
    if record.count > width { keepRest(of: record, row) }
    guard row.finish(mayBeHonorific: mayBeHonorific) else {
      return rows.skip("no-name", "a row without a name", record.line)
    }
    for problem in row.problems { rows.warn(problem, record.line) }
    let id = row.entity.id
    try rows.context.receive(.entity(row.takeEntity()))
    try handOver(row, of: id, rows)
  }

  /// Cells that no column of the header row names.
  private func keepRest(of record: CSVRecord, _ row: PersonRow) {
    for column in width..<record.count where !record.cell(column).isEmpty {
      row.keep(record.text(column), as: "column \(column + 1)")
    }
  }

  private func handOver(_ row: PersonRow, of id: Identifier, _ rows: CSVImport) throws {
    let person = EntityReference.id(id)
    for job in row.jobs {
      try rows.context.receive(
        .relation(
          ImportedRelation(person, .worksFor, .named(job.company, .company), title: job.title, units: job.units)))
    }
    for tie in row.ties {
      let meaning = RelationWord.meaning(of: tie.label)
      let other = EntityReference.named(tie.name, .person)
      let (subject, object) = meaning.isReversed ? (other, person) : (person, other)
      try rows.context.receive(.relation(ImportedRelation(subject, meaning.type, object, title: meaning.title)))
    }
  }
}

extension CSVImport {
  func warn(_ problem: PersonRow.Problem, _ line: Int) {
    switch problem {
    case .badDate(let column):
      let message = "a date in '\(ColumnMap.shown(column))' cannot be understood and is kept as it is"
      warn("bad-\(ColumnMap.shown(CSVHeader.folded(column)))", message, line)
    case .ambiguousDate:
      let message = "a date like 7/8/1990 was read month first; --option dates=day-first reads it the other way"
      warn("ambiguous-date", message, line)
    case .badEmail: warn("bad-email", "an e-mail address without '@' is kept as a property", line)
    case .titleWithoutCompany:
      warn("title-without-company", "a title without a company is kept as a property", line)
    }
  }
}
