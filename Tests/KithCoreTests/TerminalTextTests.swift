import KithCore
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("Ada Lovelace", "Ada Lovelace"),
    ("\u{1b}]0;title\u{7}", "\u{fffd}]0;title\u{fffd}"),
    ("\u{9b}31m", "\u{fffd}31m"),
    ("a\tb\nc\rd\u{2028}e", "a b c d e"),
    ("\u{202e}gnp.exe\u{2066}\u{61c}", "\u{fffd}gnp.exe\u{fffd}\u{fffd}"),
    ("\u{7f}", "\u{fffd}"),
    ("👩🏽‍💻 林美咲 e\u{301}", "👩🏽‍💻 林美咲 e\u{301}"),
  ])
  func replacesWhatMovesTheCursor(_ text: String, _ clean: String) {
    #expect(Array(TerminalText.cleaned(text).unicodeScalars) == Array(clean.unicodeScalars))
  }

  @Test func leavesNoControlBehind() {
    let all = String(String.UnicodeScalarView((0...0x2100).compactMap { Unicode.Scalar($0 as UInt32) }))
    let clean = TerminalText.cleaned(all)
    #expect(!clean.unicodeScalars.contains { TerminalText.isControl($0.value) })
    #expect(clean.unicodeScalars.count == all.unicodeScalars.count)
  }
}
