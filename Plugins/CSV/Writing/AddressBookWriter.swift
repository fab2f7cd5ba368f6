import KithCore

/// Writes people as rows of a program with a fixed header row: Outlook, Thunderbird.
final class AddressBookWriter {
  let layout: AddressBookLayout
  let losses: RowLosses
  private let writer: CSVWriter
  let today: PartialDate?
  /// The row being made, a text for each column.
  private var cells: [String]

  init(_ layout: AddressBookLayout, _ writer: CSVWriter, _ context: ExportContext) {
    self.layout = layout
    self.writer = writer
    losses = RowLosses(diagnostics: context.diagnostics)
    today = PartialDate(context.now.description.prefix(10))
    cells = Array(repeating: "", count: layout.header.count)
  }

  func write(_ graph: any ContactGraph) throws {
    for name in layout.header { writer.cell(name) }
    try writer.endHeader()
    try graph.forEachEntity(of: [.person], relations: layout.coverage.relations) { person, relations in
      for column in cells.indices where !cells[column].isEmpty { cells[column] = "" }
      fill(person, relations)
      for column in cells.indices {
        if cells[column].isEmpty { writer.emptyCell() } else { writer.cell(cells[column]) }
      }
      try writer.endRow()
    }
  }

  // MARK: Cells

  func isFree(_ column: Int) -> Bool { cells[column].isEmpty }

  func put(_ text: String, _ column: Int) { cells[column] = text }

  private func put(_ text: String, _ field: ColumnMeaning.Field) -> Bool {
    guard let column = layout.single[field] else { return text.isEmpty }
    cells[column] = text
    return true
  }

  private func fill(_ person: Entity, _ relations: [OutgoingRelation]) {
    fillName(person)
    if !person.emails.isEmpty { fillEmails(person) }
    if !person.phones.isEmpty { fillPhones(person) }
    if !person.addresses.isEmpty { fillAddresses(person) }
    fillRow(person.links.map { ($0.url, $0.details) }, layout.links, person)
    if !layout.services.isEmpty { fillServices(person) }
    if !relations.isEmpty { fill(relations, of: person) }
    if !person.anniversaries.isEmpty { fillDates(person) }
    fillTexts(person)
    for field in person.customFields { fill(field, of: person) }
    for property in person.keptProperties { fill(property, of: person) }
    for (column, text) in layout.defaults where isFree(column) { put(text, column) }
  }

  private func fillName(_ person: Entity) {
    let name = OutgoingName(person)
    let parts: [(String, ColumnMeaning.Field)] = [
      (name.prefix, .prefix), (name.given, .given), (name.additional, .additional), (name.family, .family),
      (name.suffix, .suffix),
    ]
    var lost = name.joined
    for (text, field) in parts where !put(text, field) { lost += 1 }
    losses.lose(.nameParts, person, count: lost)
    if layout.single[.display] != nil {
      _ = put(person.name, .display)
    } else if !name.spells(person.name) {
      losses.lose(.displayName, person)
    }
  }

  private func fillTexts(_ person: Entity) {
    if layout.single[.nickname] != nil, !person.nicknames.isEmpty {
      _ = put(person.nicknames.joined(separator: ", "), .nickname)
      if person.nicknames.count > 1 { losses.lose(.joined, person) }
    }
    if !person.notes.isEmpty {
      _ = put(person.notes.joined(separator: "\n\n"), .note)
      if person.notes.count > 1 { losses.lose(.joined, person) }
    }
    if layout.single[.tags] != nil, !person.tags.isEmpty {
      _ = put(person.tags.joined(separator: ";"), .tags)
      let isSplit = person.tags.contains { tag in
        tag.isEmpty || tag.utf8.contains(UInt8(ascii: ";")) || TrimmedText.trimmed(tag) != tag
      }
      if isSplit { losses.lose(.split, person) }
    }
  }

  private func fill(_ field: CustomField, of person: Entity) {
    let text = "\(field.name): \(field.value)"
    guard let column = layout.customs.first(where: isFree) else { return losses.lose(.fields, person) }
    put(text, column)
    let read = FieldText.split(text)
    if read?.name != field.name || read?.value != field.value { losses.lose(.fields, person) }
  }

  /// Under its own column if the program has it, or else as a custom field.
  private func fill(_ property: KeptProperty, of person: Entity) {
    guard property.format == "csv" else { return losses.lose(.foreign, person) }
    if property.group != nil || !property.parameters.isEmpty { losses.lose(.kept, person) }
    if let column = column(for: property), isFree(column) { return put(property.value, column) }
    guard let column = layout.customs.first(where: isFree) else { return losses.lose(.kept, person) }
    put("\(property.name): \(property.value)", column)
  }

  private func column(for property: KeptProperty) -> Int? {
    switch KeptName.meaning(of: property.name) {
    case .title: layout.job[.title]
    case .department: layout.job[.department]
    case nil: layout.byName[CSVHeader.folded(property.name)]
    }
  }
}

/// Names under which importers keep a position that belongs to no company.
enum KeptName {
  case title, department

  static func meaning(of name: String) -> KeptName? {
    switch CSVHeader.folded(name) {
    case "title", "position", "jobtitle", "organizationtitle": .title
    case "department", "organizationdepartment": .department
    default: nil
    }
  }
}
