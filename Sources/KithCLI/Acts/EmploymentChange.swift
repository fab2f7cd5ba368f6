import KithCore
import KithStore

/// A change of where a person works, or as what.
struct EmploymentChange {
  var company: String?
  var title: String?
  /// They left, on that day.
  var left: PartialDate?
  /// The new job is one more.
  var isAlso = false
  /// When the new one began.
  var since: PartialDate?
  var today: PartialDate

  var isEmpty: Bool { company == nil && title == nil && left == nil }

  /// Returns what was done: "now CTO at Analytical Engines".
  func apply(to person: EntitySummary, _ telling: inout Telling, _ editor: StoreEditor) throws -> [String] {
    let current = try editor.graph.related(to: person.id).filter {
      $0.relation.type == .worksFor && $0.isSubject && !$0.relation.period.hasEnded(by: today)
    }
    if let left { return [try leave(current, on: left, person, editor)] }
    guard let company else { return try title.map { [try retitle(current, $0, person, editor)] } ?? [] }
    let employer = try telling.company(company)
    let here = current.filter { $0.other.id == employer.id }
    if !here.isEmpty {
      guard title != nil else { return ["at \(employer.name) already"] }
      return [try retitle(here, title ?? "", person, editor)]
    }
    var done = isAlso ? [] : try current.map { try end($0, on: since ?? today, editor) }
    try editor.insert(
      Relation(person.id, .worksFor, employer.id, title: title, period: Period(start: since)))
    done.append("now " + (title.map { "\($0) at " } ?? "at ") + employer.name)
    if let door = try MovedDoor(person, to: employer, in: editor.graph) { telling.say(door.sentence) }
    return done
  }

  private func leave(
    _ current: [RelatedEntity], on date: PartialDate, _ person: EntitySummary, _ editor: StoreEditor
  ) throws -> String {
    var jobs = current
    if let company {
      let employer = try Resolver(graph: editor.graph).one(company, .company, .organization)
      jobs = current.filter { $0.other.id == employer.id }
    }
    return try end(one(of: jobs, person), on: date, editor)
  }

  private func retitle(
    _ current: [RelatedEntity], _ title: String, _ person: EntitySummary, _ editor: StoreEditor
  ) throws -> String {
    let job = try one(of: current, person)
    var titled = job.relation
    titled.title = title
    try editor.replace(job.relation, by: titled)
    return "now \(title) at \(job.other.name)"
  }

  private func end(_ job: RelatedEntity, on date: PartialDate, _ editor: StoreEditor) throws -> String {
    if let start = job.relation.period.start, start > date {
      throw CommandError(
        "the job at \(job.other.name) began on \(start), after \(date)", hint: "--on says when it ended")
    }
    var ended = job.relation
    ended.period = Period(start: ended.period.start, end: date)
    try editor.replace(job.relation, by: ended)
    return "left \(job.other.name) on \(date)"
  }

  private func one(of jobs: [RelatedEntity], _ person: EntitySummary) throws -> RelatedEntity {
    switch jobs.count {
    case 1: return jobs[0]
    case 0:
      throw CommandError(
        "\(person.name) does not work anywhere now, as far as is known", hint: "--at says where", code: .notFound)
    default:
      let list = jobs.map { "  \($0.relation.title.map { "\($0) at " } ?? "")\($0.other.name)" }
      throw CommandError(
        "\(person.name) has \(jobs.count) jobs now:\n" + TerminalText.cleanedLines(list), hint: "--at says which",
        code: .ambiguous)
    }
  }
}
