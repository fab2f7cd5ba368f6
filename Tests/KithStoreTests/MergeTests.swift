import KithCore
import Testing

@testable import KithStore

/// Two records become one: what hangs on the other is the survivor's, and the old id finds it.
struct MergeTests {
  private let store: TemporaryStore
  private let ada = Graphs.ada
  private let grace = Identifier.test(2)

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
      let found1 = try graph.entity(grace)
      #expect(found1 == nil)
      let found2 = try graph.related(to: ada).contains { $0.relation.type == .spokeAt }
      #expect(found2)
      let found3 = try graph.applications(involving: ada).first?.involved.map(\.person)
      #expect(found3 == [ada, ada])
      let found4 = try graph.interactions(with: ada).first?.participants
      #expect(found4 == [ada])
      let found5 = try graph.keepInTouch(with: ada)?.every
      #expect(found5 == .test("6w"))
      let found6 = try graph.keepInTouch(with: ada)?.since
      #expect(found6 == .test("2026-01-31"))
    }
    #expect(report.displaced == ["photo"])
    #expect(report.doubles.map(\.what) == [.interactions, .interval])
    #expect(
      report.remarks == [
        "1 introduction of the one by the other dropped", "of the intervals 6w and 3mo 6w is kept",
      ])
  }

  @Test func theOldIdFindsTheSurvivor() throws {
    try merge(grace, into: ada)
    try merge(ada, into: .test(3))
    try store.read { graph in
      for text in [grace.description, String(grace.description.prefix(8)), ada.description] {
        let found7 = try graph.matches(text, among: [.person]).best.map(\.id)
        #expect(found7 == [.test(3)], "\(text)")
      }
      let found8 = try graph.entity(.test(3))?.foreignUIDs
      #expect(found8 == [ada.description, grace.description])
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
      let found9 = try graph.related(to: ada).contains { $0.relation.type == .knows && $0.other.id == .test(3) }
      #expect(found9)
    }
  }

  @Test func aBackupOfAMergedGraphKeepsItsOldIds() throws {
    try merge(grace, into: ada)
    let records = try store.read { try $0.records() }
    let copy = try TemporaryStore()
    // A file that somebody wrote, whose relation names the id of before.
    try copy.take(records + [.relation(ImportedRelation(Relation(.test(3), .friendOf, grace)))])
    try copy.read { graph in
      let found10 = try graph.related(to: ada).contains { $0.relation.type == .friendOf }
      #expect(found10)
      let found11 = try graph.matches(grace.description, among: [.person]).best.map(\.id)
      #expect(found11 == [ada])
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
    let own = try store.read { try $0.related(to: ada) }.filter { $0.other.id == ada }
    #expect(own.count == 1)
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
    let found12 = try store.read { try $0.me() }
    #expect(found12 == ada)
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
    #expect(left == ["1 3", "1 3", "1 3", "3 1"])
    #expect(report.remarks.contains("2 introductions of the one by the other dropped"))
    try store.write("undo") { try $0.undo() }
    let found13 = try store.read { try StoreDump($0) }
    #expect(found13 == before)
  }

  @Test func companiesAndOrganizationsAreOneWithTheirApplications() throws {
    let club = Identifier.test(6)
    try merge(.test(4), into: club)
    try store.read { graph in
      let found14 = try graph.applications(at: club).count
      #expect(found14 == 1)
      let found15 = try graph.entity(club)?.nicknames
      #expect(found15 == ["Analytical Engines Ltd."])
      let found16 = try graph.matches("analytical engines", among: [.organization]).best.map(\.id)
      #expect(found16 == [club])
      let found17 = try graph.check()
      #expect(found17 == [])
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
      let found18 = try editor.graph.likelyDuplicate(of: .test(70))?.id
      #expect(found18 == grace)
      try editor.insert(Relation(.test(70), .differentFrom, grace))
      let found19 = try editor.graph.likelyDuplicate(of: .test(70))
      #expect(found19 == nil)
      try editor.insert(.test(71, "Mary Somerville"))
      let found20 = try editor.graph.likelyDuplicate(of: .test(71))
      #expect(found20 == nil)
    }
  }
}
