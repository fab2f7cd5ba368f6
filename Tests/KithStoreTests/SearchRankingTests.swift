import KithCore
import Testing

@testable import KithStore

/// What somebody types, and whom they want to see first.
struct SearchRankingTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try SearchGraph.fill(store)
  }

  private func names(_ text: String, limit: Int = 10) throws -> [String] {
    try store.read { try $0.search(text, limit: limit).map(\.summary.name) }
  }

  @Test(arguments: [
    // A whole name, a word of it, its beginning.
    ("ada", "Ada Lovelace"), ("ad", "Adam Smith"), ("ada lovelace", "Ada Lovelace"), ("Lovelace, Ada", "Ada Lovelace"),
    ("ADA LOV", "Ada Lovelace"), ("a l", "Ada Lovelace"), ("lovelace", "Ada Lovelace"),
    ("lovelace soc", "Lovelace Society"),
    ("mark", "Mark Mark"), ("turing", "Alan Turing"), ("hopper grace", "Grace Hopper"), ("smith", "Adam Smith"),
    // Accents, letters of other alphabets, punctuation.
    ("jose", "José Ñandú"), ("JOSÉ", "José Ñandú"), ("nandu", "José Ñandú"), ("jorg", "Jörg Müller"),
    ("muller", "Jörg Müller"), ("mueller", "Joerg Mueller"), ("lukasz wojcik", "Łukasz Wójcik"),
    ("sinead", "O'Brien, Sinéad"), ("o'brien", "O'Brien, Sinéad"), ("obrien", "O'Brien, Sinéad"),
    ("obri sin", "O'Brien, Sinéad"),
    ("brien", "O'Brien, Sinéad"), ("annemarie", "Anne-Marie Œuvray"), ("marie", "Anne-Marie Œuvray"),
    ("oeuvray", "Anne-Marie Œuvray"),
    ("anne marie", "Anne-Marie Œuvray"), ("anne-marie", "Anne-Marie Œuvray"), ("ελενη", "Ελένη Παπαδοπούλου"),
    ("гаг", "Юрий Гагарин"),
    // Chinese, Japanese, Korean: any part.
    ("佐藤", "佐藤 花子"), ("花", "佐藤 花子"), ("田中", "田中太郎"), ("中太", "田中太郎"), ("太郎", "田中太郎"), ("철수", "김철수"),
    ("김", "김철수"), ("大学", "東京大学株式会社"), ("部長", "田中太郎"), ("翻訳", "佐藤 花子"), ("計算可能", "Alan Turing"),
    ("東京 部長", "田中太郎"),
    // Other names and ways to reach.
    ("countess", "Ada Lovelace"), ("pepe", "José Ñandú"), ("hanako", "佐藤 花子"), ("amazing", "Grace Hopper"),
    ("ghopper", "Grace Hopper"), ("ada.king", "Ada Lovelace"), ("king", "Ada Lovelace"),
    ("ghopper@example.com", "Grace Hopper"), ("somerville", "Mary Somerville"),
    // Work.
    ("analytical", "Analytical Engines Ltd."), ("analytical engines", "Analytical Engines Ltd."),
    ("strasse", "Straße & Söhne GmbH"), ("sohne vertrieb", "Jörg Müller"), ("chief", "Ada Lovelace"),
    ("engineer", "Charles Babbage"), ("translator", "Luigi Menabrea"), ("admiral", "Grace Hopper"),
    ("research", "Ada Lovelace"), ("ada engines", "Ada Lovelace"), ("charles analytical", "Charles Babbage"),
    ("alan park", "Alan Turing"), ("navy", "Navy"), ("bletchley", "Bletchley Park"), ("swiftconf", "SwiftConf 2026"),
    // Tags, notes, what happened.
    ("compilers", "Marta Compilersky"), ("ada compilers", "Ada Lovelace"), ("grace compilers", "Grace Hopper"),
    ("compiler", "Compiler Club"),
    ("moth", "Grace Hopper"), ("tea cake", "Charles Babbage"), ("marathons", "Alan Turing"),
    ("register", "Ada Lovelace"), ("ada garbage", "Ada Lovelace"), ("mark register", "Mark Mark"),
    ("nanoseconds", "Grace Hopper"), ("wire hopper", "Grace Hopper"), ("engines garbage", "Ada Lovelace"),
    ("translation", "Luigi Menabrea"), ("sister", "Adelaide Ames"), ("second engine", "Charles Babbage"),
  ])
  func theFirstHitIsTheOneThatIsMeant(_ pair: (String, String)) throws {
    #expect(try names(pair.0).first == pair.1)
  }

  @Test func aNameCountsMoreThanWorkAndThatMoreThanATagOrANote() throws {
    #expect(
      try names("compil") == ["Compiler Club", "Marta Compilersky", "Ada Lovelace", "Grace Hopper"])
    #expect(try names("muller") == ["Jörg Müller", "José Ñandú"])
    #expect(try names("ada") == ["Ada Lovelace", "Adam Smith", "Jörg Müller"])
  }

  /// Of those that fit alike, whoever something happened with last.
  @Test func whoWasMetLastComesFirst() throws {
    #expect(try names("ma").prefix(2) == ["Mark Mark", "Marta Compilersky"])
    #expect(try names("ad").first == "Adam Smith")
  }

  @Test func everyWordMustBeThere() throws {
    #expect(try names("ada nanoseconds") == [])
    #expect(try names("grace babbage") == [])
    #expect(try names("田太") == [], "not in this order")
  }

  @Test func noMoreThanWereAskedFor() throws {
    #expect(try names("a", limit: 3).count == 3)
    #expect(try names("a", limit: 1).count == 1)
  }

  @Test func theReasonSaysWhereAndWhat() throws {
    func reasons(_ text: String) throws -> [SearchReason] {
      try store.read { try $0.search(text, limit: 1)[0].reasons }
    }
    #expect(
      try reasons("ada chief") == [
        .init(field: .name, text: "Ada Lovelace"), .init(field: .title, text: "Chief Programmer"),
      ])
    #expect(try reasons("strasse vertrieb")[0] == .init(field: .company, text: "Straße & Söhne GmbH"))
    #expect(try reasons("translator") == [.init(field: .title, text: "Translator", isPast: true)])
    #expect(try reasons("club programmer")[0] == .init(field: .organization, text: "Compiler Club"))
    #expect(try reasons("moth") == [.init(field: .note, text: "Found a moth in a relay")])
    #expect(
      try reasons("garbage") == [
        .init(
          field: .interaction, text: "talked about garbage collection and register allocation",
          date: .test("2026-03-01"),
          channel: "call")
      ])
    #expect(try reasons("ghopper@example.com") == [.init(field: .email, text: "ghopper@example.com")])
  }

  @Test func whatSomebodyDoesNowIsSaid() throws {
    let ada = try #require(try store.read { try $0.search("ada", limit: 1) }.first)
    #expect(ada.title == "Chief Programmer")
    #expect(ada.company == "Analytical Engines Ltd.")
    #expect(ada.lastTouch == .test("2026-03-01"))
    let luigi = try #require(try store.read { try $0.search("luigi", limit: 1) }.first)
    #expect(luigi.company == nil, "that job is over")
  }

  @Test func aLongNoteIsCutRoundTheWord() {
    let text = String(repeating: "word ", count: 40) + "the Straße of\nengines " + String(repeating: "more ", count: 40)
    let cut = SearchSnippet.of(text, round: SearchWord(tokens: ["strasse"]))
    #expect(cut == "…word word word the Straße of engines more more more more…")
    let japanese = String(repeating: "機", count: 60) + "翻訳" + String(repeating: "械", count: 60)
    #expect(SearchSnippet.of(japanese, round: SearchWord(tokens: ["翻", "訳"])).contains("機翻訳械"))
  }

  @Test(arguments: ["", " ", "!?", "\u{0}", "\"", "*", "{name} : x OR", "NEAR(", "-", "''; DROP TABLE search"])
  func whateverIsTypedIsNoLanguage(text: String) throws {
    _ = try names(text)
    _ = try store.read { try $0.suggestions(for: text) }
  }

  @Test func manyAndLongWordsAreTaken() throws {
    #expect(try names(String(repeating: "ada ", count: 500)).first == "Ada Lovelace")
    #expect(try names(String(repeating: "x", count: 100_000)) == [])
    #expect(try names((0..<500).map { "w\($0)" }.joined(separator: " ")) == [])
  }
}
