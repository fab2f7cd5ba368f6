import KithCore
import KithStore

/// Somebody who interviewed or referred you works elsewhere now: whoever knows your work there can open a door here.
struct MovedDoor {
  let person: EntitySummary
  /// "interviewed you"
  let part: String
  let before: EntitySummary
  let now: EntitySummary

  /// Nil unless they had such a part in an application to another company.
  init?(_ person: EntitySummary, to now: EntitySummary, in graph: StoredGraph) throws {
    let parts = try graph.applications(involving: person.id).compactMap { application in
      application.company == now.id ? nil : MovedDoor.part(of: person.id, in: application)
    }
    let latest = parts.max { ($0.date?.packed ?? 0) < ($1.date?.packed ?? 0) }
    guard let latest, let before = try graph.summary(of: latest.company) else { return nil }
    self.person = person
    part = latest.phrase
    self.before = before
    self.now = now
  }

  private typealias Part = (company: Identifier, date: PartialDate?, phrase: String)

  private static func part(of person: Identifier, in application: JobApplication) -> Part? {
    let roles = application.involved.filter { $0.person == person }.map(\.role)
    let date = application.lastDate
    if roles.contains(.referrer) { return (application.company, date, "referred you to") }
    if roles.contains(.interviewer) { return (application.company, date, "interviewed you at") }
    return roles.contains(.hiringManager) ? (application.company, date, "was the hiring manager at") : nil
  }

  var sentence: String { "a door has moved: \(person.name), who \(part) \(before.name), is at \(now.name) now" }

  /// The end of a line about many people: a few by name.
  static func sentence(of doors: [MovedDoor]) -> String {
    let named = doors.prefix(named).map { "; " + $0.sentence }.joined()
    return doors.count > Self.named ? named + "; \(doors.count - Self.named) more doors have moved" : named
  }

  /// The same for those of an import.
  static func sentence(of moved: [NewEmployer], in graph: StoredGraph) throws -> String {
    let doors = try moved.compactMap { moved -> MovedDoor? in
      guard let person = try graph.summary(of: moved.person), let now = try graph.summary(of: moved.company) else {
        return nil
      }
      return try MovedDoor(person, to: now, in: graph)
    }
    return sentence(of: doors)
  }

  private static let named = 5
}
