import KithCore

/// A person as Google's numbered blocks want it.
struct GoogleRow {
  let person: Entity
  let relations: [OutgoingRelation]

  init(_ person: Entity, _ relations: [OutgoingRelation]) {
    self.person = person
    self.relations = relations
  }

  /// The birthday that has the column of its own.
  var birthday: Anniversary? {
    person.anniversaries.isEmpty ? nil : person.anniversaries.first { $0.kind == .birth && $0.details.isEmpty }
  }

  /// Days that need a block.
  var events: [Anniversary] {
    if person.anniversaries.isEmpty { return [] }
    guard let place = person.anniversaries.firstIndex(where: { $0.kind == .birth && $0.details.isEmpty }) else {
      return person.anniversaries
    }
    var days = person.anniversaries
    days.remove(at: place)
    return days
  }

  var ties: [OutgoingRelation] { relations.isEmpty ? [] : relations.filter { $0.type != .worksFor } }

  // MARK: Kept properties

  func kept(_ column: String) -> String? {
    if person.keptProperties.isEmpty { return nil }
    return person.keptProperties.first { $0.format == "csv" && CSVHeader.folded($0.name) == column }?.value
  }

  private func kept(_ meaning: KeptName) -> String? {
    if person.keptProperties.isEmpty { return nil }
    return person.keptProperties.first { $0.format == "csv" && KeptName.meaning(of: $0.name) == meaning }?.value
  }

  var keptTitle: String? { kept(.title) }
  var keptDepartment: String? { kept(.department) }

  private static let columns: Set<String> = [
    "phoneticfirstname", "phoneticmiddlename", "phoneticlastname", "fileas",
  ]

  /// Custom fields, and behind them what was kept and has no column of its own.
  var fields: [(name: String, value: String)] {
    let own = person.customFields.map { ($0.name, $0.value) }
    if person.keptProperties.isEmpty { return own }
    let hasJobs = relations.contains { $0.type == .worksFor }
    var known: Set<String> = []
    let rest = person.keptProperties.filter { property in
      guard property.format == "csv" else { return false }
      let name = CSVHeader.folded(property.name)
      if GoogleRow.columns.contains(name) { return !known.insert(name).inserted }
      guard let meaning = KeptName.meaning(of: name), !hasJobs else { return true }
      return !known.insert("\(meaning)").inserted
    }
    return own + rest.map { ($0.name, $0.value) }
  }

  // MARK: Several values in one cell

  /// Neighbours with the same label, which share a block.
  struct Run {
    let label: String
    let range: Range<Int>
  }

  static func runs(_ count: Int, _ details: (Int) -> ContactDetails) -> [Run] {
    runs(count) { index in
      let details = details(index)
      return (LabelWord.text(for: details), details.preference == 1)
    }
  }

  static func runs(_ count: Int, labels: (Int) -> (text: String, isStarred: Bool)) -> [Run] {
    var runs: [Run] = []
    var (first, text, starred) = (0, "", false)
    for index in 0..<count {
      let label = labels(index)
      if index > 0 {
        if label.text == text, !label.isStarred { continue }
        runs.append(Run(label: starred ? LabelWord.star + text : text, range: first..<index))
      }
      (first, text, starred) = (index, label.text, label.isStarred)
    }
    if count > 0 { runs.append(Run(label: starred ? LabelWord.star + text : text, range: first..<count)) }
    return runs
  }

  /// Whether a value that shares a cell comes back as it is.
  static func survives(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first != 0x20 && first != 0x09 && last != 0x20 && last != 0x09 && !ValueSeparator.isIn(text)
  }
}

/// How many blocks of each sort the rows need.
struct GoogleBlocks {
  /// More blocks than this of one sort are not written: every row would have them.
  static let limit = 50

  private(set) var emails = 0
  private(set) var services = 0
  private(set) var phones = 0
  private(set) var addresses = 0
  private(set) var ties = 0
  private(set) var links = 0
  private(set) var events = 0
  private(set) var fields = 0

  mutating func add(_ row: GoogleRow) {
    let person = row.person
    GoogleBlocks.raise(&emails, person.emails.count) { GoogleRow.runs($0) { person.emails[$0].details }.count }
    GoogleBlocks.raise(&phones, person.phones.count) { GoogleRow.runs($0) { person.phones[$0].details }.count }
    GoogleBlocks.raise(&links, person.links.count) { GoogleRow.runs($0) { person.links[$0].details }.count }
    GoogleBlocks.raise(&services, person.onlineServices.count) { $0 }
    GoogleBlocks.raise(&addresses, person.addresses.count) { $0 }
    if !row.relations.isEmpty {
      let found = row.ties
      GoogleBlocks.raise(&ties, found.count) { GoogleTableWriter.runs(of: found, $0).count }
    }
    if !person.anniversaries.isEmpty { GoogleBlocks.raise(&events, row.events.count) { $0 } }
    if !person.customFields.isEmpty || !person.keptProperties.isEmpty { GoogleBlocks.raise(&fields, row.fields.count) { $0 } }
  }

  /// - Parameter count: how many blocks so many values make, never more.
  private static func raise(_ most: inout Int, _ values: Int, _ count: (Int) -> Int) {
    guard values > most, most < GoogleBlocks.limit else { return }
    most = max(most, min(count(values), GoogleBlocks.limit))
  }

  var columns: [String] {
    GoogleBlocks.names("E-mail", emails, ["Label", "Value"])
      + GoogleBlocks.names("IM", services, ["Label", "Service", "Value"])
      + GoogleBlocks.names("Phone", phones, ["Label", "Value"])
      + GoogleBlocks.names("Address", addresses, GoogleBlocks.addressParts)
      + GoogleBlocks.names("Relation", ties, ["Label", "Value"])
      + GoogleBlocks.names("Website", links, ["Label", "Value"])
      + GoogleBlocks.names("Event", events, ["Label", "Value"])
      + GoogleBlocks.names("Custom Field", fields, ["Label", "Value"])
  }

  private static let addressParts = [
    "Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address",
  ]

  private static func names(_ block: String, _ count: Int, _ parts: [String]) -> [String] {
    (0..<count).flatMap { number in parts.map { "\(block) \(number + 1) - \($0)" } }
  }
}
