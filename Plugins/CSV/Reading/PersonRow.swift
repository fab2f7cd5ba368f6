import KithCore

/// A row of an address book as its cells come in.
struct PersonRow {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  enum Style: Sendable {
    case plain
    /// Stars before labels, joined values, `* myContacts`.
    case google
  }

  struct Job {
    var company = ""
    var title: String?
    var units: [String] = []
  }

  struct Tie {
    var label: String
    var name: String
  }

  /// A cell that was not understood as what its column says, and so kept as it is.
  enum Problem: Hashable {
    case badDate(String)
    case ambiguousDate
    case badEmail
    case titleWithoutCompany
  }

  var entity: Entity
  var parts = PersonName()
  var display = ""
  var fileAs = ""
  var jobs: [Job] = []
  var ties: [Tie] = []
  var problems: [Problem] = []
  var hasUID = false
  let cells: CellReader
  let traits: AddressBookTraits
  let dates: DateText

  init(cells: CellReader, traits: AddressBookTraits, dates: DateText, now: Timestamp) {
    entity = Entity(id: Identifier(high: 0, low: 0), kind: .person, name: "", created: now)
    self.cells = cells
    self.traits = traits
    self.dates = dates
  }

  mutating func take(_ group: ColumnGroup, of record: CSVRecord) {
    switch group.field {
    case .address: takeAddress(group, record)
    case .job: takeJob(group, record)
    case .birthday: takeBirthday(group, record)
    default:
      let cell = record.cell(group.value)
      if !cell.isEmpty { take(cell, group, record) }
    }
  }

  private mutating func take(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
    switch group.field {
    case .prefix: parts.prefixes.append(cells.text(cell))
    case .given: parts.given.append(cells.text(cell))
    case .additional: parts.additional.append(cells.text(cell))
    case .family: parts.family.append(cells.text(cell))
    case .suffix: parts.suffixes.append(cells.text(cell))
    case .display: if display.isEmpty { display = cells.text(cell) }
    case .fileAs: fileAs = cells.text(cell)
    case .nickname: forEachValue(of: cell) { entity.nicknames.append(cells.text($0)) }
    case .email, .phone, .link, .service, .relation, .event: takePoint(cell, group, record)
    case .custom: takeCustom(cell, group, record)
    case .note: entity.notes.append(cells.text(cell))
    case .tags: takeTags(cell)
    case .photo: entity.photo = .uri(cells.text(cell))
    case .uid: takeUID(cell)
    default: keep(cells.text(cell), group)
    }
  }

  private mutating func takeUID(_ cell: Bytes) {
    let uid = cells.text(cell)
    entity.id = Identifier(uid: uid)
    hasUID = true
    if Identifier(uuid: uid) == nil { entity.foreignUIDs.append(uid) }
  }

  /// Keeps a value under its column's name, unless the program writes it everywhere.
  mutating func keep(_ text: String, _ group: ColumnGroup) {
    if !group.blank.isEmpty, group.blank.contains(text.lowercased()) { return }
    keep(text, as: group.header)
  }

  mutating func keep(_ text: String, as name: String) {
    entity.keptProperties.append(KeptProperty(format: "csv", name: name, value: text))
  }

  // MARK: Several values in one cell

  /// The values of a cell: one, or those between ` ::: `.
  @inline(__always)
  func forEachValue(of cell: Bytes, _ body: (Bytes) -> Void) {
    guard traits.joinsValues, ValueSeparator.position(in: cell) != nil else { return body(cell) }
    forEachPart(of: cell, body)
  }

  /// As ``forEachValue(of:_:)``, with empty values too.
  func forEachPart(of cell: Bytes, _ body: (Bytes) -> Void) {
    var rest = cell
    while traits.joinsValues, let found = ValueSeparator.position(in: rest) {
      body(PersonRow.trimmed(Bytes(rebasing: rest[..<found])))
      rest = Bytes(rebasing: rest[(found + 3)...])
    }
    body(rest.count == cell.count ? rest : PersonRow.trimmed(rest))
  }

  static func trimmed(_ bytes: Bytes) -> Bytes {
    var (first, last) = (0, bytes.count)
    while first < last, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
    while last > first, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    return last - first == bytes.count ? bytes : Bytes(rebasing: bytes[first..<last])
  }

  // MARK: Tags

  private mutating func takeTags(_ cell: Bytes) {
    guard traits.joinsValues else {
      return cell.split(whereSeparator: traits.tagSeparators.contains).forEach {
        let tag = PersonRow.trimmed(Bytes(rebasing: $0))
        if !tag.isEmpty { entity.tags.append(cells.text(tag)) }
      }
    }
    forEachPart(of: cell) { tag in
      if let name = GoogleGroup.tag(tag, cells) { entity.tags.append(name) }
    }
  }
}
