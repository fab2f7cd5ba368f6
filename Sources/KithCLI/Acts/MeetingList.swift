import KithCore
import KithStore

/// Records everybody met at one event, a line each. A line that cannot be taken leaves nothing; the rest is kept.
struct MeetingList {
  /// The event as it was typed.
  let event: String
  /// The day that was told.
  let date: PartialDate?
  let today: CivilDay
  /// Lines that were left out, with the reason.
  private(set) var refused: [(line: Int, error: CommandError)] = []
  private(set) var taken = 0
  private var (new, repeated, promises) = (0, 0, 0)
  private var news: [String] = []
  private var movedDoors: [MovedDoor] = []

  init(event: String, date: PartialDate?, today: CivilDay) {
    self.event = event
    self.date = date
    self.today = today
  }

  /// Days within which those who were met shall hear of you.
  static let followUpDays = 2
  /// Bytes; nobody types as much about one person.
  private static let longestLine = 10_000

  /// Returns the line that says what was done.
  mutating func perform(_ input: InputSource, _ editor: StoreEditor) throws -> String {
    var telling = Telling(editor)
    let place = try telling.event(event)
    news = telling.news
    let day = try date ?? self.day(of: place, in: editor.graph)
    var known = KnownFollowUps(try editor.graph.followUps(ofEvent: place.id))
    let lines = try LineReader(input, limit: MeetingList.longestLine)
    while let line = try lines.next() {
      let text = MeetingList.text(of: line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      do {
        guard !line.isCut else { throw CommandError("longer than \(MeetingList.longestLine) bytes") }
        try editor.attempt { try take(try MeetingLine(text), at: place, on: day, &known, editor) }
      } catch let error as CommandError {
        refused.append((line.number, error))
      }
    }
    return sentence(place, day)
  }

  private static func text(of line: LineReader.Line) -> String {
    let text = String(Substring(String(decoding: line.bytes, as: UTF8.self)).trimmed)
    return line.number == 1 && text.hasPrefix("\u{feff}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Today; the last day of an event that is over.
  private func day(of place: EntitySummary, in graph: StoredGraph) throws -> PartialDate {
    guard let period = try graph.entity(place.id)?.period,
      let last = (period.end ?? period.start).flatMap({ CivilDay($0) })
    else { return today.date }
    return min(last, today).date
  }

  private mutating func take(
    _ line: MeetingLine, at place: EntitySummary, on day: PartialDate, _ known: inout KnownFollowUps,
    _ editor: StoreEditor
  ) throws {
    var meeting = RecordMeeting(
      name: line.name, date: day, company: line.company, title: line.title, event: place.id.description,
      facts: line.facts)
    meeting.words = line.words.isEmpty ? nil : line.words.joined(separator: "; ")
    meeting.isOnce = true
    let met = try meeting.record(editor)
    let due = (CivilDay(day) ?? today) + MeetingList.followUpDays
    let why = "met at \(place.name) on \(day)"
    func followUp(_ act: FollowUp.Act, _ party: FollowUp.Party, _ due: CivilDay?, _ what: String) throws -> Bool {
      let followUp = FollowUp(
        id: editor.identifiers.next(), act, met.person.id, owedBy: party, due: due, what: what, why: why,
        event: place.id, interaction: met.interaction, created: editor.now)
      guard !known.holds(followUp) else { return false }
      try editor.save(followUp)
      known.insert(followUp)
      return true
    }
    _ = try followUp(.followUp, .me, due, "")
    for words in line.words {
      guard let party = MeetingLine.promiser(of: words) else { continue }
      if try followUp(.keepPromise, party, party == .me ? due : nil, words) { promises += 1 }
    }
    taken += 1
    if met.isRepeated { repeated += 1 } else if !met.isKnown { new += 1 }
    news += met.news
    if let door = met.movedDoor { movedDoors.append(door) }
  }

  private func sentence(_ place: EntitySummary, _ day: PartialDate) -> String {
    let due = (CivilDay(day) ?? today) + MeetingList.followUpDays
    var parts = ["met \(taken == 1 ? "1 person" : "\(taken) people") at \(place.name) on \(day)"]
    let counts = [(new, "new"), (taken - new - repeated, "known"), (repeated, "recorded already")]
    parts[0] += ": " + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    if taken > repeated { parts.append("follow up by \(due)") }
    if promises > 0 { parts.append(promises == 1 ? "1 promise" : "\(promises) promises") }
    if !news.isEmpty {
      parts.append(news.count > 5 ? "\(news.count) new records beside them" : news.joined(separator: ", "))
    }
    return parts.joined(separator: "; ") + MovedDoor.sentence(of: movedDoors)
  }
}

/// What is to be done because of an event already, so that a list that is read again adds nothing.
private struct KnownFollowUps {
  private struct Key: Hashable {
    let act: FollowUp.Act
    let entity: Identifier
    let owedBy: FollowUp.Party
    let what: String
  }

  private var keys: Set<Key>

  init(_ followUps: [FollowUp]) { keys = Set(followUps.map(KnownFollowUps.key)) }

  func holds(_ followUp: FollowUp) -> Bool { keys.contains(KnownFollowUps.key(followUp)) }
  mutating func insert(_ followUp: FollowUp) { keys.insert(KnownFollowUps.key(followUp)) }

  private static func key(_ followUp: FollowUp) -> Key {
    Key(act: followUp.act, entity: followUp.entity, owedBy: followUp.owedBy, what: followUp.what)
  }
}
