import KithCore
import Testing

@testable import KithStore

/// What full text is made of.
struct SearchTextTests {
  private func text(_ text: String) -> String {
    var folded = SearchText()
    folded.append(text)
    return String(decoding: folded.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Ada Lovelace", "ada lovelace"), ("José Ñandú", "jose nandu"), ("Straße", "strasse"), ("Œuvre", "oeuvre"),
    ("Łukasz O'Brien-Smith", "lukasz o brien smith"), ("  R&D,  42 ", "r d 42"), ("!?", ""), ("", ""),
    ("Ｆｕｌｌ", "full"), ("Ⅳ", "iv"), ("ΑΒΓ ς", "αβγ σ"), ("Čaďová", "cadova"),
  ])
  func wordsAreFolded(_ pair: (String, String)) { #expect(text(pair.0) == pair.1) }

  @Test(arguments: [
    ("佐藤 花子", "佐 藤 花 子"), ("iOS開発", "ios 開 発"), ("東京Labs", "東 京 labs"), ("さくら", "さ く ら"),
    ("김", "\u{1100} \u{1175} \u{11b7}"), ("ﾊﾟｿｺﾝ", "ハ\u{309a} ソ コ ン"), ("がか", "か\u{3099} か"), ("𠮷野", "𠮷 野"),
  ])
  func eachIdeographIsATokenOfItsOwn(_ pair: (String, String)) { #expect(text(pair.0) == pair.1) }

  @Test func textsAreJoinedBySpaces() {
    var text = SearchText()
    for part in ["Ada", "", "佐藤", "Straße", "x"] { text.append(part) }
    #expect(String(decoding: text.bytes, as: UTF8.self) == "ada 佐 藤 strasse x")
  }

  @Test func onlyWordsThatAreNotThereAreAppended() {
    var text = SearchText()
    text.append("Ada Lovelace")
    text.appendUnknownWords(of: "ada.king+love")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "ada lovelace king love")
  }

  /// The two ways there, for ASCII and for all else, agree.
  @Test func bytesAndWordsSayTheSame() {
    for scalar in (1...0x7f).compactMap({ Unicode.Scalar($0 as Int) }) {
      let sample = "a\(scalar)B9"
      #expect(text(sample) == SearchKey.words(sample).joined(separator: " "), "\(scalar.value)")
    }
  }

  @Test func expressionsHoldNothingButQuotedFoldedWords() {
    let query = SearchQuery("ada\" OR name:* NEAR(x) ^y -z {\u{0}} 佐藤\"*")
    #expect(
      query.expression(in: ["name"])
        == "{name} : (\"ada\" * AND \"or\" * AND \"name\" * AND \"near\" * AND \"x\" * AND \"y\" * AND \"z\" * AND \"佐 藤\")"
    )
  }

  @Test func wordsMatchWholeOrByTheirBeginning() {
    let name = ["ada", "佐", "藤", "king"]
    #expect(SearchWord(tokens: ["ada"]).match(in: name) == .whole)
    #expect(SearchWord(tokens: ["ki"]).match(in: name) == .beginning)
    #expect(SearchWord(tokens: ["佐", "藤"]).match(in: name) == .whole)
    #expect(SearchWord(tokens: ["藤", "佐"]).match(in: name) == nil)
    #expect(SearchWord(tokens: ["ing"]).match(in: name) == nil)
  }

  @Test(arguments: [
    ("O'Brien", ["obrien"]), ("O’Brien-Smith", ["obriensmith"]), ("Anne-Marie d'Œuvray", ["annemarie", "doeuvray"]),
    ("Ada Lovelace", []), ("- Ada -", []), ("'Ada'", []), ("Straße — Söhne", []),
  ])
  func aNameThatIsJoinedIsAlsoOneWord(_ name: String, _ joined: [String]) {
    #expect(SearchWords.joined(name) == joined)
  }
}
