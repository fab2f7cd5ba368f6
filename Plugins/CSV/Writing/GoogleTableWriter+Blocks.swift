import KithCore

/// The numbered blocks of a row.
extension GoogleTableWriter {
  func writeBlocks(_ row: GoogleRow, _ blocks: GoogleBlocks) {
    let person = row.person
    emails(person, blocks.emails)
    services(person, blocks.services)
    phones(person, blocks.phones)
    addresses(person, blocks.addresses)
    ties(row, blocks.ties)
    links(person, blocks.links)
    events(row, blocks.events)
    fields(row, blocks.fields)
  }

  private func emails(_ person: Entity, _ blocks: Int) {
    let emails = person.emails
    points(emails.count, blocks, person, { emails[$0].address }, { emails[$0].details })
    // An address that is none is kept as a property when it is read.
    for email in emails where !email.address.utf8.contains(UInt8(ascii: "@")) { losses.lose(.split, person) }
  }

  private func phones(_ person: Entity, _ blocks: Int) {
    let phones = person.phones
    points(phones.count, blocks, person, { phones[$0].number }, { phones[$0].details })
  }

  private func links(_ person: Entity, _ blocks: Int) {
    let links = person.links
    points(links.count, blocks, person, { links[$0].url }, { links[$0].details })
  }

  /// Label and value of each run; empty cells up to `blocks`.
  private func points(
    _ count: Int, _ blocks: Int, _ person: Entity, _ text: (Int) -> String, _ details: (Int) -> ContactDetails
  ) {
    if blocks == 0 { return }
    var used = 0
    if count > 0 {
      for run in GoogleRow.runs(count, details) {
        guard used < blocks else {
          losses.lose(.leftOut, person, count: run.range.count)
          continue
        }
        used += 1
        self.run(run, person, text)
        for index in run.range { check(details(index), run.label, isFirst: index == run.range.lowerBound, person) }
      }
    }
    empty((blocks - used) * 2)
  }

  private func run(_ run: GoogleRow.Run, _ person: Entity, _ text: (Int) -> String) {
    writer.cell(run.label)
    writer.beginCell()
    for index in run.range {
      if index > run.range.lowerBound { writer.write(ValueSeparator.text) }
      let text = text(index)
      writer.write(text)
      if !GoogleRow.survives(text) { losses.lose(.split, person) }
    }
    writer.endCell()
  }

  private func check(_ details: ContactDetails, _ label: String, isFirst: Bool, _ person: Entity) {
    if LabelWord.saysAll(of: details), isFirst || details.preference == nil { return }
    var read = LabelWord.details(of: label)
    if !isFirst { read.preference = nil }
    if !LabelWord.isSame(details, read) { losses.lose(.details, person) }
  }

  private func empty(_ cells: Int) {
    for _ in 0..<max(cells, 0) { writer.emptyCell() }
  }

  private func label(_ details: ContactDetails, _ person: Entity) {
    let text = (details.preference == 1 ? LabelWord.star : "") + LabelWord.text(for: details)
    writer.cell(text)
    check(details, text, isFirst: true, person)
  }

  private func services(_ person: Entity, _ blocks: Int) {
    if blocks == 0 { return }
    for service in person.onlineServices.prefix(blocks) {
      let (value, isWhole) = ServiceText.value(of: service)
      label(service.details, person)
      writer.cell(service.service)
      writer.cell(value)
      if !isWhole || service.service == "" { losses.lose(.details, person) }
      if !GoogleRow.survives(value) { losses.lose(.split, person) }
    }
    losses.lose(.leftOut, person, count: person.onlineServices.count - blocks)
    empty((blocks - person.onlineServices.count) * 3)
  }

  private func addresses(_ person: Entity, _ blocks: Int) {
    if blocks == 0 { return }
    for address in person.addresses.prefix(blocks) {
      label(address.details, person)
      writer.cell(address.formatted)
      var isWhole = lines(address.street)
      for values in [address.locality, address.poBox, address.region, address.postalCode, address.country, address.extended] {
        if !part(values) { isWhole = false }
      }
      if let formatted = address.formatted, formatted.isEmpty || ValueSeparator.isIn(formatted) { isWhole = false }
      if !isWhole || address.isWithoutParts { losses.lose(.addressParts, person) }
    }
    losses.lose(.leftOut, person, count: person.addresses.count - blocks)
    empty((blocks - person.addresses.count) * 9)
  }

  /// False if the values do not come back as they are.
  private func part(_ values: [String]) -> Bool {
    guard let first = values.first else {
      writer.emptyCell()
      return true
    }
    writer.cell(values.count == 1 ? first : values.joined(separator: ", "))
    return values.count == 1 && !first.isEmpty && !ValueSeparator.isIn(first)
  }

  private func lines(_ street: [String]) -> Bool {
    if street.count <= 1, street.first?.utf8.contains(ListCell.lineFeed) != true { 
      return part(street) && street.first?.utf8.last != ListCell.carriageReturn
    }
    writer.cell(street.joined(separator: "\n"))
    return street.allSatisfy {
      !$0.isEmpty && !$0.utf8.contains(ListCell.lineFeed) && $0.utf8.last != ListCell.carriageReturn
        && !ValueSeparator.isIn($0)
    }
  }

  // MARK: Relations, days, fields

  static func runs(of ties: [OutgoingRelation], _ count: Int) -> [GoogleRow.Run] {
    GoogleRow.runs(count, labels: { (RelationWord.label(for: ties[$0].type, title: ties[$0].title), false) })
  }

  private func ties(_ row: GoogleRow, _ blocks: Int) {
    if blocks == 0 { return }
    let ties = row.ties
    var used = 0
    for run in GoogleTableWriter.runs(of: ties, ties.count) {
      guard used < blocks else {
        losses.lose(.leftOut, row.person, count: run.range.count)
        continue
      }
      used += 1
      self.run(run, row.person) { ties[$0].object.name }
      for index in run.range where !isWhole(ties[index], run.label) { losses.lose(.relationDetails, row.person) }
    }
    empty((blocks - used) * 2)
  }

  private func isWhole(_ tie: OutgoingRelation, _ label: String) -> Bool {
    let read = RelationWord.meaning(of: label)
    return !tie.hasDetails && read.type == tie.type && !read.isReversed && read.title == tie.title
  }

  private func events(_ row: GoogleRow, _ blocks: Int) {
    if blocks == 0 { return }
    let events = row.events
    for day in events.prefix(blocks) {
      let label = EventWord.label(for: day)
      writer.cell(label)
      writer.cell(day.date)
      if EventWord.anniversary(label, on: day.date) != day { losses.lose(.details, row.person) }
      if day.date.year == DateText.unknownYear { losses.lose(.dates, row.person) }
    }
    losses.lose(.leftOut, row.person, count: events.count - blocks)
    empty((blocks - events.count) * 2)
  }

  private func fields(_ row: GoogleRow, _ blocks: Int) {
    let person = row.person
    for property in person.keptProperties {
      if property.format != "csv" {
        losses.lose(.foreign, person)
      } else if property.group != nil || !property.parameters.isEmpty {
        losses.lose(.kept, person)
      }
    }
    if blocks == 0 { return }
    let fields = row.fields
    for field in fields.prefix(blocks) {
      writer.cell(field.name)
      writer.cell(field.value)
      if field.name.isEmpty || field.value.isEmpty { losses.lose(.fields, person) }
    }
    losses.lose(.fields, person, count: fields.count - blocks)
    empty((blocks - fields.count) * 2)
  }
}
