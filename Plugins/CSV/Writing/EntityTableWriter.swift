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
      let jobs = relations.filter { relation in today.map { !relation.period.isOver(on: $0) } ?? true }
      losses.report(entity, jobs: jobs, pastJobs: relations.count - jobs.count)
      let addresses = entity.addresses.filter { !$0.isBlank }
      for column in columns { try cell(column, entity, addresses, jobs) }
      try writer.endRow()
    }
  }

  private func cell(
    _ column: KithColumn, _ entity: Entity, _ addresses: [PostalAddress], _ jobs: [OutgoingRelation]
  ) throws {
    switch column {
    case .id: try writer.cell(entity.id)
    case .kind: try writer.cell(entity.kind.rawValue)
    case .name: try writer.cell(entity.name)
    case .given, .family, .additional, .prefixes, .suffixes: try namePart(column, entity.personName)
    case .email: try typed(entity.emails, \.address, \.details)
    case .phone: try typed(entity.phones, \.number, \.details)
    case .url: try typed(entity.links, \.url, \.details)
    case .street, .locality, .region, .postalCode, .country: try addressPart(column, addresses)
    case .company: try lines(jobs) { try $0.escaped($1.object.name) }
    case .title: try lines(jobs) { try $0.escaped($1.title ?? "") }
    case .department: try lines(jobs) { try $0.parts($1.units) }
    case .nicknames, .aliases: try list(entity.nicknames)
    case .tags: try list(entity.tags)
    case .notes: try list(entity.notes)
    case .birthday: try date(entity.birthday?.date)
    case .start: try date(entity.period.start)
    case .end: try writer.end(of: entity.period)
    case .created: try writer.cell { try $0.timestamp(entity.created) }
    case .modified: try writer.cell { try $0.timestamp(entity.modified) }
    default: try writer.emptyCell()
    }
  }

  private func namePart(_ column: KithColumn, _ name: PersonName?) throws {
    guard let name else { return try writer.emptyCell() }
    switch column {
    case .given: try list(name.given)
    case .family: try list(name.family)
    case .additional: try list(name.additional)
    case .prefixes: try list(name.prefixes)
    default: try list(name.suffixes)
    }
  }

  private func addressPart(_ column: KithColumn, _ addresses: [PostalAddress]) throws {
    try lines(addresses) { output, address in
      switch column {
      case .street: try street(of: address, to: output)
      case .locality: try output.parts(address.locality)
      case .region: try output.parts(address.region)
      case .postalCode: try output.parts(address.postalCode)
      default: try output.parts(address.country)
      }
    }
  }

  private func street(of address: PostalAddress, to output: OutputSink) throws {
    let hasPrefix = try output.prefix(address.details)
    if !hasPrefix, address.street.contains(where: OutputSink.looksPrefixed) { try output.write(": ") }
    try output.parts(address.street)
  }

  private func date(_ date: PartialDate?) throws {
    guard let date else { return try writer.emptyCell() }
    try writer.cell { try $0.date(date) }
  }

  private func list(_ values: [String]) throws {
    if values.isEmpty { return try writer.emptyCell() }
    try writer.cell { try $0.list(values) }
  }

  private func typed<Value>(
    _ values: [Value], _ text: (Value) -> String, _ details: (Value) -> ContactDetails
  ) throws {
    try lines(values) { try $0.typed(text($1), details($1)) }
  }

  /// One line a value, unless all of them are blank.
  private func lines<Value>(_ values: [Value], _ line: (OutputSink, Value) throws -> Void) throws {
    if values.isEmpty { return try writer.emptyCell() }
    try writer.cell { output in
      for (index, value) in values.enumerated() {
        if index > 0 { try output.write(ListCell.lineFeed) }
        try line(output, value)
      }
      if output.count < values.count { output.removeAll() }
    }
  }
}

extension CSVWriter {
  /// The end of a period: a date, or `over` where only that is known.
  func end(of period: Period) throws {
    if let end = period.end {
      try cell { try $0.date(end) }
    } else {
      try cell(period.endedAtUnknownDate ? "over" : nil)
    }
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
