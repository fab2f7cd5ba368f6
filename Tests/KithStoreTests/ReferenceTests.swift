import KithCore
import Testing

@testable import KithStore

struct ReferenceTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    var jose = Entity.test(10, "José Ñandú", email: "jose@example.com", phone: "+34 915 550 199")
    jose.nicknames = ["Pepe"]
    try store.take(
      Graphs.everything + [
        .entity(jose), .entity(.test(11, "Ada Yonath")), .entity(.test(12, "Adabelle")),
        .entity(.test(13, "Acme Inc.", .company)), .entity(.test(14, "Straße Łódź", .organization)),
      ])
  }

  private func matches(_ text: String, _ kinds: Set<Entity.Kind> = Set(Entity.Kind.allCases)) throws -> ReferenceMatches
  {
    try store.read { try $0.matches(text, among: kinds) }
  }

  @Test(arguments: [
    "Ada Lovelace", "ada lovelace", " ADA  LOVELACE ", "Countess", "ada@example.com", "mailto:ADA@example.com",
    "020 7946 0001", "11112222-3333-4000-8000-000000000001", "urn:uuid:11112222-3333-4000-8000-000000000001",
    "11112222333340008000000000000001",
  ])
  func exactly(text: String) throws {
    #expect(try matches(text).exact.map(\.name) == ["Ada Lovelace"])
    #expect(try matches(text).partial.isEmpty)
  }

  @Test func diacriticsAndCaseDoNotCount() throws {
    for text in ["jose nandu", "JOSÉ ÑANDÚ", "pepe", "José Nandu"] {
      #expect(try matches(text).exact.map(\.name) == ["José Ñandú"])
    }
    #expect(try matches("strasse lodz").exact.map(\.name) == ["Straße Łódź"])
  }

  @Test func beginningsOfWordsComeAfterWholeNames() throws {
    #expect(try Set(matches("ada").partial.map(\.name)) == ["Ada Lovelace", "Ada Yonath", "Adabelle"])
    #expect(try matches("adabelle").best.map(\.name) == ["Adabelle"])
    #expect(try matches("lov ad").partial.map(\.name) == ["Ada Lovelace"])
    #expect(try matches("ada", [.company]).best.isEmpty)
  }

  @Test func companiesFoldTheirLegalForm() throws {
    for text in ["acme", "ACME", "acme, inc.", "Acme Ltd"] {
      #expect(try matches(text).exact.map(\.name) == ["Acme Inc."])
    }
  }

  @Test func theBeginningOfAnIdMayMeanSeveral() throws {
    #expect(try matches("111122").exact.count > 5)
    #expect(try matches("11112").exact.isEmpty)
  }

  @Test func theNearestNames() throws {
    let near = try store.read { try $0.nearest(to: "Lovelcae", among: [.person]) }
    #expect(near.map(\.name) == ["Ada Lovelace"])
    #expect(try store.read { try $0.nearest(to: "zzz", among: [.person]) }.isEmpty)
  }

  @Test(arguments: ["", "   ", "...", "☃", "'; DROP TABLE entity --", "%", "\u{0}"])
  func oddTextIsHarmless(text: String) throws { _ = try matches(text) }

  @Test func aLongTextIsHarmless() throws {
    let words = (0..<5000).map { "word\($0)" }.joined(separator: " ")
    #expect(try matches(words).best.isEmpty)
  }
}
