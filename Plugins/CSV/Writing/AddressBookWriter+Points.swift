import KithCore

/// Ways to reach somebody: each takes the column that says most of it and is free.
extension AddressBookWriter {
  func fillEmails(_ person: Entity) {
    fillRow(person.emails.map { ($0.address, $0.details) }, layout.emails, person)
    if person.emails.contains(where: { !$0.address.utf8.contains(UInt8(ascii: "@")) }) { losses.lose(.split, person) }
    guard let type = layout.byName[CSVHeader.folded("E-mail Type")] else { return }
    let others = [type] + ["2", "3"].compactMap { layout.byName[CSVHeader.folded("E-mail \($0) Type")] }
    for (column, index) in zip(others, layout.emails) where !isFree(index) { put("SMTP", column) }
  }

  /// Values that take the columns in their order.
  func fillRow(_ values: [(text: String, details: ContactDetails)], _ columns: [Int], _ person: Entity) {
    for (value, column) in zip(values, columns) {
      put(value.text, column)
      if !LabelWord.isSame(value.details, ContactDetails()) { losses.lose(.details, person) }
    }
    losses.lose(.leftOut, person, count: values.count - columns.count)
  }

  func fillPhones(_ person: Entity) {
    var left: [PhoneNumber] = []
    for phone in person.phones {
      let exact = layout.phones.first { isFree($0.column) && LabelWord.isSame(phone.details, $0.details) }
      if let exact { put(phone.number, exact.column) } else { left.append(phone) }
    }
    for phone in left {
      let free = layout.phones.filter { isFree($0.column) }.compactMap { point in
        PhoneFit.rate(phone.details, in: point.details).map { (point, $0) }
      }
      guard let (best, _) = free.max(by: { $0.1 < $1.1 }) else {
        losses.lose(.leftOut, person)
        continue
      }
      put(phone.number, best.column)
      report(phone.details, in: best.details, person)
    }
  }

  /// What of `details` a column does not say, and what it says falsely.
  private func report(_ details: ContactDetails, in column: ContactDetails, _ person: Entity) {
    if !Set(column.types).isSubset(of: details.types) { losses.lose(.place, person) }
    var rest = details
    rest.types.removeAll(where: column.types.contains)
    if rest.label == column.label { rest.label = nil }
    if !LabelWord.isSame(rest, ContactDetails()) { losses.lose(.details, person) }
  }

  func fillServices(_ person: Entity) {
    for (service, column) in zip(person.onlineServices, layout.services) {
      let (value, isWhole) = ServiceText.value(of: service)
      put(value, column)
      if service.service != "AIM" { losses.lose(.place, person) }
      if !isWhole || !LabelWord.isSame(service.details, ContactDetails()) {
        losses.lose(.details, person)
      }
    }
    losses.lose(.leftOut, person, count: person.onlineServices.count - layout.services.count)
  }

  // MARK: Addresses

  func fillAddresses(_ person: Entity) {
    var free = Array(layout.addresses.indices)
    for address in person.addresses {
      let exact = free.first { LabelWord.isSame(address.details, layout.addresses[$0].details) }
      let like = free.first { slot in
        layout.addresses[slot].details.types.contains { type in address.details.types.contains(type) }
      }
      guard let slot = exact ?? like ?? free.last else {
        losses.lose(.leftOut, person)
        continue
      }
      free.removeAll { $0 == slot }
      if exact == nil { report(address.details, in: layout.addresses[slot].details, person) }
      if !fill(address, layout.addresses[slot].columns) { losses.lose(.addressParts, person) }
    }
  }

  /// False if something of the address has no column.
  private func fill(_ address: PostalAddress, _ columns: [ColumnMeaning.Part: Int]) -> Bool {
    var isWhole = address.formatted == nil
    let parts: [([String], ColumnMeaning.Part)] = [
      (address.poBox, .poBox), (address.extended, .extended), (address.locality, .locality),
      (address.region, .region), (address.postalCode, .postalCode), (address.country, .country),
    ]
    for (values, part) in parts where !values.isEmpty {
      guard let column = columns[part] else {
        isWhole = false
        continue
      }
      put(values.joined(separator: ", "), column)
      if values.count > 1 { isWhole = false }
    }
    let lines = [ColumnMeaning.Part.street, .street2, .street3].compactMap { columns[$0] }
    for (index, line) in address.street.enumerated() where index < lines.count { put(line, lines[index]) }
    if address.isOnlyFormatted, let street = lines.first { put(address.formatted ?? "", street) }
    if address.street.contains(where: { !$0.isOneLine }) { isWhole = false }
    guard address.street.count > lines.count, let last = lines.last else { return isWhole }
    put(address.street.dropFirst(lines.count - 1).joined(separator: "\n"), last)
    return isWhole
  }
}

extension String {
  /// There is something, and it comes back as one line.
  var isOneLine: Bool {
    !isEmpty && !utf8.contains(ListCell.lineFeed) && utf8.last != ListCell.carriageReturn
  }
}

extension PostalAddress {
  /// There is nothing but the text for the envelope.
  var isOnlyFormatted: Bool { formatted != nil && components.allSatisfy(\.isEmpty) }
}

/// How well a column for phones suits a number.
enum PhoneFit {
  private static let special: Set<String> = ["fax", "pager", "isdn", "textphone", "car", "video"]

  /// The higher the better; nil if the column would say something false.
  static func rate(_ details: ContactDetails, in column: ContactDetails) -> Int? {
    if let label = column.label { return label == details.label ? 9 : nil }
    let (said, wanted) = (Set(column.types), Set(details.types))
    if said.isEmpty { return 2 }
    if said.isSubset(of: wanted) { return 3 + said.count + (said.isDisjoint(with: special) ? 0 : 2) }
    return said.isDisjoint(with: special) && wanted.isDisjoint(with: special) ? (said == ["cell"] ? 1 : 0) : nil
  }
}

extension ServiceText {
  /// The account in one cell, and whether it is all that is known of it.
  static func value(of service: OnlineService) -> (text: String, isWhole: Bool) {
    if let uri = service.uri, !uri.isEmpty { return (uri, service.user == nil && isURI(uri)) }
    let user = service.user ?? ""
    return (user, service.uri == nil && !user.isEmpty && !isURI(user))
  }
}
