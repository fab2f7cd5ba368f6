import KithCore

/// Writes the rows of `people`, `companies`, `organizations` and `events`.
struct EntityTableWriter {
  let writer: CSVWriter
  let table: CSVTable
  let columns: [KithColumn]
  let today: PartialDate?
  let losses: EntityLosses

  init(_ writer: CSVWriter, table: CSVTable, context: ExportContext) {
    self.writer = writer
    self.table = table
    columns = table.columns
    today = PartialDate(context.now.description.prefix(10))
    losses = EntityLosses(table: table, diagnostics: context.diagnostics)
  }

  func write(_ graph: any ContactGraph) throws {
    guard let kind = table.kind else { return }
    try graph.forEachEntity(of: [kind], relations: table.coverage.relations) { entity, relations in
      let jobs = current(relations)
      losses.report(entity, jobs: jobs, pastJobs: relations.count - jobs.count)
      let addresses = EntityTableWriter.writable(entity.addresses)
      for column in columns { cell(column, entity, addresses, jobs) }
      try writer.endRow()
    }
  }

  private func current(_ jobs: [OutgoingRelation]) -> [OutgoingRelation] {
    guard let today, jobs.contains(where: { $0.period.isOver(on: today) }) else { return jobs }
    return jobs.filter { !$0.period.isOver(on: today) }
  }

  private static func writable(_ addresses: [PostalAddress]) -> [PostalAddress] {
    addresses.contains(where: \.isBlank) ? addresses.filter { !$0.isBlank } : addresses
  }

  private func cell(
    _ column: KithColumn, _ entity: Entity, _ addresses: [PostalAddress], _ jobs: [OutgoingRelation]
  ) {
    switch column {
    case .id: writer.cell(entity.id)
    case .kind: writer.cell(entity.kind.rawValue)
    case .name: writer.cell(entity.name)
    case .given, .family, .additional, .prefixes, .suffixes: namePart(column, entity.personName)
    case .email: emails(entity.emails)
    case .phone: phones(entity.phones)
    case .url: links(entity.links)
    case .street, .locality, .region, .postalCode, .country: addressPart(column, addresses)
    case .company, .title, .department: jobPart(column, jobs)
    case .nicknames, .aliases: list(entity.nicknames)
    case .tags: list(entity.tags)
    case .notes: list(entity.notes)
    case .birthday: writer.cell(entity.anniversaries.isEmpty ? nil : entity.birthday?.date)
    case .start: writer.cell(entity.period.start)
    case .end: writer.cell(endOf: entity.period)
    case .created: writer.cell(entity.created)
    case .modified: writer.cell(entity.modified)
    default: writer.emptyCell()
    }
  }

  private func namePart(_ column: KithColumn, _ name: PersonName?) {
    guard let name else { return writer.emptyCell() }
    switch column {
    case .given: list(name.given)
    case .family: list(name.family)
    case .additional: list(name.additional)
    case .prefixes: list(name.prefixes)
    default: list(name.suffixes)
    }
  }

  private func list(_ values: [String]) {
    if values.isEmpty { return writer.emptyCell() }
    writer.beginCell()
    writer.list(values)
    writer.endCell()
  }

  private func emails(_ emails: [EmailAddress]) {
    writer.beginCell()
    for index in emails.indices {
      if index > 0 { writer.write(ListCell.lineFeed) }
      writer.typed(emails[index].address, emails[index].details)
    }
    writer.endCell()
  }

  private func phones(_ phones: [PhoneNumber]) {
    writer.beginCell()
    for index in phones.indices {
      if index > 0 { writer.write(ListCell.lineFeed) }
      writer.typed(phones[index].number, phones[index].details)
    }
    writer.endCell()
  }

  private func links(_ links: [Link]) {
    writer.beginCell()
    for index in links.indices {
      if index > 0 { writer.write(ListCell.lineFeed) }
      writer.typed(links[index].url, links[index].details)
    }
    writer.endCell()
  }

  /// One line an address.
  private func addressPart(_ column: KithColumn, _ addresses: [PostalAddress]) {
    writer.beginCell()
    for index in addresses.indices {
      if index > 0 { writer.write(ListCell.lineFeed) }
      switch column {
      case .street: street(of: addresses[index])
      case .locality: writer.parts(addresses[index].locality)
      case .region: writer.parts(addresses[index].region)
      case .postalCode: writer.parts(addresses[index].postalCode)
      default: writer.parts(addresses[index].country)
      }
    }
    endLines(addresses.count)
  }

  private func street(of address: PostalAddress) {
    let hasPrefix = writer.prefix(address.details)
    if !hasPrefix, address.street.contains(where: CSVWriter.looksPrefixed) { writer.write(": ") }
    writer.parts(address.street)
  }

  /// One line a job.
  private func jobPart(_ column: KithColumn, _ jobs: [OutgoingRelation]) {
    writer.beginCell()
    for index in jobs.indices {
      if index > 0 { writer.write(ListCell.lineFeed) }
      switch column {
      case .company: writer.escaped(jobs[index].object.name)
      case .title: if let title = jobs[index].title { writer.escaped(title) }
      default: writer.parts(jobs[index].units)
      }
    }
    endLines(jobs.count)
  }

  /// Ends a cell of `count` lines; if all of them are blank, the cell is empty.
  private func endLines(_ count: Int) {
    if writer.cellCount < count { writer.emptyBegunCell() }
    writer.endCell()
  }
}

extension Entity {
  /// The birthday that a table holds.
  var birthday: Anniversary? { anniversaries.first { $0.kind == .birth } }
}

extension PostalAddress {
  /// Nothing of it has a place in a table.
  var isBlank: Bool {
    street.isEmpty && locality.isEmpty && region.isEmpty && postalCode.isEmpty && country.isEmpty
      && details.types.isEmpty && details.label == nil && details.preference == nil
  }
}
