import KithConformance
import KithCore
import Testing

@testable import KithStore

/// Nothing that anybody typed is ever a part of SQL.
struct SelectorSQLTests {
  private let store: TemporaryStore
  private static let today = CivilDay.test("2026-11-20")
  /// Names that would do harm, of the same number of words.
  private static let harmless = "Quagga Robert Table"
  private static let hostile = "Quokka'); DROP/**/TABLE entity;--\" x"

  init() throws {
    store = try TemporaryStore()
    try store.take([SelectorSQLTests.harmless, SelectorSQLTests.hostile].enumerated().flatMap(records))
  }

  private func records(_ number: Int, _ name: String) -> [ImportedRecord] {
    let kinds: [Entity.Kind] = [.person, .company, .event]
    return kinds.enumerated().map { index, kind in
      var entity = Entity.test(UInt64(number * 10 + index + 1), name, kind)
      entity.tags = [name]
      entity.customFields = [CustomField(name, name)]
      return .entity(entity)
    }
  }

  /// Every term that holds text, with `text`.
  private func terms(_ text: String) -> [Selector.Term] {
    [
      .reference(text), .company(text, nil), .company(text, .now), .tag(text), .event(text), .via(text),
      .custom(text, text), .custom(text, nil),
    ] + Selector.Field.allCases.map { .field($0, text) }
  }

  private func trees(_ text: String) -> [Selector] {
    let terms = terms(text).map { Selector.term($0) }
    let deep = terms.reduce(terms[0]) { .or([.and([$0, $1]), .not($1)]) }
    return terms + [.and(terms), .or(terms), .not(.and(terms)), deep]
  }

  @Test func textIsTheSameWhateverWasTyped() throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      for (harmless, hostile) in zip(trees(SelectorSQLTests.harmless), trees(SelectorSQLTests.hostile)) {
        let one = try SelectorCompiler.query(harmless, in: graph, today: SelectorSQLTests.today).rows
        let other = try SelectorCompiler.query(hostile, in: graph, today: SelectorSQLTests.today).rows
        #expect(one.text == other.text)
        for word in ["quagga", "quokka", "robert", "drop", "--", "/*", ";"] {
          #expect(!other.text.lowercased().contains(word), "\(word) in \(other.text)")
        }
        #expect(other.text.count { $0 == "?" } == other.values.count)
      }
    }
  }

  @Test func hostileNamesAreFoundAndDoNothing() throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      let name = SelectorSQLTests.hostile
      #expect(try graph.summaries(selectedBy: .term(.tag(name)), today: SelectorSQLTests.today).count == 3)
      let custom = Selector.term(.custom(name, name))
      #expect(try graph.summaries(selectedBy: custom, today: SelectorSQLTests.today).count == 3)
      #expect(try graph.entityCounts() == [.person: 2, .company: 2, .event: 2])
    }
  }

  /// As deep and as broad as a selector may be, and SQLite still takes it.
  @Test func theDeepestAndTheBroadestRun() throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      let term = Selector.term(.tag("x"))
      var deep = term
      for level in 0..<(Selector.deepest - 1) { deep = level % 2 == 0 ? .and([deep, term]) : .or([deep, .not(term)]) }
      var nots = term
      for _ in 0..<(Selector.deepest - 1) { nots = .not(nots) }
      let broad = Selector.or(
        (0..<Selector.mostTerms).map { .term($0 % 2 == 0 ? .company("quagga", nil) : .met(.any)) })
      let sets = Selector.or((0..<Selector.mostTerms).map { _ in .term(.company("quagga", nil)) })
      let all = Selector.and((0..<Selector.mostTerms).map { .term(.idle(.test("\($0 + 1)d"))) })
      for selector in [deep, nots, broad, sets, all, .not(broad), .not(deep)] {
        _ = try graph.summaries(selectedBy: selector, today: SelectorSQLTests.today)
      }
    }
  }

  // MARK: Plans

  private func plan(_ text: String, of kind: Entity.Kind = .person) throws -> [String] {
    try store.read { graph in
      let query = try graph.query(Selector(text), today: SelectorSQLTests.today)
      return try graph.plan(try graph.listSQL(of: kind, limit: nil, where: query, with: []).text)
    }
  }

  /// A kind is read in the order of its names, as without a selector.
  @Test(arguments: ["kind:person", "not +x", "idle:90d", "name:quagga", "email:any", "not @quagga"])
  func wholeKindsComeSorted(selector: String) throws {
    let plan = try plan(selector)
    #expect(plan.first == "SEARCH entity USING INDEX entity_sort (kind=?)", "\(plan)")
    // The one that is sorted is within a row: its latest employment.
    #expect(plan.count { $0.contains("ORDER BY") } == 1, "\(plan)")
  }

  /// A set is where it begins: the entities are probed by their rows.
  @Test(arguments: [
    "@quagga", "@quagga:now", "+x", "quagga", "event:quagga", "due:7d", "via:quagga", "tie:knows", "+x idle:90d",
    "@quagga or +x", "(@quagga or +x) not idle:90d", "@quagga:now kind:person title:cto",
  ])
  func setsAreProbed(selector: String) throws {
    let plan = try plan(selector)
    #expect(plan.first == "SEARCH entity USING INTEGER PRIMARY KEY (rowid=?)", "\(plan)")
    #expect(
      !plan.contains { $0.hasPrefix("SCAN entity") || $0.hasPrefix("SCAN relation") || $0.hasPrefix("SCAN lookup") })
  }

  @Test func companiesAreProbedByTheIndexOfTheirRelations() throws {
    let plan = try plan("@quagga:now")
    #expect(plan.contains("SEARCH relation USING INDEX relation_object (object=? AND type=?)"), "\(plan)")
  }

  @Test func whatIsDueIsProbedByItsDays() throws {
    let plan = try plan("due:7d")
    #expect(plan.contains("SEARCH followUp USING INDEX followUp_due (due>? AND due<?)"), "\(plan)")
    #expect(plan.contains { $0.contains("keepInTouch_due (due>? AND due<?)") }, "\(plan)")
  }
}
