import KithCore
import Testing

/// Outcome × stage × role × date → what is proposed, by the built-in rules.
struct ProposalFinderTests {
  private typealias Role = JobApplication.Involvement.Role

  private static let company = Identifier(name: "company")

  private func application(
    _ outcome: JobApplication.Outcome.Kind, after stage: String?,
    _ people: [(name: String, role: Role, date: String?)] = []
  ) -> JobApplication {
    JobApplication(
      id: Identifier(name: "application"), company: ProposalFinderTests.company, position: "Compiler engineer",
      stages: [JobApplication.Stage("applied")], outcome: JobApplication.Outcome(outcome, stage: stage),
      involved: people.map {
        JobApplication.Involvement(Identifier(name: $0.name), as: $0.role, on: $0.date.flatMap { PartialDate($0) })
      })
  }

  /// "thank ada 2026-11-03"
  private func words(_ proposals: [Proposal], _ names: [String]) -> [String] {
    var known = [ProposalFinderTests.company: "company"]
    for name in names { known[Identifier(name: name)] = name }
    return proposals.map { "\($0.act.rawValue) \(known[$0.entity] ?? "?") \($0.due)" }
  }

  private func proposed(
    _ application: JobApplication, on day: String = "2026-11-02", _ finder: ProposalFinder = ProposalFinder()
  ) throws -> [String] {
    words(
      finder.proposals(for: application, on: try #require(CivilDay(day))),
      ["ada", "grace", "charles", "mary", "joseph", "luigi", "me"])
  }

  // MARK: Role and stage

  private static let talks = ["phone", "technical", "onsite", "final", "offer", "Interview"]
  private static let papers: [String?] = ["applied", "screening", "takehome", "something else", nil]

  private func expected(
    _ outcome: JobApplication.Outcome.Kind, _ role: Role, hadInterview: Bool
  ) -> [String] {
    let again = outcome == .rejected ? ["tryAgain company 2027-05-02"] : []
    switch (outcome, role) {
    case (.ghosted, _): return []
    case (_, .referrer): return outcome == .offer && !hadInterview ? [] : ["news ada 2026-11-03"] + again
    case (_, .contact): return again
    case _ where !hadInterview: return again
    case (.rejected, .interviewer):
      return ["thank ada 2026-11-03", "feedback ada 2026-11-05", "keepInTouch ada 2027-02-02"] + again
    case (.rejected, _): return ["thank ada 2026-11-03", "feedback ada 2026-11-05"] + again
    default: return ["thank ada 2026-11-03"]
    }
  }

  @Test(arguments: JobApplication.Outcome.Kind.allCases, JobApplication.Involvement.Role.allCases)
  func outcomeStageAndRole(
    _ outcome: JobApplication.Outcome.Kind, _ role: JobApplication.Involvement.Role
  ) throws {
    for stage in ProposalFinderTests.talks {
      let found = try proposed(application(outcome, after: stage, [("ada", role, nil)]))
      #expect(found == expected(outcome, role, hadInterview: true), "\(outcome) \(stage) \(role)")
    }
    for stage in ProposalFinderTests.papers {
      let found = try proposed(application(outcome, after: stage, [("ada", role, nil)]))
      // Whoever interviewed you is an interview, whatever the stage is called.
      let wanted = expected(outcome, role, hadInterview: role == .interviewer)
      #expect(found == wanted, "\(outcome) \(stage ?? "none") \(role)")
    }
  }

  @Test func anOpenApplicationProposesNothing() throws {
    var open = application(.rejected, after: "onsite", [("ada", .interviewer, nil)])
    open.outcome = nil
    #expect(try proposed(open).isEmpty)
  }

  @Test func aStageReachedOnTheWayCounts() throws {
    var quiet = application(.rejected, after: "takehome", [("grace", .recruiter, nil)])
    #expect(try proposed(quiet) == ["tryAgain company 2027-05-02"])
    quiet.stages.append(JobApplication.Stage("phone"))
    #expect(
      try proposed(quiet) == ["thank grace 2026-11-03", "feedback grace 2026-11-05", "tryAgain company 2027-05-02"])
  }

  // MARK: Dates

  @Test(arguments: [
    // day of the answer, next working day, three working days, three months, six months; 2 November 2026 is a Monday.
    ("2026-11-02", "2026-11-03", "2026-11-05", "2027-02-02", "2027-05-02"),
    ("2026-11-04", "2026-11-05", "2026-11-09", "2027-02-04", "2027-05-04"),
    ("2026-11-05", "2026-11-06", "2026-11-10", "2027-02-05", "2027-05-05"),
    // Friday, Saturday, Sunday
    ("2026-11-06", "2026-11-09", "2026-11-11", "2027-02-06", "2027-05-06"),
    ("2026-11-07", "2026-11-09", "2026-11-11", "2027-02-07", "2027-05-07"),
    ("2026-11-08", "2026-11-09", "2026-11-11", "2027-02-08", "2027-05-08"),
    // ends of months and of the year
    ("2026-11-30", "2026-12-01", "2026-12-03", "2027-02-28", "2027-05-30"),
    ("2026-10-31", "2026-11-02", "2026-11-04", "2027-01-31", "2027-04-30"),
    ("2026-08-31", "2026-09-01", "2026-09-03", "2026-11-30", "2027-02-28"),
    ("2026-12-31", "2027-01-01", "2027-01-05", "2027-03-31", "2027-06-30"),
    // leap days: a Thursday, a Saturday, and into one
    ("2024-02-28", "2024-02-29", "2024-03-04", "2024-05-28", "2024-08-28"),
    ("2024-02-29", "2024-03-01", "2024-03-05", "2024-05-29", "2024-08-29"),
    ("2020-02-28", "2020-03-02", "2020-03-04", "2020-05-28", "2020-08-28"),
    ("2023-11-30", "2023-12-01", "2023-12-05", "2024-02-29", "2024-05-30"),
    ("2023-08-31", "2023-09-01", "2023-09-05", "2023-11-30", "2024-02-29"),
    // clocks change in Europe (29 March, 25 October 2026) and in America (8 March, 1 November 2026)
    ("2026-03-06", "2026-03-09", "2026-03-11", "2026-06-06", "2026-09-06"),
    ("2026-03-28", "2026-03-30", "2026-04-01", "2026-06-28", "2026-09-28"),
    ("2026-03-29", "2026-03-30", "2026-04-01", "2026-06-29", "2026-09-29"),
    ("2026-10-23", "2026-10-26", "2026-10-28", "2027-01-23", "2027-04-23"),
    ("2026-10-24", "2026-10-26", "2026-10-28", "2027-01-24", "2027-04-24"),
    ("2026-10-30", "2026-11-02", "2026-11-04", "2027-01-30", "2027-04-30"),
    // the end of what a date can say
    ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"),
  ])
  func dates(_ day: String, _ next: String, _ third: String, _ quarter: String, _ half: String) throws {
    let found = try proposed(
      application(.rejected, after: "onsite", [("ada", .interviewer, nil), ("charles", .referrer, nil)]), on: day)
    #expect(
      found == [
        "thank ada \(next)", "feedback ada \(third)", "keepInTouch ada \(quarter)", "news charles \(next)",
        "tryAgain company \(half)",
      ])
  }

  @Test func theWeekendIsTheUsers() throws {
    let rules = try RejectionRules(parsing: "weekend: friday, saturday")
    let found = try proposed(
      application(.offer, after: "onsite", [("ada", .interviewer, nil)]), on: "2026-11-05", ProposalFinder(rules: rules)
    )
    #expect(found == ["thank ada 2026-11-08"])
  }

  // MARK: People

  @Test func whoeverIsTiedTwiceGetsOneOfAnAct() throws {
    let found = try proposed(
      application(
        .rejected, after: "onsite",
        [
          ("ada", .recruiter, nil), ("ada", .interviewer, "2026-10-20"), ("ada", .interviewer, "2026-10-21"),
          ("ada", .referrer, nil), ("ada", .hiringManager, nil),
        ]))
    #expect(
      found == [
        "thank ada 2026-11-03", "feedback ada 2026-11-05", "keepInTouch ada 2027-02-02", "tryAgain company 2027-05-02",
      ])
  }

  @Test func introducersHearTheNewsOnce() throws {
    let ids = ["ada", "grace", "charles", "mary", "luigi"].map { Identifier(name: $0) }
    let (ada, grace, charles, mary, luigi) = (ids[0], ids[1], ids[2], ids[3], ids[4])
    let finder = ProposalFinder(introductions: [
      ProposalFinder.Introduction(of: ada, by: charles), ProposalFinder.Introduction(of: grace, by: charles),
      // One of the process knows the news; somebody outside of it was introduced by luigi.
      ProposalFinder.Introduction(of: ada, by: grace), ProposalFinder.Introduction(of: mary, by: luigi),
    ])
    let ended = application(.withdrawn, after: "phone", [("ada", .interviewer, nil), ("grace", .recruiter, nil)])
    #expect(
      try proposed(ended, finder) == ["thank ada 2026-11-03", "thank grace 2026-11-03", "news charles 2026-11-03"])
    let day = try #require(CivilDay("2026-11-02"))
    #expect(finder.proposals(for: ended, on: day).last?.introduced == ada)
  }

  @Test func meIsNobodyToThank() throws {
    let ended = application(.rejected, after: "onsite", [("me", .interviewer, nil)])
    #expect(try proposed(ended, ProposalFinder(me: Identifier(name: "me"))) == ["tryAgain company 2027-05-02"])
  }

  @Test(
    arguments: [
      ([("ada", "interviewer", nil)], "ada", "interviewer"),
      (
        [("ada", "interviewer", "2026-10-20"), ("grace", "hiringManager", nil), ("mary", "recruiter", nil)], "grace",
        "hiring manager, asked before 2 others"
      ),
      ([("ada", "interviewer", "2026-10-20"), ("mary", "recruiter", nil)], "ada", "interviewer, asked before 1 other"),
      (
        [("ada", "interviewer", "2026-10-20"), ("grace", "interviewer", "2026-10-22"), ("mary", "interviewer", nil)],
        "grace", "interviewer, the last of 3 to see you (2026-10-22)"
      ),
      (
        [("ada", "interviewer", "2026-10-20"), ("grace", "interviewer", "2026-10-20")], "ada",
        "interviewer, the first recorded of 2"
      ),
      (
        [("ada", "interviewer", nil), ("grace", "interviewer", nil), ("ada", "interviewer", "2026-10-20")], "ada",
        "interviewer, the last of 2 to see you (2026-10-20)"
      ),
    ] as [([(String, String, String?)], String, String)])
  func oneIsAskedForFeedback(_ people: [(String, String, String?)], _ name: String, _ grounds: String) throws {
    let involved = try people.map { ($0.0, try #require(Role(rawValue: $0.1)), $0.2) }
    let day = try #require(CivilDay("2026-11-02"))
    let asked = ProposalFinder().proposals(for: application(.rejected, after: "onsite", involved), on: day)
      .filter { $0.act == .feedback }
    #expect(asked.map(\.entity) == [Identifier(name: name)])
    #expect(asked.first?.grounds() == grounds)
  }

  @Test func whatWasRecordedBeforeIsNotProposedAgain() throws {
    let ended = application(
      .rejected, after: "onsite", [("ada", .interviewer, nil), ("grace", .hiringManager, nil)])
    let ada = Identifier(name: "ada")
    let finder = ProposalFinder(settled: [
      ProposalFinder.Settled(.thank, ada), ProposalFinder.Settled(.feedback, ada),
      ProposalFinder.Settled(.keepInTouch, ada), ProposalFinder.Settled(.tryAgain, ProposalFinderTests.company),
    ])
    // Ada has been asked already, so the hiring manager is not.
    #expect(try proposed(ended, finder) == ["thank grace 2026-11-03"])
  }
}

extension ProposalFinderTests {
  private func proposed(_ application: JobApplication, _ finder: ProposalFinder) throws -> [String] {
    try proposed(application, on: "2026-11-02", finder)
  }
}
