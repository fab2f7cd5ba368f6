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
    let relations = GoogleTableWriter.coverage.relations
    try graph.forEachEntity(of: [.person], relations: relations) { blocks.add($0, $1) }
    for name in GoogleTableWriter.columns + blocks.columns { writer.cell(name) }
    try writer.endHeader()
    try graph.forEachEntity(of: [.person], relations: relations) { person, relations in
      writeFixed(person, relations)
      writeBlocks(person, relations, blocks)
      try writer.endRow()
    }
  }

  private static let columns = [
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name",
    "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title",
    "Organization Department", "Birthday", "Notes", "Photo", "Labels",
  ]

  // MARK: Columns that are always there

  private func writeFixed(_ person: Entity, _ relations: [OutgoingRelation]) {
    let name = OutgoingName(person)
    losses.lose(.nameParts, person, count: name.joined)
    writer.cell(name.given)
    writer.cell(name.additional)
    writer.cell(name.family)
    writer.cell(GoogleRow.kept("phoneticfirstname", of: person))
    writer.cell(GoogleRow.kept("phoneticmiddlename", of: person))
    writer.cell(GoogleRow.kept("phoneticlastname", of: person))
    writer.cell(name.prefix)
    writer.cell(name.suffix)
    joined(person.nicknames, of: person)
    fileAs(person, name)
    jobs(person, relations)
    birthday(person)
    notes(person)
    photo(person)
    tags(person)
  }

  /// The shown name where it is not made of the parts.
  private func fileAs(_ person: Entity, _ name: OutgoingName) {
    let kept = GoogleRow.kept("fileas", of: person)
    if name.spells(person.name) { return writer.cell(kept) }
    writer.cell(person.name)
    if kept != nil { losses.lose(.kept, person) }
    if !name.family.isEmpty, person.name.hasPrefix(name.family + ",") { losses.lose(.displayName, person) }
  }

  private func birthday(_ person: Entity) {
    guard let place = GoogleRow.birthday(of: person) else { return writer.emptyCell() }
    let date = person.anniversaries[place].date
    writer.cell(date)
    if date.year == DateText.unknownYear { losses.lose(.dates, person) }
  }

  private func jobs(_ person: Entity, _ relations: [OutgoingRelation]) {
    let jobs = OutgoingJobs(relations, today: today)
    jobs.report(person, losses)
    switch jobs.current.count {
    case 0:
      writer.emptyCell()
      writer.cell(GoogleRow.kept(.title, of: person))
      writer.cell(GoogleRow.kept(.department, of: person))
    case 1:
      writer.cell(jobs.current[0].object.name)
      writer.cell(jobs.current[0].title)
      writer.cell(jobs.current[0].units.joined(separator: ", "))
    default:
      aligned(jobs.current.map(\.object.name), person)
      aligned(jobs.current.map { $0.title ?? "" }, person)
      aligned(jobs.current.map { $0.units.joined(separator: ", ") }, person)
    }
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
      if GoogleGroup.isSystem(tag) { writer.write(LabelWord.star) }
      if !writer.sharedValue(tag) || tag.utf8.first == UInt8(ascii: "*") { losses.lose(.split, person) }
    }
    writer.endCell()
  }
}
