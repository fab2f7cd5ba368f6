import KithCore
import Testing

@testable import KithStore

/// What is said where nothing has the words that were typed.
struct SearchSuggestionTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try SearchGraph.fill(store)
  }

  private func suggestions(_ text: String) throws -> [SearchSuggestion] {
    try store.read { try $0.suggestions(for: text) }
  }

  @Test(arguments: [
    ("lovlace", "lovelace"), ("lovelaec", "lovelace"), ("kovelace", "lovelace"), ("ovelace", "lovelace"),
    ("olvelace", "lovelace"), ("xlovelace", "lovelace"), ("loovelace", "lovelace"), ("lvelacee", "lovelace"),
    ("hoper", "hopper"), ("gracw", "grace"), ("babage", "babbage"), ("turign", "turing"), ("uring", "turing"),
    ("bletchly", "bletchley"), ("marathns", "marathons"), ("nanosceonds", "nanoseconds"), ("garbaeg", "garbage"),
    ("compilres ada", "compilers ada"), ("ada lovlace", "ada lovelace"), ("lukazs", "lukasz"),
    ("somervile", "somerville"),
  ])
  func theNearestIsSuggestedAndItsHitsAreThere(_ pair: (String, String)) throws {
    let first = try suggestions(pair.0).first
    #expect(first?.text == pair.1)
    #expect(first?.hits.isEmpty == false)
  }

  @Test(arguments: ["xyzzyqq", "ab", "x", "", "!!", "qqqqqqqqqqqqqqqq", "龍"])
  func whatIsNearNothingSuggestsNothing(text: String) throws { #expect(try suggestions(text) == []) }

  /// Each of the words is known, but nobody has both.
  @Test func wordsThatAreKnownAreLeftAlone() throws { #expect(try suggestions("ada nanoseconds") == []) }

  @Test func ofWordsAsNearNamesComeFirst() throws {
    #expect(try suggestions("adb").first?.text == "ada")
  }

  /// The walk over the terms passes over those that lead nowhere, and finds all that a full comparison finds.
  @Test func theWalkFindsWhatComparingAllOfThemFinds() throws {
    try store.read { graph in
      let terms = try SearchTerms(graph.connection)
      let all = Set(try graph.texts("SELECT DISTINCT term FROM temp.searchTerm"))
        .union(try graph.texts("SELECT DISTINCT term FROM temp.interactionSearchTerm"))
      for text in ["lovlace", "enginers", "xompilers", "naevy", "swiftcnof", "olvelace", "second", "mra", "aad"] {
        let limit = text.count > 5 ? 2 : 1
        let expected = all.compactMap { term in
          EditDistance.between(text, term, atMost: limit).flatMap { $0 > 0 ? $0 : nil }.map { (term, $0) }
        }
        let least = expected.map(\.1).min()
        let wanted = Set(expected.filter { $0.1 == least }.map(\.0))
        let found = try terms.near(SearchWord(tokens: [text]), limit: 1000)
        #expect(Set(found.filter { $0.distance == least }.map(\.text)) == wanted, "\(text)")
      }
    }
  }
}
