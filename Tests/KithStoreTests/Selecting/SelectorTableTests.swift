import KithConformance
import KithCore
import Testing

@testable import KithStore

struct SelectorTableTests {
  private let store: TemporaryStore
  private static let letters = Array("SACEDNRXWGM")

  init() throws {
    store = try TemporaryStore()
    try store.take(SampleGraph.everything.importedRecords)
  }

  private func letters(_ selector: Selector, in graph: StoredGraph) throws -> String {
    let found = try graph.summaries(selectedBy: selector, today: .test("2026-11-20"))
    return String(found.map { Int($0.id.low & 0xff) }.sorted().map { SelectorTableTests.letters[$0 - 1] })
  }

  @Test func eachMeansWhomItSays() throws {
    #expect(SelectorTable.rows.count >= 200)
    try store.read { (graph: StoredGraph) throws -> Void in
      for (text, expected) in SelectorTable.rows {
        let order = expected.sorted {
          SelectorTableTests.letters.firstIndex(of: $0)! < SelectorTableTests.letters.firstIndex(of: $1)!
        }
        do {
          #expect(try letters(try Selector(text), in: graph) == String(order), "\(text)")
        } catch {
          Issue.record("\(text): \(error)")
        }
      }
    }
  }

  /// Read, written and read again, it is the same tree.
  @Test func eachReadsAsItIsWritten() throws {
    for (text, _) in SelectorTable.rows {
      let tree = try Selector(text)
      #expect(try Selector(tree.description).withoutColumns == tree.withoutColumns, "\(text) is \(tree)")
    }
  }

  @Test(arguments: [
    (["ada", "or", "charles"], "AC"), (["@Analytical Engines:now", "not", "ada"], "G"), (["(", "ada", ")"], "A"),
    (["(ada or", "charles)", "idle:90d"], "C"), (["Charles", "Babbage"], "C"), (["@engines", "+compilers"], "A"),
    (["not", "(ada", "or", "grace)"], "SCM"), (["@Difference", "&", "ada"], ""),
  ])
  func argumentsAreTermsOfTheirOwn(arguments: [String], expected: String) throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      let selector = try #require(try Selector(arguments))
      if expected.isEmpty {
        #expect(throws: SelectionError.self) { try letters(selector, in: graph) }
      } else {
        #expect(try letters(selector, in: graph) == expected)
      }
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      func error(_ text: String) -> SelectorError? {
        #expect(throws: SelectorError.self) { try letters(try Selector(text), in: graph) }
      }
      #expect(error("ada or shoe:42")?.problem == .unknownKey("shoe"))
      #expect(error("ada or shoe:42")?.column == 8)
      #expect(error("saved:warm")?.problem == .unknownSaved("warm"))
      #expect(throws: SelectionError.nothingNamed("nowhere", [.company, .organization])) {
        try letters(try Selector("@nowhere"), in: graph)
      }
    }
  }
}

extension Selector {
  /// Where it stood in what was typed does not count.
  var withoutColumns: Selector {
    switch self {
    case .term(let term, _): .term(term)
    case .not(let part): .not(part.withoutColumns)
    case .and(let parts): .and(parts.map(\.withoutColumns))
    case .or(let parts): .or(parts.map(\.withoutColumns))
    }
  }
}

extension InMemoryGraph {
  /// As an importer would hand it over.
  var importedRecords: [ImportedRecord] {
    entities.map { .entity($0) } + (owner.map { [.me($0)] } ?? [])
      + relations.map { .relation(ImportedRelation($0)) } + applications.map { .application($0) }
      + interactions.map { .interaction($0) } + followUps.map { .followUp($0) } + feedback.map { .feedback($0) }
      + keepInTouch.map { .keepInTouch($0) }
  }

  /// What a store holds.
  init(_ stored: StoredGraph) throws {
    self.init()
    owner = try stored.me()
    try stored.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in entities.append(entity) }
    try stored.forEachRelation { relations.append($0) }
    try stored.forEachApplication { applications.append($0) }
    try stored.forEachInteraction { interactions.append($0) }
    try stored.forEachFollowUp { followUps.append($0) }
    try stored.forEachKeepInTouch { keepInTouch.append($0) }
  }
}
