import KithCore
import Testing

@testable import KithStore

struct SelectionTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  private func names(_ terms: [SelectorTerm], withContext: Bool = false) throws -> [String] {
    try store.read { graph in
      var names: [String] = []
      let selected = try graph.selecting(terms, withContext: withContext)
      try selected.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in names.append(entity.name)
      }
      return names
    }
  }

  @Test func termsNarrowEachOther() throws {
    #expect(try names([.kind(.person)]) == ["Ada Lovelace", "Grace Hopper", "Charles Babbage"])
    #expect(try names([.kind(.person), .tag("COMPILERS")]) == ["Ada Lovelace"])
    #expect(try names([.tag("compilers"), .reference("grace")]) == [])
    #expect(try names([.tag("nobody")]) == [])
  }

  @Test func companiesNowAndPast() throws {
    #expect(try names([.company("analytical", nil)]) == ["Ada Lovelace", "Grace Hopper"])
    #expect(try names([.company("analytical engines", .now)]) == ["Ada Lovelace"])
    #expect(try names([.company("Analytical Engines Ltd.", .past)]) == ["Ada Lovelace"])
    #expect(try names([.rejected(year: 2026)]) == ["Ada Lovelace", "Grace Hopper"])
    #expect(try names([.rejected(year: 2025)]) == [])
    #expect(try names([.role(.referrer)]) == ["Grace Hopper"])
    #expect(throws: SelectionError.nothingNamed("nowhere", [.company, .organization])) {
      try names([.company("nowhere", nil)])
    }
  }

  @Test func contextBringsCompaniesAndEvents() throws {
    #expect(
      try names([.reference("ada")], withContext: true) == ["Ada Lovelace", "Analytical Engines Ltd."])
  }

  @Test func aSelectionShowsOnlyWhatItHolds() throws {
    try store.read { graph in
      let people = try graph.selecting([.kind(.person)])
      #expect(try people.counts().entities == [.person: 3])
      #expect(try people.counts().relations == [.met: 1, .knows: 1])
      #expect(try people.counts().interactions == 1)
      #expect(try people.counts().applications == 0)
      var relations: [RelationType] = []
      try people.forEachRelation { relations.append($0.type) }
      #expect(Set(relations) == [.met, .knows])
      let grace = try graph.selecting([.reference("grace hopper")])
      #expect(try grace.counts().interactions == 0, "not all who took part are shown")
    }
  }

  @Test func aStoreOpenedForWritingCanSelectToo() throws {
    let opened = try Store.forWriting(at: store.path)
    defer { opened.close() }
    #expect(try opened.read { try $0.selecting([.kind(.person)]).counts().entities } == [.person: 3])
  }

  @Test func selectingIsNoChange() throws {
    try store.write { editor in _ = try editor.graph.selecting([.kind(.person)]) }
    #expect(try store.read { try $0.history().count } == 1)
  }
}
