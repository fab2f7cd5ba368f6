import KithCore

/// Writes people as Google Contacts exports them: numbered blocks of columns, as many as the fullest row needs.
///
/// The graph is read twice, once to count and once to write, so that memory stays flat whatever its size.
struct GoogleTableWriter {
  static let coverage = Coverage(
    kinds: [.person],
    fields: [
      .personName, .nicknames, .emails, .phones, .addresses, .onlineServices, .links, .anniversaries, .notes, .tags,
      .customFields, .photo, .keptProperties,
    ], relations: RelationWord.types.union([.worksFor]))

  let writer: CSVWriter
  let losses: RowLosses
  let today: PartialDate?

  init(_ writer: CSVWriter, _ context: ExportContext) {
    self.writer = writer
    losses = RowLosses(diagnostics: context.diagnostics)
    today = PartialDate(context.now.description.prefix(10))
  }

  func write(_ graph: any ContactGraph) throws {
    var blocks = GoogleBlocks()
    try forEachPerson(graph) { blocks.add($0) }
    for name in GoogleTableWriter.columns + blocks.columns { writer.cell(name) }
    try writer.endHeader()
    try forEachPerson(graph) { row in
      writeFixed(row)
      writeBlocks(row, blocks)
      try writer.endRow()
    }
  }

  private func forEachPerson(_ graph: any ContactGraph, _ body: (GoogleRow) throws -> Void) throws {
    try graph.forEachEntity(of: [.person], relations: GoogleTableWriter.coverage.relations) { person, relations in
      try body(GoogleRow(person, relations))
    }
  }

  private static let columns = [
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name",
    "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title",
    "Organization Department", "Birthday", "Notes", "Photo", "Labels",
  ]

  // MARK: Columns that are always there

  private func writeFixed(_ row: GoogleRow) {
    let person = row.person
    let name = OutgoingName(person)
    losses.lose(.nameParts, person, count: name.joined)
    writer.cell(name.given)
    writer.cell(name.additional)
    writer.cell(name.family)
    for column in ["phoneticfirstname", "phoneticmiddlename", "phoneticlastname"] { writer.cell(row.kept(column)) }
    writer.cell(name.prefix)
    writer.cell(name.suffix)
    joined(person.nicknames, of: person)
    fileAs(row, name)
    jobs(row)
    writer.cell(row.birthday?.date)
    if row.birthday?.date.year == DateText.unknownYear { losses.lose(.dates, person) }
    notes(person)
    photo(person)
    tags(person)
  }

  /// The shown name where it is not made of the parts.
  private func fileAs(_ row: GoogleRow, _ name: OutgoingName) {
    let person = row.person
    if name.formatted == person.name { return writer.cell(row.kept("fileas")) }
    writer.cell(person.name)
    if row.kept("fileas") != nil { losses.lose(.kept, person) }
    if !name.family.isEmpty, person.name.hasPrefix(name.family + ",") { losses.lose(.displayName, person) }
  }

  private func jobs(_ row: GoogleRow) {
    let relations = row.relations
    if relations.isEmpty {
      writer.emptyCell()
      writer.cell(row.keptTitle)
      return writer.cell(row.keptDepartment)
    }
    let jobs = OutgoingJobs(relations, today: today)
    jobs.report(row.person, losses)
    if jobs.current.count <= 1 {
      writer.cell(jobs.current.first?.object.name)
      writer.cell(jobs.current.first?.title ?? (jobs.current.isEmpty ? row.keptTitle : nil))
      return writer.cell(jobs.current.first.map { $0.units.joined(separator: ", ") } ?? row.keptDepartment)
    }
    aligned(jobs.current.map(\.object.name), row.person)
    aligned(jobs.current.map { $0.title ?? "" }, row.person)
    aligned(jobs.current.map { $0.units.joined(separator: ", ") }, row.person)
  }

  /// One value for each job, the empty ones too.
  private func aligned(_ values: [String], _ person: Entity) {
    if values.allSatisfy(\.isEmpty) { return writer.emptyCell() }
    writer.cell(values.joined(separator: ValueSeparator.text))
    if values.contains(where: { !$0.isEmpty && !GoogleRow.survives($0) }) { losses.lose(.split, person) }
  }

  private func joined(_ values: [String], of person: Entity) {
    guard let first = values.first else { return writer.emptyCell() }
    if values.count == 1 { writer.cell(first) } else { writer.cell(values.joined(separator: ValueSeparator.text)) }
    let isWhole = values.count == 1 ? !ValueSeparator.isIn(first) : values.allSatisfy(GoogleRow.survives)
    if !isWhole { losses.lose(.split, person) }
  }

  private func notes(_ person: Entity) {
    guard let first = person.notes.first else { return writer.emptyCell() }
    writer.cell(person.notes.count == 1 ? first : person.notes.joined(separator: "\n\n"))
    if person.notes.count > 1 { losses.lose(.joined, person) }
  }

  private func photo(_ person: Entity) {
    guard let photo = person.photo else { return writer.emptyCell() }
    let text = PhotoText.text(for: photo)
    writer.cell(text)
    if text == nil { losses.lose(.photo, person) }
  }

  private func tags(_ person: Entity) {
    writer.beginCell()
    writer.write(GoogleGroup.everybody)
    for tag in person.tags {
      writer.write(ValueSeparator.text)
      writer.write(GoogleGroup.label(for: tag))
      if !GoogleRow.survives(tag) || tag.utf8.first == UInt8(ascii: "*") { losses.lose(.split, person) }
    }
    writer.endCell()
  }
}
