import Testing

@testable import KithCore

struct SearchKeyTests {
  @Test(arguments: [
    ("José", "jose"), ("Straße", "strasse"), ("Łukasz", "lukasz"), ("ÆØÅ", "aeoa"), ("ＡＤＡ", "ada"), ("ﬁn", "fin"),
    ("İstanbul", "istanbul"), ("ΟΔΟΣ", "οδοσ"), ("οδος", "οδοσ"), ("Ada", "ada"), ("", ""), ("\u{0}", "\u{0}"),
  ])
  func folds(text: String, folded: String) {
    #expect(SearchKey.fold(text) == folded)
    #expect(SearchKey.fold(folded) == folded, "what is folded stays")
  }

  /// The table is a short cut: letter by letter, and with anything around it, it says what the rule says.
  @Test func theTableSaysWhatTheRuleSays() {
    for value in UInt32(0x80)..<0x500 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)Z", "É\(scalar)\u{301}ж", "\(scalar)\u{345}\u{591}", "が\(scalar)"] {
        #expect(
          Array(SearchKey.fold(text).utf8) == Array(SearchKey.foldByRule(text).utf8), "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func composedAndDecomposedAreTheSame() {
    #expect(Array(SearchKey.fold("é한").utf8) == Array(SearchKey.fold("e\u{301}\u{1112}\u{1161}\u{11ab}").utf8))
  }

  @Test(arguments: [
    ("Lovelace, Ada", ["lovelace", "ada"]), ("O'Hara-Smith", ["o", "hara", "smith"]), ("山田 太郎", ["山田", "太郎"]),
    ("  ", []), ("☃", []), ("R2D2", ["r2d2"]),
  ])
  func splitsIntoWords(text: String, words: [String]) { #expect(SearchKey.words(text) == words) }

  @Test(arguments: [
    ("+44 20 7946 0001", "079460001"), ("020 7946 0001", "079460001"), ("(0)20-79460001", "079460001"), ("1234", nil),
    ("12345", "12345"),
    ("ext", nil),
  ])
  func phones(number: String, key: String?) { #expect(SearchKey.phone(number) == key) }

  @Test func emails() {
    #expect(SearchKey.email("Ada@Example.COM") == "ada@example.com")
    #expect(SearchKey.email("mailto:ada@example.com") == "ada@example.com")
  }

  @Test(arguments: ["https://www.Example.com/In/Ada/", "http://example.com/in/ada?x=1", "example.com/in/ada#top"])
  func links(url: String) { #expect(SearchKey.link(url) == "example.com/in/ada") }
}
