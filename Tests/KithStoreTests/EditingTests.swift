import KithCore
import Testing

@testable import KithStore

/// After each change the lookup keys are those of the entities, and nothing points into the void.
struct EditingTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  /// Changes the graph, checks it, and undoes the change again.
  private func change(_ body: (StoreEditor) throws -> Void) throws {
    let before = try store.read { try StoreDump($0) }
    try store.write { try body($0) }
    try store.read { try $0.expectSound() }
    #expect(try store.read { try StoreDump($0) } != before)
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try StoreDump($0) } == before)
    try store.write("redo") { try $0.undo($0.entry - 1) }
    try store.read { try $0.expectSound() }
  }

  @Test(arguments: Entity.Kind.allCases)
  func insertUpdateDelete(kind: Entity.Kind) throws {
    let id = Identifier.test(50)
    try change { try $0.insert(.test(50, "Würfel & Co.", kind, email: "w@example.com")) }
    try change { editor in
      var entity = try #require(try editor.graph.entity(id))
      entity.name = "Cube"
      entity.nicknames = ["Würfel"]
      entity.emails = []
      entity.phones = [PhoneNumber("+49 30 123456")]
      #expect(try editor.update(entity))
      #expect(try !editor.update(entity))
    }
    #expect(try store.read { try $0.entity(id)?.nicknames } == ["Würfel"])
    try change { try $0.delete(id) }
    #expect(try store.read { try $0.entity(id) } == nil)
  }

  @Test func photos() throws {
    for photo in [nil, .uri("https://example.com/a.png"), .data(mediaType: "image/png", bytes: [])] as [Photo?] {
      try change { editor in
        var ada = try #require(try editor.graph.entity(Graphs.ada))
        ada.photo = photo
        try editor.update(ada)
      }
      #expect(try store.read { try $0.entity(Graphs.ada)?.photo } == photo)
    }
  }

  @Test func anUpdateThatSaysTheSameIsNone() throws {
    try store.write { editor in
      let ada = try #require(try editor.graph.entity(Graphs.ada))
      #expect(try !editor.update(ada))
    }
    #expect(try store.read { try $0.history().count } == 1)
  }

  @Test func relationsAreUnique() throws {
    let relation = Relation(.test(1), .knows, .test(2), title: "well")
    try change { editor in
      let inserted = (try editor.insert(relation), try editor.insert(relation))
      #expect(inserted == (true, false))
    }
    try change { editor in
      var dated = relation
      dated.period = Period(start: .test("2020"), end: .test("2021"))
      try editor.replace(relation, by: dated)
      #expect(try !editor.delete(relation))
    }
    let found = try store.read { try $0.relations(touching: [.test(2)], of: [.knows]) }
    #expect(found.map(\.period) == [Period(start: .test("2020"), end: .test("2021"))])
    try change { editor in _ = try editor.delete(found[0]) }
  }

  @Test func aRelationToOneselfIsFoundOnce() throws {
    #expect(try store.read { try $0.relations(touching: [.test(1)], of: [.knows]).count } == 1)
  }

  @Test func relationsJoinOnlyWhatTheyMay() throws {
    try store.write { editor in
      #expect(throws: StoreError.wrongEnds(.worksFor)) { try editor.insert(Relation(.test(4), .worksFor, .test(1))) }
      #expect(throws: StoreError.unknownEntity(.test(99))) { try editor.insert(Relation(.test(1), .knows, .test(99))) }
    }
  }

  @Test func deletingAPersonTakesTheirTiesAlong() throws {
    try change { try $0.delete(.test(1)) }
    let ties = try store.read { try $0.relations(touching: [.test(1), .test(3)], of: Set(RelationType.allCases)) }
    #expect(ties.isEmpty)
    #expect(try store.read { try $0.application(.test(20))?.involved.map(\.person) } == [.test(2)])
    #expect(try store.read { try $0.interactions(with: .test(2)).first?.participants } == [.test(2)])
    #expect(try store.read { try $0.followUp(.test(40)) } == nil)
    #expect(try store.read { try $0.feedback(.test(50)) } == nil)
    #expect(try store.read { try $0.keepInTouch(with: .test(1)) } == nil)
    try store.write { editor in
      try editor.save(FollowUp(id: .test(44), .thank, .test(4), interaction: .test(30), created: TemporaryStore.now))
    }
    try change { try $0.delete(.test(2)) }
    #expect(try store.read { try $0.counts().interactions } == 0, "nobody is left who took part")
    #expect(try store.read { try $0.followUp(.test(44))?.interaction } == nil)
    let counts = try store.read { try $0.counts() }
    #expect((counts.followUps, counts.feedback, counts.keepInTouch) == (3, 0, 1))
  }

  @Test func deletingTheOwnerLeavesNone() throws {
    try change { try $0.delete(.test(3)) }
    #expect(try store.read { try $0.me() } == nil)
  }

  @Test func deletingAnEventKeepsWhatHappenedThere() throws {
    try change { try $0.delete(.test(5)) }
    #expect(try store.read { try $0.interactions(with: .test(1)).first?.event } == nil)
    let followUp = try #require(try store.read { try $0.followUp(.test(40)) })
    #expect(followUp.event == nil && followUp.application == .test(20))
  }

  @Test func aCompanyWithApplicationsStays() throws {
    try store.write { editor in #expect(throws: StoreError.stillInUse) { try editor.delete(.test(4)) } }
    try change { try $0.deleteApplication(.test(20)) }
    #expect(try store.read { try $0.interactions(with: .test(1)).first?.application } == nil)
    #expect(try store.read { try $0.followUp(.test(40)) }?.application == nil)
    #expect(try store.read { try $0.feedback(.test(50)) }?.application == nil)
    try change { try $0.delete(.test(4)) }
    #expect(try store.read { try $0.followUp(.test(42)) } == nil)
  }

  @Test func applications() throws {
    try change { editor in
      var application = try #require(try editor.graph.application(.test(20)))
      #expect(try !editor.save(application))
      application.stages.append(JobApplication.Stage("offer", on: .test("2026-03")))
      application.outcome = nil
      application.involved = [
        JobApplication.Involvement(.test(3), as: .recruiter), JobApplication.Involvement(.test(3), as: .recruiter),
        JobApplication.Involvement(.test(3), as: .recruiter, on: .test("2026-03")),
      ]
      #expect(try editor.save(application))
      #expect(try !editor.save(application))
    }
    let saved = try store.read { try $0.applications(involving: .test(3)) }
    #expect(saved.map(\.stages.count) == [3])
    #expect(saved.map(\.involved.count) == [2])
  }
}
