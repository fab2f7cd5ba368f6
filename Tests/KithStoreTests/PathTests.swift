import KithCore
import Testing

@testable import KithStore

/// Which chain is the best, of small graphs that differ in one thing.
struct PathTests {
  private static let today = CivilDay("2026-11-20")!
  private static let names = ["me", "ada", "grace", "charles", "luigi", "mary", "sophie"]

  private static func id(_ name: String) -> Identifier {
    .test(UInt64((names.firstIndex(of: name) ?? 50) + 1))
  }

  /// `me met ada 2020`, `ada colleagueOf grace 2019/2021`, `grace worksFor initech`.
  private static func relation(_ line: String) -> ImportedRecord {
    let words = line.split(separator: " ").map(String.init)
    let dates = words.count > 3 ? words[3].split(separator: "/").map { PartialDate(String($0)) } : []
    let period = Period(start: dates.first.flatMap { $0 }, end: dates.count > 1 ? dates[1] : nil)
    let type = RelationType(rawValue: words[1]) ?? .knows
    return .relation(ImportedRelation(Relation(id(words[0]), type, place(words[2]), period: period)))
  }

  private static func place(_ name: String) -> Identifier { name == "initech" ? .test(90) : id(name) }

  private static func store(_ lines: [String], notToAsk: Set<String> = [], _ more: [ImportedRecord] = []) throws
    -> TemporaryStore
  {
    let store = try TemporaryStore()
    let people = names.map { name in
      var person = Entity(id: id(name), kind: .person, name: name, created: TemporaryStore.now)
      person.doNotAsk = notToAsk.contains(name)
      return ImportedRecord.entity(person)
    }
    let company = Entity(id: .test(90), kind: .company, name: "initech", created: TemporaryStore.now)
    try store.take(people + [.entity(company), .me(id("me"))] + lines.map(relation) + more)
    return store
  }

  private static func answer(
    _ store: TemporaryStore, to target: String, max maximum: Int = 3, avoiding: [String] = [], from: String = "me"
  ) throws -> [String] {
    try store.read { graph in
      let goal = try #require(try graph.summary(of: place(target)))
      let answer = try graph.paths(
        PathQuestion(
          from: id(from), to: goal, maximum: maximum, avoiding: avoiding.map(id), today: today))
      switch answer {
      case .found(let chains): return chains.map { $0.people.map(\.name).joined(separator: " ") }
      case .tooFar(let steps): return ["too far: \(steps)"]
      case .nothing: return ["nothing"]
      case .nobodyThere: return ["nobody there"]
      }
    }
  }

  @Test(arguments: [
    (["me met ada"], "ada", ["me ada"]),
    (["me met ada", "ada knows grace"], "grace", ["me ada grace"]),
    // Kinds of ties.
    (
      ["me met ada", "me friendOf charles", "ada knows grace", "charles knows grace"], "grace",
      ["me charles grace", "me ada grace"]
    ),
    (
      ["me knows ada", "me knows charles", "ada colleagueOf grace", "charles knows grace"], "grace",
      ["me ada grace", "me charles grace"]
    ),
    // How fresh they are.
    (
      ["me met ada 2001", "me met charles 2026", "ada knows grace", "charles knows grace"], "grace",
      ["me charles grace", "me ada grace"]
    ),
    // What is over is weaker.
    (
      [
        "me knows ada 2026", "me knows charles 2026", "ada colleagueOf grace 2020/2026-01",
        "charles colleagueOf grace 2020",
      ],
      "grace", ["me charles grace", "me ada grace"]
    ),
    // A chain one step longer is worth it if its ties are that much stronger.
    (
      [
        "me knows ada 1990", "ada knows grace 1990", "me spouseOf charles 2026", "charles spouseOf luigi 2026",
        "luigi spouseOf grace 2026",
      ], "grace", ["me charles luigi grace", "me ada grace"]
    ),
    // Whoever is known already is no step on a longer way.
    (
      ["me knows ada", "me knows charles", "charles knows ada", "ada knows grace"], "grace", ["me ada grace"]
    ),
    // Relations of other kinds are no steps.
    (["me attended initech", "me worksFor initech", "ada worksFor initech"], "ada", ["nothing"]),
    (["ada introducedBy me", "grace introducedBy ada"], "grace", ["me ada grace"]),
    // How far it is.
    (["me met ada", "ada met grace", "grace met charles", "charles met luigi"], "luigi", ["too far: 4"]),
    (["me met ada", "grace met luigi"], "luigi", ["nothing"]),
    // Anybody at a company, who is there now before who was.
    (["me met ada", "ada worksFor initech 2020"], "initech", ["me ada"]),
    (
      ["me met ada", "ada worksFor initech 2010/2015", "ada knows grace", "grace worksFor initech 2020"], "initech",
      ["me ada grace"]
    ),
    (["me met ada", "ada worksFor initech 2010/2015"], "initech", ["me ada"]),
    (
      ["me met ada", "grace worksFor initech 2010/2015", "ada worksFor initech", "ada knows grace"], "initech",
      ["me ada"]
    ),
    (["me met ada"], "initech", ["nobody there"]), (["me worksFor initech"], "initech", ["nothing"]),
  ])
  func theBestChain(_ lines: [String], _ target: String, _ expected: [String]) throws {
    #expect(try Self.answer(try Self.store(lines), to: target) == expected)
  }

  private static let twoWays = ["me friendOf ada", "ada friendOf grace", "me met charles", "charles knows grace"]

  @Test func whoIsNotToBeAskedIsNeverAConnector() throws {
    let store = try Self.store(Self.twoWays, notToAsk: ["ada"])
    #expect(try Self.answer(store, to: "grace") == ["me charles grace"])
    #expect(try Self.answer(store, to: "ada") == ["me ada"], "they may be the target")
    #expect(try Self.answer(store, to: "grace", avoiding: ["charles"]) == ["nothing"])
  }

  @Test func theMarkGoesWithUndo() throws {
    let store = try Self.store(Self.twoWays)
    try store.write { editor in
      var ada = try #require(try editor.graph.entity(Self.id("ada")))
      ada.doNotAsk = true
      try editor.update(ada)
    }
    #expect(try Self.answer(store, to: "grace") == ["me charles grace"])
    #expect(try store.read { try $0.counts().notToAsk } == 1)
    try store.write("undo") { try $0.undo() }
    #expect(try Self.answer(store, to: "grace").first == "me ada grace")
    #expect(try store.read { try $0.counts().notToAsk } == 0)
    try store.read { try $0.expectSound() }
  }

  @Test func othersMayBegin() throws {
    let store = try Self.store(Self.twoWays)
    #expect(try Self.answer(store, to: "charles", from: "ada") == ["ada grace charles", "ada me charles"])
  }

  /// Of two equal ways the one through whom less was asked of lately.
  @Test func whoWasAskedLatelyIsAskedLess() throws {
    let lines = ["me met ada", "ada knows grace", "me met charles", "charles knows grace"]
    #expect(try Self.answer(try Self.store(lines), to: "grace").first == "me ada grace")
    for (date, first) in [("2026-11-01", "me charles grace"), ("2025-01-01", "me ada grace")] {
      let asked = Feedback(id: .test(400), giver: Self.id("ada"), steps: [Feedback.Step(.asked, on: .test(date))])
      #expect(try Self.answer(try Self.store(lines, [.feedback(asked)]), to: "grace").first == first)
      let steps = [Introduction.Step(.asked, on: .test(date)), Introduction.Step(.declined, by: .person)]
      let closed = Introduction(
        id: .test(401), connector: Self.id("ada"), person: Self.id("luigi"), steps: steps)
      #expect(try Self.answer(try Self.store(lines, [.introduction(closed)]), to: "grace").first == first)
    }
    let open = Introduction(
      id: .test(401), connector: Self.id("ada"), person: Self.id("luigi"),
      steps: [Introduction.Step(.asked, on: .test("2024"))])
    #expect(try Self.answer(try Self.store(lines, [.introduction(open)]), to: "grace").first == "me charles grace")
  }

  /// Whom you spoke to often is the better one to ask.
  @Test func contactsCount() throws {
    let lines = ["me met ada 2026", "ada knows grace", "me met charles 2026", "charles knows grace"]
    let talks = (0..<4).map { number in
      ImportedRecord.interaction(
        Interaction(
          id: .test(500 + number), date: .test("2026-11-0\(number + 1)"), channel: "call",
          participants: [Self.id("charles")]))
    }
    let store = try Self.store(lines, talks)
    #expect(try Self.answer(store, to: "grace") == ["me charles grace", "me ada grace"])
    let tie = try store.read { graph in
      let goal = try #require(try graph.summary(of: Self.id("grace")))
      guard
        case .found(let chains) = try graph.paths(
          PathQuestion(from: Self.id("me"), to: goal, today: Self.today))
      else { return TieFacts([]) }
      return chains[0].ties[0]
    }
    #expect(tie.contacts == 4 && tie.lastContact == .test("2026-11-04"))
  }

  @Test func whoIsMerelyRelatedMayBeNoPerson() throws {
    let store = try Self.store([
      "me related initech", "ada related initech", "me related charles", "charles related luigi",
    ])
    #expect(try Self.answer(store, to: "ada") == ["nothing"])
    #expect(try Self.answer(store, to: "luigi") == ["me charles luigi"])
  }
}
