import KithCore

/// Addresses, employment and what a person is called at last.
extension PersonRow {
  private typealias Part = ColumnMeaning.Part

  func takeAddress(_ group: ColumnGroup, _ record: CSVRecord) {
    var address = PostalAddress()
    var hasParts = false
    for part in PersonRow.addressParts {
      let cell = record.cell(group.column(part))
      if cell.isEmpty { continue }
      if joinsValues, ValueSeparator.position(in: cell) != nil { return takeAddresses(group, record) }
      take(cell, as: part, into: &address)
      hasParts = true
    }
    guard hasParts else { return }
    address.details = details(group, record)
    entity.addresses.append(address)
  }

  /// Some cell has several values: so many addresses there are.
  private func takeAddresses(_ group: ColumnGroup, _ record: CSVRecord) {
    var addresses: [PostalAddress] = []
    for part in PersonRow.addressParts {
      let cell = record.cell(group.column(part))
      if cell.isEmpty { continue }
      var index = 0
      forEachPart(of: cell) { value in
        if index == addresses.count { addresses.append(PostalAddress()) }
        if !value.isEmpty { take(value, as: part, into: &addresses[index]) }
        index += 1
      }
    }
    var details = details(group, record)
    for index in addresses.indices {
      addresses[index].details = details
      details.preference = nil
    }
    entity.addresses += addresses.filter { !$0.isWithoutParts }
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

  func takeJob(_ group: ColumnGroup, _ record: CSVRecord) {
    let first = jobs.count
    takeJob(record.cell(group.column(.company)), .company, first)
    takeJob(record.cell(group.column(.title)), .title, first)
    takeJob(record.cell(group.column(.department)), .department, first)
  }

  private func takeJob(_ cell: Bytes, _ part: Part, _ first: Int) {
    if cell.isEmpty { return }
    guard joinsValues, ValueSeparator.position(in: cell) != nil else { return setJob(cell, part, first) }
    var index = first
    forEachPart(of: cell) { value in
      setJob(value, part, index)
      index += 1
    }
  }

  private func setJob(_ value: Bytes, _ part: Part, _ index: Int) {
    if index == jobs.count { jobs.append(Job()) }
    if value.isEmpty { return }
    switch part {
    case .company: jobs[index].company = cells.text(value)
    case .title: jobs[index].title = cells.text(value)
    default: jobs[index].units = [cells.text(value)]
    }
  }

  // MARK: The end of a row

  /// Fills in what no cell said; false if nothing names the record.
  ///
  /// - Parameter mayBeHonorific: what was read as a position may be the title of a name.
  func finish(mayBeHonorific: Bool) -> Bool {
    if mayBeHonorific { moveHonorific() }
    if parts.isEmpty, display.isEmpty, fileAs.isEmpty, entity.nicknames.isEmpty, jobs.count == 1,
      jobs[0].title == nil, jobs[0].units.isEmpty
    {
      return finishCompany()
    }
    if !parts.isEmpty { entity.personName = parts }
    entity.name = shownName
    guard !entity.name.isEmpty else { return false }
    if !fileAs.isEmpty, fileAs != entity.name { keep(fileAs, as: "File As") }
    keepHomelessTitles()
    if !hasUID { entity.id = derivedID }
    return true
  }

  private func finishCompany() -> Bool {
    entity.kind = .company
    entity.name = jobs[0].company
    jobs = []
    if !hasUID { entity.id = derivedID }
    return !entity.name.isEmpty
  }

  /// A column `Title` that may be either is a name's title if its word is one.
  private func moveHonorific() {
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

  private func keepHomelessTitles() {
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
