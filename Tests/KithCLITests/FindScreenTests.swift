import KithCore
import KithStore
import Testing

@testable import KithCLI

/// What somebody sees while typing: keys in, lines out, without a terminal.
struct FindScreenTests {
  private func hit(_ number: UInt64, _ name: String, _ kind: Entity.Kind = .person, company: String? = nil) -> SearchHit
  {
    SearchHit(
      summary: EntitySummary(id: Identifier(high: 1, low: number), kind: kind, name: name), title: nil,
      company: company,
      reasons: [SearchReason(field: .name, text: name)], lastTouch: nil)
  }

  private func screen(_ count: Int = 3, columns: Int = 80, rows: Int = 8) -> FindScreen {
    var screen = FindScreen(columns: columns, rows: rows)
    screen.show((0..<count).map { hit(UInt64($0), "Person \($0)") })
    return screen
  }

  private func type(_ text: String, into screen: inout FindScreen) -> FindScreen.Step {
    text.reduce(.none) { screen.press(.character($1)) }
  }

  @Test func whatIsTypedIsSearchedFor() {
    var screen = screen()
    #expect(type("ada lov", into: &screen) == .search)
    #expect(screen.text == "ada lov")
    #expect(screen.press(.deleteWord) == .search)
    #expect(screen.text == "ada ")
    #expect(screen.press(.backspace) == .search)
    #expect(screen.text == "ada")
    #expect(screen.press(.deleteLine) == .search)
    #expect(screen.press(.backspace) == .none)
    #expect(screen.lines(color: false).first == "> ")
  }

  @Test func arrowsChooseAndStopAtTheEnds() {
    var screen = screen()
    #expect(screen.press(.up) == .none)
    #expect(screen.chosen == 0)
    for _ in 0..<5 { _ = screen.press(.down) }
    #expect(screen.chosen == 2)
    #expect(screen.lines(color: false)[3].hasPrefix("> Person 2"))
    #expect(screen.lines(color: false)[1].hasPrefix("  Person 0"))
  }

  @Test func enterPicksAndAKeyActs() {
    var screen = screen()
    _ = screen.press(.down)
    #expect(screen.press(.enter) == .none)
    #expect(screen.picked?.summary.name == "Person 1")
    #expect(screen.press(.down) == .none)
    #expect(screen.press(.enter) == .perform(.brief, Identifier(high: 1, low: 1)))
    #expect(screen.press(.character("l")) == .perform(.log, Identifier(high: 1, low: 1)))
    #expect(screen.press(.escape) == .none)
    #expect(screen.picked == nil)
    #expect(screen.press(.escape) == .leave)
  }

  /// Keys that came in one go, with a search that finds three people of the text.
  private func press(_ keys: [TerminalKey], into screen: inout FindScreen, searches: inout [String]) -> FindScreen.Step
  {
    screen.press(keys) { screen in
      searches.append(screen.text)
      let text = screen.text
      screen.show((0..<3).map { hit(UInt64($0), "\(text) \($0)") })
    }
  }

  @Test func arrowsAfterLettersAreForWhatTheLettersFind() {
    var screen = screen()
    var searches: [String] = []
    let keys: [TerminalKey] = [.character("s"), .character("t"), .character("o"), .down, .down, .enter]
    #expect(press(keys, into: &screen, searches: &searches) == .none)
    #expect(searches == ["sto"])
    #expect(screen.picked?.summary.name == "sto 2")
    #expect(press([.escape, .backspace], into: &screen, searches: &searches) == .search)
    #expect(searches == ["sto"])
    #expect(
      press([.character("p"), .enter, .character("s")], into: &screen, searches: &searches)
        == .perform(.show, Identifier(high: 1, low: 0)))
    #expect(searches == ["sto", "stp"])
    #expect(screen.lines(color: false).last == "its letter or enter does it, escape goes back")
  }

  @Test func whoeverLeavesWaitsForNoSearch() {
    var screen = screen()
    var searches: [String] = []
    #expect(press([.character("s"), .interrupt, .character("t")], into: &screen, searches: &searches) == .interrupt)
    #expect(press([.character("s"), .escape], into: &screen, searches: &searches) == .leave)
    #expect(searches.isEmpty)
  }

  @Test func nothingFoundIsNothingToPick() {
    var screen = FindScreen(text: "x", columns: 80, rows: 8)
    #expect(screen.press(.enter) == .none)
    #expect(screen.picked == nil)
    #expect(screen.press(.down) == .none)
    #expect(screen.lines(color: false) == ["> x", "", "escape leaves"])
  }

  @Test func everyWayOutIsOne() {
    var screen = screen()
    #expect(screen.press(.endOfInput) == .leave)
    #expect(screen.press(.interrupt) == .interrupt)
    _ = screen.press(.enter)
    #expect(screen.press(.endOfInput) == .leave)
    #expect(screen.press(.interrupt) == .interrupt)
  }

  @Test func aCompanyHasTheActsOfACompany() {
    var screen = FindScreen(columns: 80, rows: 10)
    screen.show([hit(1, "Acme", .company)])
    _ = screen.press(.enter)
    #expect(screen.press(.character("t")) == .none)
    #expect(screen.lines(color: false).contains { $0.contains("show everything") })
    #expect(!screen.lines(color: false).contains { $0.contains("thank") })
  }

  @Test(arguments: [(80, 24), (200, 50), (20, 5), (5, 3), (1, 1), (2, 2)])
  func linesFitWhateverTheSize(_ size: (Int, Int)) {
    var screen = FindScreen(text: "東京 and a long text that is typed", columns: size.0, rows: size.1)
    screen.show(
      (0..<100).map { hit(UInt64($0), "佐藤田中一郎 \($0) with a very long name", company: "東京大学株式会社") },
      note: "nothing has that; these have something else of some length")
    for _ in 0..<60 {
      _ = screen.press(.down)
      for lines in [screen.lines(color: false)] {
        #expect(lines.count <= size.1)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= size.0 })
      }
      #expect(screen.cursor < size.0)
    }
    if size.1 > 4 {
      #expect(screen.lines(color: false).contains { $0.hasPrefix(">") && $0.contains("佐藤") || size.0 < 9 })
    }
    _ = screen.press(.enter)
    #expect(screen.lines(color: false).count <= size.1)
  }

  @Test func nothingStoredOrTypedSteersTheTerminal() {
    var screen = FindScreen(text: "x\u{1b}]0;t\u{7}", columns: 80, rows: 8)
    screen.show([hit(1, "Evil\u{1b}[31m\r\n\u{9b}2J\u{202e}", company: "\u{1b}c")])
    for line in screen.lines(color: false) {
      #expect(!line.unicodeScalars.contains { TerminalText.isControl($0.value) })
    }
  }

  @Test func withoutColorNothingIsInverse() {
    let screen = screen()
    #expect(screen.lines(color: true)[1] == "\u{1b}[7m> Person 0 · name\u{1b}[0m")
    #expect(screen.lines(color: false)[1] == "> Person 0 · name")
  }
}

/// Keys out of bytes, however they are cut.
struct TerminalKeysTests {
  private func keys(_ bytes: [UInt8]) -> [TerminalKey] {
    var keys = TerminalKeys()
    return keys.take(bytes, isAll: true)
  }

  @Test func keysAreTold() {
    #expect(keys(Array("aé東😀".utf8)) == [.character("a"), .character("é"), .character("東"), .character("😀")])
    #expect(keys([0x1b]) == [.escape])
    #expect(keys(Array("\u{1b}[A\u{1b}OB\u{1b}[5~\u{1b}[6~".utf8)) == [.up, .down, .pageUp, .pageDown])
    #expect(
      keys([0x03, 0x04, 0x0e, 0x10, 0x15, 0x17, 0x7f, 0x0d]) == [
        .interrupt, .endOfInput, .down, .up, .deleteLine, .deleteWord, .backspace, .enter,
      ])
  }

  @Test func whatMeansNothingIsPassedOver() {
    #expect(keys(Array("\u{1b}[1;5Cx\u{1b}[200~y".utf8)) == [.character("x"), .character("y")])
    #expect(keys([0xff, 0xc3, 0x28, 0x01, 0x61]) == [.character("("), .character("a")])
  }

  @Test func theyMayComeInPieces() {
    let bytes = Array("a\u{1b}[Aé\u{1b}[6~東".utf8)
    for cut in bytes.indices {
      var keys = TerminalKeys()
      let found = keys.take(Array(bytes[..<cut]), isAll: false) + keys.take(Array(bytes[cut...]), isAll: false)
      #expect(found == [.character("a"), .up, .character("é"), .pageDown, .character("東")], "cut at \(cut)")
      #expect(!keys.isWaiting)
    }
  }

  @Test func aLoneEscapeWaitsUntilNothingMoreComes() {
    var keys = TerminalKeys()
    #expect(keys.take([0x1b], isAll: false) == [])
    #expect(keys.isWaiting)
    #expect(keys.take([], isAll: true) == [.escape])
    #expect(!keys.isWaiting)
  }
}
