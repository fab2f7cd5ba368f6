import KithCore

extension SampleGraph {
  static var interactions: [Interaction] {
    [
      interaction(101, "2025", "letter", [id(3)], "Sent the table of Bernoulli numbers."),
      interaction(102, "2025-05-02", "event", [id(2), id(3)], "Talked at the engine, \"at length\".", at: id(8)),
      interaction(103, "2026-10", "interview", [id(2)], "Whiteboard:\nloops\tand backings", about: id(201)),
      interaction(104, "2026-11-02", "call", [], "Nobody picked up."),
    ].compactMap { $0 }
  }

  private static func interaction(
    _ number: UInt64, _ date: String, _ channel: String, _ participants: [Identifier], _ summary: String,
    at event: Identifier? = nil, about application: Identifier? = nil
  ) -> Interaction? {
    PartialDate(date).map {
      Interaction(
        id: id(number), date: $0, channel: channel, participants: participants, summary: summary, event: event,
        application: application)
    }
  }

  /// One open, and one for each way in which an application ends.
  static var applications: [JobApplication] {
    [
      JobApplication(id: id(202), company: id(5), position: "Mechanic", stages: [JobApplication.Stage("applied")]),
      rejected,
      closed(203, "Weaver", .offer, on: "2026"),
      closed(204, "Clock keeper", .withdrawn, on: "2026-04"),
      closed(205, "Cog inspector", .ghosted, on: nil),
    ]
  }

  private static var rejected: JobApplication {
    typealias Involvement = JobApplication.Involvement
    let people: [UInt64] = [2, 3, 10, 11, 3]
    let roles = zip(people, Involvement.Role.allCases)
    return JobApplication(
      id: id(201), company: id(4), position: "Compiler engineer",
      stages: [
        JobApplication.Stage("applied", on: PartialDate("2026-10-01")),
        JobApplication.Stage("phone", on: PartialDate("2026-10")),
        JobApplication.Stage("tea with the board"),
      ],
      outcome: JobApplication.Outcome(
        .rejected, on: PartialDate("2026-11-02"), stage: "onsite", reason: "chose someone with more brass"),
      involved: roles.map { Involvement(id($0), as: $1, on: $1 == .interviewer ? PartialDate("2026-10-20") : nil) },
      url: "https://engines.example/jobs/42?from=board&lang=en", note: "Ask for feedback in spring.")
  }

  private static func closed(
    _ number: UInt64, _ position: String, _ kind: JobApplication.Outcome.Kind, on date: String?
  ) -> JobApplication {
    JobApplication(
      id: id(number), company: id(5), position: position,
      outcome: JobApplication.Outcome(kind, on: date.flatMap { PartialDate($0) }))
  }
}
