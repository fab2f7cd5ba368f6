import KithCore

/// A row of an address book as its cells come in.
final class PersonRow {
  typealias Bytes = UnsafeBufferPointer<UInt8>

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

  // Each cell touches these: checking at run time that no two accesses overlap would be a tenth of an import.
  @exclusivity(unchecked) var entity: Entity
  @exclusivity(unchecked) var parts = PersonName()
  @exclusivity(unchecked) var display = ""
  @exclusivity(unchecked) var fileAs = ""
  @exclusivity(unchecked) var jobs: [Job] = []
  @exclusivity(unchecked) var ties: [Tie] = []
  @exclusivity(unchecked) var problems: [Problem] = []
  @exclusivity(unchecked) var hasUID = false
  let cells: CellReader
  let joinsValues: Bool
  let tagSeparators: [UInt8]
  let dates: DateText
  private let now: Timestamp

  init(cells: CellReader, traits: AddressBookTraits, dates: DateText, now: Timestamp) {
    entity = PersonRow.blank(now)
    self.cells = cells
    joinsValues = traits.joinsValues
    tagSeparators = traits.tagSeparators
    self.dates = dates
    self.now = now
  }

  private static func blank(_ now: Timestamp) -> Entity {
    Entity(id: Identifier(high: 0, low: 0), kind: .person, name: "", created: now)
  }

  /// The entity as it is, and a blank one in its place: it is moved out, not copied.
  func takeEntity() -> Entity {
    var taken = PersonRow.blank(now)
    swap(&taken, &entity)
    return taken
  }

  /// Makes ready for the next row.
  func reset() {
    if !parts.isEmpty { parts = PersonName() }
    if !entity.name.isEmpty { entity = PersonRow.blank(now) }
    (display, fileAs, hasUID) = ("", "", false)
    if !jobs.isEmpty { jobs.removeAll(keepingCapacity: true) }
    if !ties.isEmpty { ties.removeAll() }
    if !problems.isEmpty { problems.removeAll() }
  }

  func take(_ group: ColumnGroup, of record: CSVRecord) {
    switch group.field {
    case .address: takeAddress(group, record)
    case .job: takeJob(group, record)
    case .birthday: takeBirthday(group, record)
    default:
      let cell = record.cell(group.value)
      if !cell.isEmpty { take(cell, group, record) }
    }
  }

  private func take(_ cell: Bytes, _ group: ColumnGroup, _ record: CSVRecord) {
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
    case .photo: entity.photo = PhotoText.photo(cells.text(cell))
    case .uid: takeUID(cell)
    default: keep(cells.text(cell), group)
    }
  }

  private func takeUID(_ cell: Bytes) {
    let uid = cells.text(cell)
    entity.id = Identifier(uid: uid)
    hasUID = true
    if Identifier(uuid: uid) == nil { entity.foreignUIDs.append(uid) }
  }

  /// Keeps a value under its column's name, unless the program writes it everywhere.
  func keep(_ text: String, _ group: ColumnGroup) {
    if !group.blank.isEmpty, group.blank.contains(text.lowercased()) { return }
    keep(text, as: group.header)
  }

  func keep(_ text: String, as name: String) {
    entity.keptProperties.append(KeptProperty(format: "csv", name: name, value: text))
  }

  // MARK: Several values in one cell

  /// The values of a cell: one, or those between ` ::: `.
  @inline(__always)
  func forEachValue(of cell: Bytes, _ body: (Bytes) -> Void) {
    guard joinsValues, ValueSeparator.position(in: cell) != nil else { return body(cell) }
    forEachPart(of: cell, body)
  }

  /// As ``forEachValue(of:_:)``, with empty values too.
  func forEachPart(of cell: Bytes, _ body: (Bytes) -> Void) {
    var rest = cell
    while joinsValues, let found = ValueSeparator.position(in: rest) {
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

  private func takeTags(_ cell: Bytes) {
    guard joinsValues else {
      for tag in cell.split(whereSeparator: tagSeparators.contains) {
        let tag = PersonRow.trimmed(Bytes(rebasing: tag))
        if !tag.isEmpty { entity.tags.append(cells.text(tag)) }
      }
      return
    }
    if entity.tags.isEmpty { entity.tags.reserveCapacity(4) }
    forEachPart(of: cell) { tag in
      if let name = GoogleGroup.tag(tag, cells) { entity.tags.append(name) }
    }
  }
}
