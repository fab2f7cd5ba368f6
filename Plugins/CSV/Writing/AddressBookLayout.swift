import KithCore

/// Where a program with a fixed header row wants what: the columns that ``AddressBookWriter`` fills.
struct AddressBookLayout {
  struct Point {
    let column: Int
    let details: ContactDetails
  }

  let header: [String]
  /// Columns with one text, by field.
  private(set) var single: [ColumnMeaning.Field: Int] = [:]
  private(set) var emails: [Int] = []
  private(set) var phones: [Point] = []
  private(set) var links: [Int] = []
  private(set) var services: [Int] = []
  private(set) var customs: [Int] = []
  /// In the order in which addresses without a fitting type take them.
  private(set) var addresses: [(details: ContactDetails, columns: [ColumnMeaning.Part: Int])] = []
  private(set) var job: [ColumnMeaning.Part: Int] = [:]
  private(set) var birthday: [ColumnMeaning.Part: Int] = [:]
  private(set) var anniversary: Int?
  private(set) var relations: [RelationType: Int] = [:]
  /// Every column by its folded name, for what was kept under it.
  private(set) var byName: [String: Int] = [:]
  /// What the program expects where nothing is known.
  let defaults: [(column: Int, text: String)]

  init(_ header: String, of dialect: AddressBookDialect, defaults: [String: String] = [:]) {
    let names = header.split(separator: ",").map(String.init)
    self.header = names
    let folded = CSVHeader(names)
    self.defaults = names.indices.compactMap { column in defaults[names[column]].map { (column, $0) } }
    for (column, meaning) in dialect.meanings(of: folded).enumerated() {
      byName[folded.keys[column]] = column
      if let meaning { add(column, meaning) }
    }
  }

  private mutating func add(_ column: Int, _ meaning: ColumnMeaning) {
    let details = ContactDetails(types: meaning.types, label: meaning.label)
    switch meaning.field {
    case .email: if meaning.part == .value { emails.append(column) }
    case .phone: phones.append(Point(column: column, details: details))
    case .link: links.append(column)
    case .service: services.append(column)
    case .custom: customs.append(column)
    case .address: addAddress(column, meaning, details)
    case .job: job[meaning.part] = column
    case .birthday: birthday[meaning.part] = column
    case .event: anniversary = column
    case .relation:
      let relation = RelationWord.meaning(of: meaning.label ?? "")
      if !relation.isReversed { relations[relation.type] = column }
    case .kept: break
    default: single[meaning.field] = column
    }
  }

  private mutating func addAddress(_ column: Int, _ meaning: ColumnMeaning, _ details: ContactDetails) {
    if let place = addresses.firstIndex(where: { $0.details == details }) {
      addresses[place].columns[meaning.part] = column
    } else {
      addresses.append((details, [meaning.part: column]))
    }
  }

  static let outlook = AddressBookLayout(
    AddressBookDialect.outlookHeader, of: .outlook,
    defaults: ["Gender": "Unspecified", "Priority": "Normal", "Private": "False", "Sensitivity": "Normal"])
  static let thunderbird = AddressBookLayout(AddressBookDialect.thunderbirdHeader, of: .thunderbird)

  var coverage: Coverage {
    var fields: Set<EntityField> = [.personName, .emails, .phones, .addresses, .links, .anniversaries, .notes]
    fields.formUnion([.customFields, .keptProperties])
    if single[.nickname] != nil { fields.insert(.nicknames) }
    if single[.tags] != nil { fields.insert(.tags) }
    if !services.isEmpty { fields.insert(.onlineServices) }
    return Coverage(kinds: [.person], fields: fields, relations: Set(relations.keys).union([.worksFor]))
  }
}
