import KithCore

/// Addresses, employment and what a person is called at last.
extension PersonRow {
  private typealias Part = ColumnMeaning.Part

  mutating func takeAddress(_ group: ColumnGroup, _ record: CSVRecord) {
    var count = 0
    for part in PersonRow.addressParts {
      let cell = record.cell(group.column(part))
      if cell.isEmpty { continue }
      var values = 0
      if traits.joinsValues { forEachPart(of: cell) { _ in values += 1 } } else { values = 1 }
      count = max(count, values)
    }
    guard count > 0 else { return }
    let first = entity.addresses.count
    var details = details(group, record)
    for _ in 0..<count {
      entity.addresses.append(PostalAddress(details: details))
      details.preference = nil
    }
    for part in PersonRow.addressParts {
      let cell = record.cell(group.column(part))
      if cell.isEmpty { continue }
      var index = first
      forEachPart(of: cell) { value in
        if !value.isEmpty { take(value, as: part, into: &entity.addresses[index]) }
        index += 1
      }
    }
    entity.addresses.removeAll { $0.isWithoutParts }
  }

  private static let addressParts: [Part] = [
    .street, .street2, .street3, .extended, .poBox, .locality, .region, .postalCode, .country, .formatted,
  ]

  private func take(_ cell: Bytes, as part: Part, into address: inout PostalAddress) {
    switch part {
    case .street, .street2, .street3: address.street += cells.lines(cell)
    case .extended: address.extended = [cells.text(cell)]
    case .poBox: address.poBox = [cells.text(cell)]
    case .locality: address.locality = [cells.text(cell)]
    case .region: address.region = [cells.text(cell)]
    case .postalCode: address.postalCode = [cells.text(cell)]
    case .country: address.country = [cells.text(cell)]
    default: address.formatted = cells.text(cell)
    }
  }

  mutating func takeJob(_ group: ColumnGroup, _ record: CSVRecord) {
    let first = jobs.count
    for part in [Part.company, .title, .department] {
      let cell = record.cell(group.column(part))
      if cell.isEmpty { continue }
      var index = first
      forEachPart(of: cell) { value in
        if index == jobs.count { jobs.append(Job()) }
        if !value.isEmpty {
          switch part {
          case .company: jobs[index].company = cells.text(value)
          case .title: jobs[index].title = cells.text(value)
          default: jobs[index].units = [cells.text(value)]
          }
        }
        index += 1
      }
    }
  }

  // MARK: The end of a row

  /// Fills in what no cell said; false if nothing names the record.
  mutating func finish() -> Bool {
    moveHonorific()
    if parts.isEmpty, display.isEmpty, fileAs.isEmpty, entity.nicknames.isEmpty, jobs.count == 1,
      jobs[0].title == nil, jobs[0].units.isEmpty
    {
      return finishCompany()
    }
    if !parts.isEmpty { entity.personName = parts }
    entity.name = shownName
    guard !entity.name.isEmpty else { return false }
    keepHomelessTitles()
    if !hasUID { entity.id = derivedID }
    return true
  }

  private mutating func finishCompany() -> Bool {
    entity.kind = .company
    entity.name = jobs[0].company
    jobs = []
    if !hasUID { entity.id = derivedID }
    return !entity.name.isEmpty
  }

  /// A column `Title` that may be either is a name's title if its word is one.
  private mutating func moveHonorific() {
    guard jobs.count == 1, parts.prefixes.isEmpty, let title = jobs[0].title, Honorific.isOne(title) else { return }
    parts.prefixes = [title]
    jobs[0].title = nil
    if jobs[0].company.isEmpty, jobs[0].units.isEmpty { jobs = [] }
  }

  private var shownName: String {
    if !display.isEmpty { return display }
    let formatted = PersonRow.formatted(parts)
    if !fileAs.isEmpty, formatted.isEmpty || !isFamilyFirst(fileAs) { return fileAs }
    if !formatted.isEmpty { return formatted }
    let company = jobs.first { !$0.company.isEmpty }?.company
    return entity.nicknames.first ?? entity.emails.first?.address ?? company ?? entity.phones.first?.number
      ?? entity.links.first?.url ?? entity.onlineServices.first.flatMap { $0.user ?? $0.uri }
      ?? entity.addresses.first?.formatted ?? ""
  }

  /// `Lovelace, Ada` is an order for filing, not what somebody is called.
  private func isFamilyFirst(_ text: String) -> Bool {
    guard let family = parts.family.first, text.hasPrefix(family) else { return false }
    return text.dropFirst(family.count).hasPrefix(",")
  }

  /// The same as ``PersonName/formatted``, quickly for a given and a family name.
  static func formatted(_ parts: PersonName) -> String {
    guard parts.given.count == 1, parts.family.count == 1, parts.prefixes.isEmpty, parts.additional.isEmpty,
      parts.suffixes.isEmpty
    else { return parts.formatted }
    return parts.given[0] + " " + parts.family[0]
  }

  /// The same for the same row, however often it is read.
  private var derivedID: Identifier {
    let other = entity.emails.first?.address ?? entity.phones.first?.number ?? jobs.first?.company ?? ""
    return Identifier(name: "csv:\(entity.kind.rawValue)\n\(entity.name)\n\(other)")
  }

  private mutating func keepHomelessTitles() {
    guard jobs.contains(where: { $0.company.isEmpty }) else { return }
    for job in jobs where job.company.isEmpty {
      if let title = job.title { keep(title, as: "title") }
      for unit in job.units { keep(unit, as: "department") }
      problems.append(.titleWithoutCompany)
    }
    jobs.removeAll { $0.company.isEmpty }
  }
}

extension PostalAddress {
  var isWithoutParts: Bool {
    poBox.isEmpty && extended.isEmpty && street.isEmpty && locality.isEmpty && region.isEmpty && postalCode.isEmpty
      && country.isEmpty && formatted == nil
  }
}
