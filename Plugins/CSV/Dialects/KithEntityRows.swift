import KithCore

/// Rows of `people`, `companies`, `organizations` and `events`.
struct KithEntityRows: CSVRows {
  let columns: [KithColumn?]
  let kind: Entity.Kind
  /// A table with ids was written by kith, which writes what it has; in any other an e-mail address has an `@`.
  private let isOwn: Bool
  /// Columns that somebody added: what is in them is kept.
  private let others: [(column: Int, name: String)]

  init(columns: [KithColumn?], kind: Entity.Kind, others: [(column: Int, name: String)]) {
    self.columns = columns
    self.others = others
    self.kind = kind
    isOwn = columns.contains(.id)
  }

  func read(_ record: CSVRecord, for rows: CSVImport) throws {
    var row = KithEntityRow(kind: kind, cells: rows.cells, now: rows.context.now)
    for index in 0..<min(record.count, columns.count) {
      let cell = record[index]
      guard !cell.isEmpty, let column = columns[index] else { continue }
      if !row.take(cell, as: column) {
        row.keep(column.rawValue, record.text(index))
        rows.warn("bad-\(column)", "the cell '\(column)' cannot be understood and is kept as it is", record.line)
      }
    }
    for (column, name) in others where !record.cell(column).isEmpty { row.keep(name, record.text(column)) }
    for index in columns.count..<max(record.count, columns.count) where !record[index].isEmpty {
      row.keep("column \(index + 1)", record.text(index))
    }
    guard row.finish() else { return rows.skip("no-name", "a row without a name", record.line) }
    if !isOwn, row.keepsOtherThanEmails() { rows.warn(.badEmail, record.line) }
    if row.keepsHomelessTitles() {
      rows.warn("title-without-company", "a title without a company is kept as a property", record.line)
    }
    try rows.context.receive(.entity(row.entity))
    for job in row.jobs where !job.company.isEmpty {
      try rows.context.receive(
        .relation(
          ImportedRelation(
            .id(row.entity.id), .worksFor, .named(job.company, .company), title: job.title, units: job.units)))
    }
  }
}

/// An entity as its cells come in.
struct KithEntityRow {
  struct Job {
    var company = ""
    var title: String?
    var units: [String] = []
  }

  typealias Bytes = UnsafeBufferPointer<UInt8>

  private(set) var entity: Entity
  private(set) var jobs: [Job] = []
  private let cells: CellReader
  private var nameParts = PersonName()
  private var hasNameParts = false
  private var hasID = false
  private var hasModified = false

  init(kind: Entity.Kind, cells: CellReader, now: Timestamp) {
    entity = Entity(id: Identifier(high: 0, low: 0), kind: kind, name: "", created: now)
    self.cells = cells
  }

  /// Takes a cell that is not empty; false if it cannot be understood.
  mutating func take(_ cell: Bytes, as column: KithColumn) -> Bool {
    switch column {
    case .id: takeID(cell)
    case .kind: return takeKind(cell)
    case .name: if entity.name.isEmpty { entity.name = cells.text(cell) }
    case .given, .family, .additional, .prefixes, .suffixes: takeNamePart(cell, column)
    case .nicknames, .aliases: cells.add(cell, to: &entity.nicknames)
    case .tags: cells.add(cell, to: &entity.tags)
    case .notes: cells.add(cell, to: &entity.notes)
    case .email: takeEmails(cell)
    case .phone: takePhones(cell)
    case .url: takeLinks(cell)
    case .street, .locality, .region, .postalCode, .country: takeAddressPart(cell, column)
    case .company, .title, .department: takeJobPart(cell, column)
    case .birthday: return takeBirthday(cell)
    case .start, .end: return cells.take(cell, isEnd: column == .end, into: &entity.period)
    case .created, .modified: return takeTimestamp(cell, isCreated: column == .created)
    default: break
    }
    return true
  }

  private mutating func takeID(_ cell: Bytes) {
    entity.id = Identifier(uid: cells.text(cell))
    hasID = true
  }

  private mutating func takeKind(_ cell: Bytes) -> Bool {
    guard let kind = Entity.Kind(rawValue: cells.text(cell)) else { return false }
    entity.kind = kind
    return true
  }

  private mutating func takeEmails(_ cell: Bytes) {
    if let (address, details) = cells.singleTyped(cell) {
      entity.emails.append(EmailAddress(address, details: details))
    } else {
      cells.typed(cell) { entity.emails.append(EmailAddress($0, details: $1)) }
    }
  }

  private mutating func takePhones(_ cell: Bytes) {
    if let (number, details) = cells.singleTyped(cell) {
      entity.phones.append(PhoneNumber(number, details: details))
    } else {
      cells.typed(cell) { entity.phones.append(PhoneNumber($0, details: $1)) }
    }
  }

  private mutating func takeLinks(_ cell: Bytes) {
    if let (url, details) = cells.singleTyped(cell) {
      entity.links.append(Link(url, details: details))
    } else {
      cells.typed(cell) { entity.links.append(Link($0, details: $1)) }
    }
  }

  private mutating func takeNamePart(_ cell: Bytes, _ column: KithColumn) {
    hasNameParts = true
    switch column {
    case .given: cells.add(cell, to: &nameParts.given)
    case .family: cells.add(cell, to: &nameParts.family)
    case .additional: cells.add(cell, to: &nameParts.additional)
    case .prefixes: cells.add(cell, to: &nameParts.prefixes)
    default: cells.add(cell, to: &nameParts.suffixes)
    }
  }

  private mutating func takeBirthday(_ cell: Bytes) -> Bool {
    guard let date = cells.date(cell) else { return false }
    entity.anniversaries.append(Anniversary(.birth, on: date))
    return true
  }

  private mutating func takeTimestamp(_ cell: Bytes, isCreated: Bool) -> Bool {
    guard let timestamp = cells.timestamp(cell) else { return false }
    if isCreated {
      entity.created = timestamp
    } else {
      entity.modified = timestamp
      hasModified = true
    }
    return true
  }

  private mutating func takeAddressPart(_ cell: Bytes, _ column: KithColumn) {
    var index = 0
    cells.forEachLine(of: cell) { line in
      if index == entity.addresses.count { entity.addresses.append(PostalAddress()) }
      switch column {
      case .street:
        let (details, street) = cells.prefix(of: line)
        entity.addresses[index].details = details
        entity.addresses[index].street = cells.parts(street)
      case .locality: entity.addresses[index].locality = cells.parts(line)
      case .region: entity.addresses[index].region = cells.parts(line)
      case .postalCode: entity.addresses[index].postalCode = cells.parts(line)
      default: entity.addresses[index].country = cells.parts(line)
      }
      index += 1
    }
  }

  private mutating func takeJobPart(_ cell: Bytes, _ column: KithColumn) {
    var index = 0
    cells.forEachLine(of: cell) { line in
      if index == jobs.count { jobs.append(Job()) }
      switch column {
      case .company: jobs[index].company = cells.unescaped(line)
      case .title: jobs[index].title = line.isEmpty ? nil : cells.unescaped(line)
      default: jobs[index].units = cells.parts(line)
      }
      index += 1
    }
  }

  /// Fills in what no cell said; false if nothing names the entity.
  mutating func finish() -> Bool {
    if !hasModified { entity.modified = entity.created }
    if entity.addresses.contains(where: \.isBlank) { entity.addresses.removeAll(where: \.isBlank) }
    if hasNameParts { entity.personName = nameParts }
    if entity.name.isEmpty { entity.name = nameParts.formatted }
    if entity.name.isEmpty { entity.name = entity.emails.first?.address ?? entity.phones.first?.number ?? "" }
    guard !entity.name.isEmpty else { return false }
    if !hasID { entity.id = derivedID }
    return true
  }

  /// The same for the same row, however often it is read.
  private var derivedID: Identifier {
    let other = entity.emails.first?.address ?? entity.phones.first?.number ?? jobs.first?.company ?? ""
    return Identifier(name: "csv:\(entity.kind.rawValue)\n\(entity.name)\n\(other)")
  }

  /// Keeps what stands for an e-mail address and is none; false if there is nothing.
  mutating func keepsOtherThanEmails() -> Bool {
    let others = entity.emails.filter { !$0.address.utf8.contains(UInt8(ascii: "@")) }
    if others.isEmpty { return false }
    entity.emails.removeAll { !$0.address.utf8.contains(UInt8(ascii: "@")) }
    for email in others { keep("email", email.address) }
    return true
  }

  /// Keeps titles and departments that belong to no company as they are; false if there are none.
  mutating func keepsHomelessTitles() -> Bool {
    let homeless = jobs.filter { $0.company.isEmpty && ($0.title != nil || !$0.units.isEmpty) }
    for job in homeless {
      if let title = job.title { keep("title", title) }
      for unit in job.units { keep("department", unit) }
    }
    return !homeless.isEmpty
  }

  mutating func keep(_ name: String, _ value: String) {
    entity.keptProperties.append(KeptProperty(format: "csv", name: name, value: value))
  }
}
