import KithCore

/// E-mail addresses, phones and whatever else has a value and perhaps a label.
extension PersonRow {
  func takePoint(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    switch group.field {
    case .email, .phone, .link: takeDetailed(cell, group, record)
    case .service: takeServices(cell, group, record)
    case .event: takeEvents(cell, group, record)
    default: takeTies(cell, group, record)
    }
  }

  private func takeDetailed(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    var details = details(group, record)
    if joinsValues, ValueSeparator.position(in: cell) != nil {
      forEachPart(of: cell) { value in
        if value.isEmpty { return }
        append(value, details, group)
        details.preference = nil
      }
    } else {
      append(PersonRow.trimmed(cell), details, group)
    }
    if group.field == .email, !group.isNumbered, group.label >= 0 {
      takeShownName(cells.text(record.cell(group.label)), group)
    }
  }

  @inline(__always)
  private func append(_ value: Bytes, _ details: ContactDetails, _ group: ColumnGroup) {
    if value.isEmpty { return }
    let text = cells.text(value)
    switch group.field {
    case .phone:
      if entity.phones.isEmpty { entity.phones.reserveCapacity(2) }
      entity.phones.append(PhoneNumber(text, details: details))
    case .link: entity.links.append(Link(text, details: details))
    default: appendEmail(text, value, details, group)
    }
  }

  private func appendEmail(_ text: String, _ bytes: Bytes, _ details: ContactDetails, _ group: ColumnGroup) {
    if bytes.contains(UInt8(ascii: "@")) {
      if entity.emails.isEmpty { entity.emails.reserveCapacity(2) }
      entity.emails.append(EmailAddress(text, details: details))
    } else {
      problems.append(.badEmail)
      keep(text, as: group.header)
    }
  }

  /// What the row's label says, or the column itself.
  func details(_ group: ColumnGroup, _ record: CSVRecord) -> ContactDetails {
    guard group.isNumbered, group.label >= 0 else { return group.details }
    let label = record.cell(group.label)
    if group.isLast(label) { return group.lastDetails }
    group.lastLabel = Array(label)
    group.lastDetails = LabelWord.details(of: cells.text(label))
    return group.lastDetails
  }

  /// Outlook's `E-mail Display Name` is mostly made of the name and the address, and then says nothing.
  private func takeShownName(_ shown: String, _ group: ColumnGroup) {
    guard let address = entity.emails.last?.address, !shown.isEmpty, shown != address else { return }
    if shown.hasSuffix("(\(address))") || shown.hasSuffix("<\(address)>") { return }
    keep(shown, as: group.header.replacing("Address", with: "Display Name"))
  }

  private func takeServices(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    let named = group.has(.service) ? cells.text(record.cell(group.column(.service))) : group.details.label ?? ""
    let details = group.isNumbered ? details(group, record) : ContactDetails()
    forEachValue(of: cell) { value in
      let value = cells.text(PersonRow.trimmed(value))
      if value.isEmpty { return }
      var service = OnlineService(service: named.isEmpty ? nil : named, details: details)
      if ServiceText.isURI(value) { service.uri = value } else { service.user = value }
      entity.onlineServices.append(service)
    }
  }

  private func takeEvents(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    let label = group.isNumbered ? cells.text(record.cell(group.label)) : group.details.label ?? ""
    forEachValue(of: cell) { value in
      guard let date = date(cells.text(value), group.header) else { return }
      entity.anniversaries.append(EventWord.anniversary(label, on: date))
    }
  }

  private func takeTies(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    if group.isNumbered {
      let label = cells.text(record.cell(group.label))
      return forEachValue(of: cell) { ties.append(Tie(label: label, name: cells.text($0))) }
    }
    let label = group.details.label ?? ""
    let separators = label == "Child" ? [UInt8(ascii: ";"), UInt8(ascii: ",")] : []
    for name in cell.split(whereSeparator: separators.contains) {
      let name = PersonRow.trimmed(Bytes(rebasing: name))
      if !name.isEmpty { ties.append(Tie(label: label, name: cells.text(name))) }
    }
  }

  func takeCustom(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    let text = cells.text(cell)
    if group.isNumbered {
      let name = cells.text(record.cell(group.label))
      if name.isEmpty { return keep(text, as: group.header) }
      return entity.customFields.append(CustomField(name, text))
    }
    guard let (name, value) = FieldText.split(text) else { return keep(text, as: group.header) }
    entity.customFields.append(CustomField(name, value))
  }

  // MARK: Dates

  /// The date of a cell; what is none is kept under the column's name.
  func date(_ text: String, _ column: String) -> PartialDate? {
    switch dates.read(text) {
    case .date(let date): return date
    case .ambiguous(let date):
      problems.append(.ambiguousDate)
      return date
    case .nothing: return nil
    case .bad:
      problems.append(.badDate(column))
      keep(text, as: column)
      return nil
    }
  }

  func takeBirthday(_ group: ColumnGroup, _ record: CSVRecord) {
    if group.value >= 0 {
      let cell = record.cell(group.value)
      guard !cell.isEmpty else { return }
      if cell.count == 10, let date = PartialDate(utf8: cell), date.year != DateText.unknownYear {
        return entity.anniversaries.append(Anniversary(.birth, on: date))
      }
      if let date = date(cells.text(cell), group.header) { entity.anniversaries.append(Anniversary(.birth, on: date)) }
      return
    }
    let texts = [ColumnMeaning.Part.year, .month, .day].map {
      TrimmedText.trimmed(cells.text(record.cell(group.column($0))))
    }
    guard texts.contains(where: { !$0.isEmpty && Int($0) != 0 }) else { return }
    let numbers = texts.map { Int($0).flatMap { $0 == 0 ? nil : $0 } }
    let year = numbers[0] == DateText.unknownYear ? nil : numbers[0]
    let isGood = zip(texts, numbers).allSatisfy { $0.isEmpty || Int($0) == 0 || $1 != nil }
    guard isGood, let date = PartialDate(year: year, month: numbers[1], day: numbers[2]) else {
      problems.append(.badDate("Birthday"))
      return keep(texts.joined(separator: "-"), as: "Birthday")
    }
    entity.anniversaries.append(Anniversary(.birth, on: date))
  }
}

/// An account in one cell.
enum ServiceText {
  /// Whether it begins with a scheme (RFC 3986 §3.1).
  static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first else { return false }
    guard (0x61...0x7a).contains(first | 0x20), text.utf8.index(after: colon) < text.utf8.endIndex else { return false }
    return text.utf8[..<colon].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      default: false
      }
    }
  }
}

/// A field in the owner's words in one cell: `shirt size: M`.
enum FieldText {
  static func split(_ text: String) -> (name: String, value: String)? {
    guard let colon = text.range(of: ": "), !text[..<colon.lowerBound].isEmpty else { return nil }
    guard text.utf8.distance(from: text.startIndex, to: colon.lowerBound) <= 60 else { return nil }
    return (String(text[..<colon.lowerBound]), String(text[colon.upperBound...]))
  }
}

/// What Google calls the days of a life.
enum EventWord {
  static func anniversary(_ label: String, on date: PartialDate) -> Anniversary {
    switch CSVHeader.folded(label) {
    case "anniversary", "wedding": Anniversary(.wedding, on: date)
    case "birthday": Anniversary(.birth, on: date)
    case "death": Anniversary(.death, on: date)
    case "": Anniversary(.other, on: date)
    default: Anniversary(.other, on: date, details: ContactDetails(label: label))
    }
  }

  static func label(for anniversary: Anniversary) -> String {
    switch anniversary.kind {
    case .wedding: "Anniversary"
    case .birth: "Birthday"
    case .death: "Death"
    case .other: anniversary.details.label ?? ""
    }
  }
}
