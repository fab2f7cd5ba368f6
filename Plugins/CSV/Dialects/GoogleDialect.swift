extension AddressBookDialect {
  /// Google Contacts: the current export, its import template and the export before 2024.
  static let google = AddressBookDialect(
    name: "google", program: "Google Contacts",
    headers: "Google's",
    signatures: [
      ["E-mail 1 - Value"], ["Phone 1 - Value"], ["Organization Name", "Labels"], ["File As", "Labels"],
      ["Group Membership", "Family Name"],
    ],
    own: [
      ("File As", ColumnMeaning(field: .fileAs)), ("Labels", .tags), ("Group Membership", .tags),
      ("Organization Name", .company), ("Organization Title", .title), ("Organization Department", .department),
      ("Phonetic First Name", .kept), ("Phonetic Middle Name", .kept), ("Phonetic Last Name", .kept),
    ],
    traits: AddressBookTraits(numbered: GoogleColumns.meaning, joinsValues: true))
}

/// Google's columns with a number: `E-mail 3 - Value`.
enum GoogleColumns {
  private static let fields: [(String, ColumnMeaning.Field)] = [
    ("email", .email), ("phone", .phone), ("address", .address), ("organization", .job), ("relation", .relation),
    ("website", .link), ("event", .event), ("customfield", .custom), ("im", .service),
  ]

  private static let parts: [String: ColumnMeaning.Part] = [
    "label": .label, "type": .label, "value": .value, "service": .service, "formatted": .formatted, "street": .street,
    "city": .locality, "pobox": .poBox, "region": .region, "postalcode": .postalCode, "country": .country,
    "extendedaddress": .extended, "name": .company, "title": .title, "department": .department,
  ]

  /// - Parameter key: a folded name.
  static func meaning(_ key: String) -> ColumnMeaning? {
    guard let (name, field) = fields.first(where: { key.hasPrefix($0.0) }) else { return nil }
    let rest = key.dropFirst(name.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, let part = parts[String(rest.dropFirst(digits.count))] else {
      return nil
    }
    return fits(part, field) ? .numbered(field, number, part) : nil
  }

  private static func fits(_ part: ColumnMeaning.Part, _ field: ColumnMeaning.Field) -> Bool {
    switch part {
    case .label: field != .job
    case .value: field != .job && field != .address
    case .service: field == .service
    case .company, .title, .department: field == .job
    default: field == .address
    }
  }
}
