import KithCore

/// What of a person goes into Google's numbered blocks.
enum GoogleRow {
  /// The place of the birthday that has the column of its own.
  static func birthday(of person: Entity) -> Int? {
    person.anniversaries.firstIndex { $0.kind == .birth && $0.details.isEmpty }
  }

  /// Days that need a block.
  static func events(of person: Entity) -> [Anniversary] {
    guard let place = birthday(of: person) else { return person.anniversaries }
    if person.anniversaries.count == 1 { return [] }
    var days = person.anniversaries
    days.remove(at: place)
    return days
  }

  // MARK: Kept properties

  static func kept(_ column: String, of person: Entity) -> String? {
    if person.keptProperties.isEmpty { return nil }
    return person.keptProperties.first { $0.format == "csv" && CSVHeader.folded($0.name) == column }?.value
  }

  static func kept(_ meaning: KeptName, of person: Entity) -> String? {
    if person.keptProperties.isEmpty { return nil }
    return person.keptProperties.first { $0.format == "csv" && KeptName.meaning(of: $0.name) == meaning }?.value
  }

  private static let columns: Set<String> = [
    "phoneticfirstname", "phoneticmiddlename", "phoneticlastname", "fileas",
  ]

  /// Custom fields, and behind them what was kept and has no column of its own.
  static func fields(of person: Entity, _ relations: [OutgoingRelation]) -> [(name: String, value: String)] {
    let own = person.customFields.map { ($0.name, $0.value) }
    if person.keptProperties.isEmpty { return own }
    let hasJobs = relations.contains { $0.type == .worksFor }
    var known: Set<String> = []
    let rest = person.keptProperties.filter { property in
      guard property.format == "csv" else { return false }
      let name = CSVHeader.folded(property.name)
      if columns.contains(name) { return !known.insert(name).inserted }
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

  /// Where the run that begins at `first` ends.
  @inline(__always)
  static func endOfRun<Point: LabelledPoint>(_ points: [Point], from first: Int, _ label: String) -> Int {
    var next = first + 1
    while next < points.count, points[next].details.preference != 1, LabelWord.text(for: points[next].details) == label
    {
      next += 1
    }
    return next
  }

  static func runs<Point: LabelledPoint>(of points: [Point]) -> Int {
    var (count, first) = (0, 0)
    while first < points.count {
      first = endOfRun(points, from: first, LabelWord.text(for: points[first].details))
      count += 1
    }
    return count
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
    var text = text
    return text.withUTF8(ValueSeparator.keeps)
  }
}

/// A way to reach somebody that Google keeps as a label and a value.
protocol LabelledPoint {
  var text: String { get }
  var details: ContactDetails { get }
}

extension EmailAddress: LabelledPoint {
  var text: String { address }
}

extension PhoneNumber: LabelledPoint {
  var text: String { number }
}

extension Link: LabelledPoint {
  var text: String { url }
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

  mutating func add(_ person: Entity, _ relations: [OutgoingRelation]) {
    GoogleBlocks.raise(&emails, person.emails.count) { _ in GoogleRow.runs(of: person.emails) }
    GoogleBlocks.raise(&phones, person.phones.count) { _ in GoogleRow.runs(of: person.phones) }
    GoogleBlocks.raise(&links, person.links.count) { _ in GoogleRow.runs(of: person.links) }
    GoogleBlocks.raise(&services, person.onlineServices.count) { $0 }
    GoogleBlocks.raise(&addresses, person.addresses.count) { $0 }
    if relations.contains(where: { $0.type != .worksFor }) {
      let ties = relations.filter { $0.type != .worksFor }
      GoogleBlocks.raise(&self.ties, ties.count) { GoogleTableWriter.runs(of: ties, $0).count }
    }
    if !person.anniversaries.isEmpty {
      GoogleBlocks.raise(&events, person.anniversaries.count) { _ in GoogleRow.events(of: person).count }
    }
    if !person.customFields.isEmpty || !person.keptProperties.isEmpty {
      let fields = GoogleRow.fields(of: person, relations)
      GoogleBlocks.raise(&self.fields, fields.count) { $0 }
    }
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
