import KithCore
import Testing

@testable import KithStore

/// What an address book says of jobs, weighed against what is known.
struct ImportedJobsTests {
  private func card(_ titles: String?..., at company: String = "Acme", period: Period = .unknown) -> [ImportedRecord] {
    [.entity(.test(1, "Ada Lovelace", email: "ada@example.com"))]
      + titles.map { job($0, at: company, period: period) }
  }

  private func job(_ title: String?, at company: String = "Acme", period: Period = .unknown) -> ImportedRecord {
    .relation(
      ImportedRelation(.id(.test(1)), .worksFor, .named(company, .company), title: title, period: period))
  }

  /// A store in which Ada has these jobs, and three others so that nothing is loaded in bulk.
  private func store(_ records: [ImportedRecord]) throws -> TemporaryStore {
    let store = try TemporaryStore()
    try store.write { editor in for number in 101...103 { try editor.insert(.test(UInt64(number), "Nr \(number)")) } }
    try store.take(records, .content)
    return store
  }

  /// `CTO`, `Engineer over`, `CTO from 2021`.
  private func jobs(_ store: TemporaryStore) throws -> [String] {
    try store.read { graph in
      try graph.related(to: .test(1)).map { related in
        let period = related.relation.period
        let end = period.end.map { " to \($0)" } ?? (period.endedAtUnknownDate ? " over" : "")
        return (related.relation.title ?? "-") + (period.start.map { " from \($0)" } ?? "") + end
      }.sorted()
    }
  }

  @Test func anotherTitleAtTheSameCompanyIsTheNextJob() throws {
    let store = try store(card("Engineer"))
    let result = try store.take(card("CTO"), .content)
    #expect(try jobs(store) == ["CTO", "Engineer over"])
    #expect((result.changed, result.endedJobs) == (1, 1))
    try store.write("undo") { try $0.undo() }
    #expect(try jobs(store) == ["Engineer"])
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let store = try store(card("Engineer"))
    try store.take(card("CTO"), .content)
    let entries = try store.read { try $0.history().count }
    for told in [card("CTO"), card("cto"), card(nil), card("Engineer")] {
      let result = try store.take(told, .content)
      #expect((result.changed, result.relations, result.unchanged) == (0, 0, 1))
    }
    #expect(try store.read { try $0.history().count } == entries)
  }

  @Test func twoJobsInOneFileBothGoOn() throws {
    let store = try store(card("Engineer"))
    try store.take(card("Engineer", "Teacher"), .content)
    #expect(try jobs(store) == ["Engineer", "Teacher"])
    try store.take(card("Teacher", "CTO"), .content)
    #expect(try jobs(store) == ["CTO", "Engineer over", "Teacher"])
  }

  @Test func aTitleIsGivenToAJobThatHadNone() throws {
    let store = try store(card(nil))
    #expect(try store.take(card("CTO"), .content).changed == 1)
    #expect(try jobs(store) == ["CTO"])
  }

  @Test func datesThatTheFileKnowsAreTaken() throws {
    let store = try store(card("CTO"))
    try store.take(card("CTO", period: Period(start: PartialDate("2021-03"))), .content)
    #expect(try jobs(store) == ["CTO from 2021-03"])
    try store.take(card("CTO", period: Period(end: PartialDate("2024"))), .content)
    #expect(try jobs(store) == ["CTO from 2021-03 to 2024"])
    try store.take(card("CTO"), .content)
    #expect(try jobs(store) == ["CTO from 2021-03 to 2024"], "a stale file does not bring a job back")
  }

  @Test func aPastJobInTheFileEndsNone() throws {
    let store = try store(card("CTO"))
    try store.take(card("Engineer", period: Period(end: PartialDate("2019"))), .content)
    #expect(try jobs(store) == ["CTO", "Engineer to 2019"])
  }

  @Test func anotherEmployerIsSaidAndKeptBeside() throws {
    let store = try store(card("CTO"))
    let log = DiagnosticLog()
    try store.take(card("Teacher", at: "School"), .content, log: log)
    #expect(try jobs(store) == ["CTO", "Teacher"])
    #expect(log.groups.map(\.first.code) == ["second-employer"])
    let again = DiagnosticLog()
    try store.take(card("Teacher", at: "School"), .content, log: again)
    #expect(again.groups.isEmpty)
  }

  @Test(arguments: [
    (JobApplication.Involvement.Role.interviewer, 1), (.referrer, 1), (.hiringManager, 1), (.recruiter, 0),
    (.contact, 0),
  ])
  func whoHadAPartInAnApplicationAndMovesIsTold(_ role: JobApplication.Involvement.Role, _ count: Int) throws {
    let store = try store(card("CTO"))
    try store.write { editor in
      let acme = try #require(try editor.graph.entities(named: "Acme", of: [.company]).first)
      try editor.save(
        JobApplication(
          id: .test(900), company: acme.id, position: "Engineer",
          involved: [JobApplication.Involvement(.test(1), as: role)]))
    }
    #expect(try store.take(card("Chief", at: "Acme"), .content).newEmployers.isEmpty)
    let moved = try store.take(card("Teacher", at: "School"), .content).newEmployers
    #expect(moved.map(\.person) == Array(repeating: .test(1), count: count))
    #expect(try store.take(card("Teacher", at: "School"), .content).newEmployers.isEmpty)
  }

  @Test func companyNamesFoldToTheOneThatIsThere() throws {
    let store = try store(card("CTO", at: "Acme, Inc."))
    #expect(try store.take(card("CTO", at: "ACME"), .content).relations == 0)
  }

  @Test func aBackupIsTakenAsItStands() throws {
    let store = try store(card("Engineer"))
    try store.take(card("CTO"))
    #expect(try jobs(store) == ["CTO", "Engineer"])
  }

  @Test func eachRecordIsToldOnceWithItsKeyAndWhatChanged() throws {
    let store = try store(card("Engineer"))
    var seen: [ImportedChange] = []
    var other = Entity.test(9, "A. Lovelace", email: "ada@example.com", phone: "+44 20 7946 0001")
    other.tags = ["compilers"]
    try store.write("import") { editor in
      let session = try ImportSession(editor, matching: .content, diagnostics: DiagnosticLog()) { seen.append($0) }
      for record in card("CTO") + [.entity(other), .entity(.test(7, "Grace Hopper")), .entity(.test(101, "Nr 101"))] {
        try session.receive(record)
      }
      _ = try session.finish()
    }
    #expect(seen.map(\.name) == ["Ada Lovelace", "Ada Lovelace", "Grace Hopper", "Nr 101"])
    #expect(seen.map(\.key) == [.uid, .email, nil, .uid])
    #expect(seen.map(\.action) == [.changed, .changed, .created, .unchanged])
    #expect(seen[0].what == ["now CTO at Acme, no longer Engineer"])
    #expect(seen[1].what == ["nicknames", "phone numbers", "tags", "foreign UIDs"])
  }
}
