import KithCore

/// The numbered blocks of a row.
extension GoogleTableWriter {
  func writeBlocks(_ person: Entity, _ relations: [OutgoingRelation], _ blocks: GoogleBlocks) {
    points(person.emails, blocks.emails, person)
    // An address that is none is kept as a property when it is read.
    for index in person.emails.indices where !person.emails[index].address.utf8.contains(UInt8(ascii: "@")) {
      losses.lose(.split, person)
    }
    services(person, blocks.services)
    points(person.phones, blocks.phones, person)
    addresses(person, blocks.addresses)
    ties(person, relations, blocks.ties)
    points(person.links, blocks.links, person)
    events(person, blocks.events)
    fields(person, relations, blocks.fields)
  }

  /// Label and value of each run; empty cells up to `blocks`.
  private func points<Point: LabelledPoint>(_ points: [Point], _ blocks: Int, _ person: Entity) {
    if blocks == 0 { return }
    var (used, first) = (0, 0)
    while first < points.count {
      let label = LabelWord.text(for: points[first].details)
      let end = GoogleRow.endOfRun(points, from: first, label)
      if used == blocks {
        losses.lose(.leftOut, person, count: end - first)
      } else {
        used += 1
        run(points[first..<end], label, person)
      }
      first = end
    }
    empty((blocks - used) * 2)
  }

  private func run<Point: LabelledPoint>(_ points: ArraySlice<Point>, _ label: String, _ person: Entity) {
    let first = points.startIndex
    let label = points[first].details.preference == 1 ? LabelWord.star + label : label
    writer.cell(label)
    writer.beginCell()
    for index in points.indices {
      if index > first { writer.write(ValueSeparator.text) }
      if !writer.sharedValue(points[index].text) { losses.lose(.split, person) }
      check(points[index].details, label, isFirst: index == first, person)
    }
    writer.endCell()
  }

  private func run(_ run: GoogleRow.Run, _ person: Entity, _ text: (Int) -> String) {
    writer.cell(run.label)
    writer.beginCell()
    for index in run.range {
      if index > run.range.lowerBound { writer.write(ValueSeparator.text) }
      if !writer.sharedValue(text(index)) { losses.lose(.split, person) }
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
      isWhole = part(address.locality) && isWhole
      isWhole = part(address.poBox) && isWhole
      isWhole = part(address.region) && isWhole
      isWhole = part(address.postalCode) && isWhole
      isWhole = part(address.country) && isWhole
      isWhole = part(address.extended) && isWhole
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
    let isWhole = writer.wholeCell(values.count == 1 ? first : values.joined(separator: ", "))
    return isWhole && values.count == 1 && !first.isEmpty
  }

  private func lines(_ street: [String]) -> Bool {
    if street.count <= 1, street.first?.utf8.contains(ListCell.lineFeed) != true {
      return part(street) && street.first?.utf8.last != ListCell.carriageReturn
    }
    writer.cell(street.joined(separator: "\n"))
    return street.allSatisfy { $0.isOneLine && !ValueSeparator.isIn($0) }
  }

  // MARK: Relations, days, fields

  static func runs(of ties: [OutgoingRelation], _ count: Int) -> [GoogleRow.Run] {
    GoogleRow.runs(count, labels: { (RelationWord.label(for: ties[$0].type, title: ties[$0].title), false) })
  }

  private func ties(_ person: Entity, _ relations: [OutgoingRelation], _ blocks: Int) {
    if blocks == 0 { return }
    let ties = relations.filter { $0.type != .worksFor }
    var used = 0
    for run in GoogleTableWriter.runs(of: ties, ties.count) {
      guard used < blocks else {
        losses.lose(.leftOut, person, count: run.range.count)
        continue
      }
      used += 1
      self.run(run, person) { ties[$0].object.name }
      for index in run.range where !isWhole(ties[index], run.label) { losses.lose(.relationDetails, person) }
    }
    empty((blocks - used) * 2)
  }

  private func isWhole(_ tie: OutgoingRelation, _ label: String) -> Bool {
    let read = RelationWord.meaning(of: label)
    return !tie.hasDetails && read.type == tie.type && !read.isReversed && read.title == tie.title
  }

  private func events(_ person: Entity, _ blocks: Int) {
    if blocks == 0 { return }
    let events = GoogleRow.events(of: person)
    for day in events.prefix(blocks) {
      let label = EventWord.label(for: day)
      writer.cell(label)
      writer.cell(day.date)
      if EventWord.anniversary(label, on: day.date) != day { losses.lose(.details, person) }
      if day.date.year == DateText.unknownYear { losses.lose(.dates, person) }
    }
    losses.lose(.leftOut, person, count: events.count - blocks)
    empty((blocks - events.count) * 2)
  }

  private func fields(_ person: Entity, _ relations: [OutgoingRelation], _ blocks: Int) {
    for property in person.keptProperties {
      if property.format != "csv" {
        losses.lose(.foreign, person)
      } else if property.group != nil || !property.parameters.isEmpty {
        losses.lose(.kept, person)
      }
    }
    if blocks == 0 { return }
    let fields = GoogleRow.fields(of: person, relations)
    for field in fields.prefix(blocks) {
      writer.cell(field.name)
      writer.cell(field.value)
      if field.name.isEmpty || field.value.isEmpty { losses.lose(.fields, person) }
    }
    losses.lose(.fields, person, count: fields.count - blocks)
    empty((blocks - fields.count) * 2)
  }
}
