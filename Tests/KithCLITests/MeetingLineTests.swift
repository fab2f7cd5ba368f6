import KithCore
import Testing

@testable import KithCLI

@Suite struct MeetingLineTests {
  @Test func theWholeLine() throws {
    let line = try MeetingLine(
      "Ada Lovelace, Analytical Engines, CTO, ada@example.com +compilers \"promised a paper\"")
    #expect(line.name == "Ada Lovelace")
    #expect(line.company == "Analytical Engines")
    #expect(line.title == "CTO")
    #expect(line.facts == PersonFacts(emails: ["ada@example.com"], tags: ["compilers"]))
    #expect(line.words == ["promised a paper"])
  }

  /// A line, and name, company, title, e-mails, phones, links, tags and what was said, each joined with `|`.
  @Test(arguments: [
    ("Ada", ["Ada", "", "", "", "", "", "", ""]),
    ("  Ada \t Lovelace  ", ["Ada Lovelace", "", "", "", "", "", "", ""]),
    (
      "ada@example.com, Ada Lovelace, +44 20 7946 0958",
      ["Ada Lovelace", "", "", "ada@example.com", "+44 20 7946 0958", "", "", ""]
    ),
    ("\"I will call\" Ada +a +b", ["Ada", "", "", "", "", "", "a|b", "I will call"]),
    ("Ada, <ada@x.example>, mailto:a@y.example", ["Ada", "", "", "ada@x.example|a@y.example", "", "", "", ""]),
    ("Ada, Analytical Engines, Ltd., CTO", ["Ada", "Analytical Engines, Ltd.", "CTO", "", "", "", "", ""]),
    ("Ada, Engines\\, Analytical and Other, CTO", ["Ada", "Engines, Analytical and Other", "CTO", "", "", "", "", ""]),
    (
      "Ada, https://example.com/ada?x=1, Analytical Engines",
      ["Ada", "Analytical Engines", "", "", "", "https://example.com/ada?x=1", "", ""]
    ),
    ("Ada, \u{201c}said, \"hello\", twice\u{201d}", ["Ada", "", "", "", "", "", "", "said, \"hello\", twice"]),
    ("Ada, \"said \\\"hello\\\"\" \"and left\"", ["Ada", "", "", "", "", "", "", "said \"hello\"|and left"]),
    ("Ada, Initech, C++ engineer,,", ["Ada", "Initech", "C++ engineer", "", "", "", "", ""]),
    ("Ada, Initech, Engineer @ heart", ["Ada", "Initech", "Engineer @ heart", "", "", "", "", ""]),
    ("Ada, 020 7946 0958 +work", ["Ada", "", "", "", "020 7946 0958", "", "work", ""]),
    ("李小龍, 分析機關", ["李小龍", "分析機關", "", "", "", "", "", ""]),
    ("Ada C:\\Users", ["Ada C:\\Users", "", "", "", "", "", "", ""]),
  ])
  func fieldsAreRecognised(_ text: String, _ expected: [String]) throws {
    let line = try MeetingLine(text)
    let found =
      [line.name, line.company ?? "", line.title ?? ""]
      + [line.facts.emails, line.facts.phones, line.facts.links, line.facts.tags, line.words]
      .map { $0.joined(separator: "|") }
    #expect(found == expected)
  }

  @Test(arguments: [
    (",", "no name"), ("ada@example.com", "no name"), ("\"said\"", "no name"), ("+tag", "no name"),
    ("Ada, , CTO", "a title without a company"), ("Ada, A, B, C", "'C' is one field too many"),
    ("Ada \"promised", "opened and not closed"), ("Ada, ada@", "'ada@' is no e-mail address"),
    ("Ada, @ada", "'@ada' is no e-mail address"), ("Ada, a@b@c", "no e-mail address"),
    ("Ada\u{1b}[31m", "control character"), ("Ada \u{202e}", "control character"), ("Ada\u{0}", "control character"),
  ])
  func badLinesAreRefused(_ text: String, _ reason: String) throws {
    let error = #expect(throws: CommandError.self) { _ = try MeetingLine(text) }
    #expect(error?.message.contains(reason) ?? false, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    ("promised a paper", FollowUp.Party.them), ("Will send slides", .them), ("she'll send slides", .them),
    ("he promised a call", .them), ("owes me a coffee", .them), ("I will introduce her to Sam", .me),
    ("I'll send the talk", .me), ("i promised a review", .me), ("Willing to talk", nil), ("asked about tests", nil),
    ("I liked the talk", nil), ("…", nil), ("", nil),
  ])
  func whoPromised(_ words: String, _ party: FollowUp.Party?) {
    #expect(MeetingLine.promiser(of: words) == party)
  }

  @Test func anyTextEndsWell() {
    for seed in 0..<2000 {
      let pieces = [",", "\"", "\\", "@", "+", " ", "a", "http://", "é", "\u{201c}", "\u{201d}", "0", "Inc", "\t"]
      var state = UInt64(seed)
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      if let line = try? MeetingLine(text) { #expect(!line.name.isEmpty) }
    }
  }
}
