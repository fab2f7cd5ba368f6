import KithCore
import Testing

@testable import KithStore

struct SelectionTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  private func names(_ selector: String, withContext: Bool = false) throws -> [String] {
    try store.read { graph in
      var names: [String] = []
      let selected = try graph.selecting(Selector(selector), today: .today, withContext: withContext)
      try selected.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in names.append(entity.name)
      }
      return names
    }
  }

  @Test func termsNarrowEachOther() throws {
    #expect(try names("kind:person") == ["Ada Lovelace", "Grace Hopper", "Charles Babbage"])
    #expect(try names("kind:person +COMPILERS") == ["Ada Lovelace"])
    #expect(try names("+compilers grace") == [])
    #expect(try names("+nobody") == [])
  }

  @Test func companiesNowAndPast() throws {
    #expect(try names("@analytical") == ["Ada Lovelace", "Grace Hopper"])
    #expect(try names("@analytical engines:now") == ["Ada Lovelace"])
    #expect(try names("@Analytical Engines Ltd.:past") == ["Ada Lovelace"])
    #expect(try names("rejected:2026") == ["Ada Lovelace", "Grace Hopper"])
    #expect(try names("rejected:2025") == [])
    #expect(try names("tie:referrer") == ["Grace Hopper"])
    #expect(throws: SelectionError.nothingNamed("nowhere", [.company, .organization])) {
      try names("@nowhere")
    }
  }

  @Test func contextBringsCompaniesAndEvents() throws {
    #expect(
      try names("ada", withContext: true) == ["Ada Lovelace", "Analytical Engines Ltd."])
  }

  @Test func aSelectionShowsOnlyWhatItHolds() throws {
    try store.read { graph in
      let people = try graph.selecting(.term(.kind(.person)), today: .today)
      #expect(try people.counts().entities == [.person: 3])
      #expect(try people.counts().relations == [.met: 1, .knows: 1])
      #expect(try people.counts().interactions == 1)
      #expect(try people.counts().applications == 0)
      var relations: [RelationType] = []
      try people.forEachRelation { relations.append($0.type) }
      #expect(Set(relations) == [.met, .knows])
      let grace = try graph.selecting(.term(.reference("grace hopper")), today: .today)
      #expect(try grace.counts().interactions == 0, "not all who took part are shown")
    }
  }

  @Test func aStoreOpenedForWritingCanSelectToo() throws {
    let opened = try Store.forWriting(at: store.path)
    defer { opened.close() }
    #expect(
      try opened.read { try $0.selecting(.term(.kind(.person)), today: .today).counts().entities } == [.person: 3])
  }

  @Test func selectingIsNoChange() throws {
    try store.write { editor in _ = try editor.graph.selecting(.term(.kind(.person)), today: .today) }
    #expect(try store.read { try $0.history().count } == 1)
  }
}

extension CivilDay {
  fileprivate static let today = CivilDay.test("2026-11-20")
}
