import KithCore
import Testing

@testable import KithStore

/// Two records become one: what hangs on the other is the survivor's, and the old id finds it.
struct MergeTests {
  private let store: TemporaryStore
  private let (ada, grace) = (Graphs.ada, Identifier.test(2))

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  @discardableResult
  private func merge(_ other: Identifier, into survivor: Identifier) throws -> MergeReport {
    let report = try store.write { try $0.merge(other, into: survivor) }
    try store.read { try $0.expectSound("after a merge") }
    return report
  }

  @Test func everythingThatHungOnTheOtherIsTheSurvivors() throws {
    let report = try merge(grace, into: ada)
    try store.read { graph in
      let merged = try #require(try graph.entity(ada))
      #expect(merged.name == "Ada Lovelace")
      #expect(merged.nicknames == ["Countess", "Grace Hopper"])
      #expect(merged.emails.map(\.address) == ["ada@example.com", "grace@example.com"])
      #expect(merged.keptProperties.map(\.value) == ["1", "https://example.com/grace.png"])
      #expect(try graph.entity(grace) == nil)
      #expect(try graph.related(to: ada).contains { $0.relation.type == .spokeAt })
      #expect(try graph.applications(involving: ada).first?.involved.map(\.person) == [ada, ada])
      #expect(try graph.interactions(with: ada).first?.participants == [ada])
      #expect(try graph.keepInTouch(with: ada)?.every == .test("6w"))
      #expect(try graph.keepInTouch(with: ada)?.since == .test("2026-01-31"))
    }
    #expect(report.displaced == ["photo"])
    #expect(report.doubles.map(\.what) == [.interactions, .interval])
    #expect(report.remarks == ["of the intervals 6w and 3mo 6w is kept"])
  }

  @Test func theOldIdFindsTheSurvivor() throws {
    try merge(grace, into: ada)
    try merge(ada, into: .test(3))
    try store.read { graph in
      for text in [grace.description, String(grace.description.prefix(8)), ada.description] {
        #expect(try graph.matches(text, among: [.person]).best.map(\.id) == [.test(3)], "\(text)")
      }
      #expect(try graph.entity(.test(3))?.foreignUIDs == [ada.description, grace.description])
    }
  }

  @Test(arguments: [ImportSession.Matching.identity, .content])
  func filesThatNameTheOldIdMeanTheSurvivor(matching: ImportSession.Matching) throws {
    try merge(grace, into: ada)
    var told = Entity.test(2, "Grace Hopper", email: "grace@navy.example")
    told.tags = ["navy"]
    let result = try store.take(
      [.entity(told), .relation(ImportedRelation(Relation(.test(3), .knows, grace)))], matching)
    #expect(result.createdCount == 0)
    try store.read { graph in
      try graph.expectSound()
      let merged = try #require(try graph.entity(ada))
      #expect(merged.name == "Ada Lovelace")
      #expect(merged.tags.contains("navy"))
      #expect(try graph.related(to: ada).contains { $0.relation.type == .knows && $0.other.id == .test(3) })
    }
  }

  @Test func aBackupOfAMergedGraphKeepsItsOldIds() throws {
    try merge(grace, into: ada)
    let records = try store.read { try $0.records() }
    let copy = try TemporaryStore()
    // A file that somebody wrote, whose relation names the id of before.
    try copy.take(records + [.relation(ImportedRelation(Relation(.test(3), .friendOf, grace)))])
    try copy.read { graph in
      #expect(try graph.related(to: ada).contains { $0.relation.type == .friendOf })
      #expect(try graph.matches(grace.description, among: [.person]).best.map(\.id) == [ada])
    }
  }

  @Test func tiesOfTheTwoToEachOtherAreDroppedAndTold() throws {
    try store.write {
      try $0.insert(Relation(ada, .knows, grace))
      try $0.insert(Relation(grace, .differentFrom, ada))
      try $0.insert(Relation(grace, .mentorOf, .test(3)))
    }
    let report = try merge(grace, into: ada)
    #expect(report.remarks.contains("between the two there was 'knows', 'is not the same as', which is dropped"))
    // What tied her to herself before is no tie of the two.
    #expect(try store.read { try $0.related(to: ada) }.filter { $0.other.id == ada }.count == 1)
  }

  @Test func whatBothSayIsSaidOnce() throws {
    try store.write {
      try $0.insert(Relation(.test(3), .knows, ada))
      try $0.insert(Relation(grace, .knows, .test(3)))
      try $0.insert(Relation(grace, .worksFor, .test(4)))
      try $0.insert(
        Relation(
          grace, .worksFor, .test(4), title: "CTO", period: Period(start: .test("2020"), end: .test("2024"))))
    }
    try merge(grace, into: ada)
    let related = try store.read { try $0.related(to: ada) }
    #expect(related.filter { $0.relation.type == .knows && $0.other.id == .test(3) }.count == 1)
    let jobs = related.filter { $0.relation.type == .worksFor }
    #expect(jobs.map(\.relation.title) == ["CTO", "Intern", nil])
    #expect(jobs.first?.relation.period.end == .test("2024"))
    #expect(jobs.first?.relation.units == ["Research", "Compilers"])
  }

  @Test func youStayYou() throws {
    let report = try merge(.test(3), into: ada)
    #expect(try store.read { try $0.me() } == ada)
    #expect(report.remarks.contains("you are Ada Lovelace now"))
  }

  @Test func introductionsAreHandedOver() throws {
    try store.write { editor in
      for (number, ends) in [(1, "1, 3"), (2, "2, 3"), (3, "3, 2"), (4, "2, 1")] {
        try editor.connection.execute(
          "INSERT INTO introduction VALUES (\(editor.newRowID(in: "introduction")), randomblob(16), \(ends), NULL, '\(number)', '[]')"
        )
      }
    }
    let before = try store.read { try StoreDump($0) }
    let report = try merge(grace, into: ada)
    let left = try store.read { try $0.texts("SELECT connector || ' ' || person FROM introduction ORDER BY id") }
    #expect(left == ["1 3", "1 3", "3 1"])
    #expect(report.remarks.contains("1 introduction of the one by the other dropped"))
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try StoreDump($0) } == before)
  }

  @Test func companiesAndOrganizationsAreOneWithTheirApplications() throws {
    let club = Identifier.test(6)
    try merge(.test(4), into: club)
    try store.read { graph in
      #expect(try graph.applications(at: club).count == 1)
      #expect(try graph.entity(club)?.nicknames == ["Analytical Engines Ltd."])
      #expect(try graph.matches("analytical engines", among: [.organization]).best.map(\.id) == [club])
      #expect(try graph.check() == [])
    }
  }

  @Test func recordsOfOtherKindsAreRefused() throws {
    #expect(throws: StoreError.cannotMerge(.person, .company)) { try merge(.test(4), into: ada) }
    #expect(throws: StoreError.unknownEntity(ada)) { try merge(ada, into: ada) }
  }

  @Test func aNewRecordIsHeldAgainstThoseThatShareAKey() throws {
    try store.write { editor in
      try editor.insert(Relation(grace, .worksFor, .test(4), title: "Admiral"))
      try editor.insert(.test(70, "Grace Hoper"))
      try editor.insert(Relation(.test(70), .worksFor, .test(4)))
      #expect(try editor.graph.likelyDuplicate(of: .test(70))?.id == grace)
      try editor.insert(Relation(.test(70), .differentFrom, grace))
      #expect(try editor.graph.likelyDuplicate(of: .test(70)) == nil)
      try editor.insert(.test(71, "Mary Somerville"))
      #expect(try editor.graph.likelyDuplicate(of: .test(71)) == nil)
    }
  }
}
