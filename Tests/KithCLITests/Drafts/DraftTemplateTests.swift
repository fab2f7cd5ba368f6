import KithCore
import Testing

@testable import KithCLI

@Suite struct DraftTemplateTests {
  private func draft(_ template: String, _ facts: [DraftFact: String] = [:]) throws -> Draft {
    var known = DraftFacts()
    for (fact, value) in facts { known[fact] = value }
    return try DraftTemplate(template).draft(known, defaultSubject: "Thank you")
  }

  private struct Problem: Sendable {
    let template: String
    let text: String
  }

  private static let problems = [
    Problem(template: "Dear {{given},\n", text: "line 1, column 6: '{{' has no '}}' in the same line"),
    Problem(template: "a\n  {{compny}}", text: "line 2, column 3: there is no fact 'compny'; did you mean 'company'?"),
    Problem(template: "{{}}", text: "line 1, column 1: there is no fact ''"),
    Problem(template: "{{.}}", text: "line 1, column 1: there is no fact '.'"),
    Problem(template: "{{uppercased(given)}}", text: "line 1, column 1: there is no fact 'uppercased(given)'"),
    Problem(template: "\n{{#given}}x", text: "line 2, column 1: the section 'given' does not end"),
    Problem(
      template: "{{#given}}{{#me}}{{/given}}{{/me}}",
      text: "line 1, column 18: '{{/given}}' stands where the section 'me' should end"),
    Problem(template: "é{{/me}}", text: "line 1, column 2: '{{/me}}' ends no section"),
    Problem(template: "{{> footer}}", text: "line 1, column 1: partials have no use in a note"),
    Problem(template: "{{=<% %>=}}", text: "line 1, column 1: other delimiters have no use in a note"),
    Problem(template: "x }} y", text: "line 1, column 3: '}}' ends no tag"),
    Problem(template: "{{{given}} x", text: "line 1, column 1: '{{' has no '}}' in the same line"),
    Problem(template: "{{", text: "line 1, column 1: '{{' has no '}}' in the same line"),
    Problem(
      template: String(repeating: "{{#me}}", count: 40_000),
      text: "line 1, column 113: sections stand more than 16 deep in each other"),
  ]

  @Test(arguments: problems)
  private func whatCannotBeUsedIsPlaced(_ problem: Problem) {
    let error = #expect(throws: TemplateProblem.self) { try DraftTemplate(problem.template) }
    #expect(error?.text == problem.text)
  }

  @Test func aMissingFactDropsItsSentence() throws {
    let template = "Hello {{given}}. I saw {{company}} at {{event}}! See you.\nBye, {{me}}"
    #expect(try draft(template).body == "See you.\n")
    #expect(try draft(template, [.given: "Ada"]).body == "Hello Ada. See you.\n")
    #expect(try draft(template, [.company: "X", .event: "Y", .me: "Sam"]).body == "I saw X at Y! See you.\nBye, Sam\n")
  }

  @Test func pointsWithinFactsEndNoSentence() throws {
    #expect(try draft("I saw Acme Inc. and {{event}}.", [.event: "Y"]).body == "I saw Acme Inc. and Y.\n")
    #expect(try draft("I work at {{company}} with {{name}}. So.", [.company: "Acme Inc. Ltd."]).body == "So.\n")
    #expect(try draft("I work at {{company}}. So.", [.company: "Acme Inc."]).body == "I work at Acme Inc. So.\n")
    #expect(try draft("You said: {{advice}}.", [.advice: "why not?"]).body == "You said: why not?\n")
  }

  @Test func theFirstLineMayBeTheSubject() throws {
    #expect(try draft("Subject: For {{given}}\nHi", [.given: "Ada"]) == Draft(subject: "For Ada", body: "Hi\n"))
    #expect(try draft("Subject: For {{given}}\nHi") == Draft(subject: "Thank you", body: "Hi\n"))
    #expect(try draft("Hi") == Draft(subject: "Thank you", body: "Hi\n"))
  }

  @Test func commentsAndJoinedLinesAreNotSeen() throws {
    #expect(try draft("{{! for\nfriends }}\r\nOne \\\r\ntwo").body == "One two\n")
    #expect(try draft("{{^given}}Nobody{{/given}}{{#given}}{{{given}}} {{&given}}{{/given}}").body == "Nobody\n")
  }

  @Test func factsAreTextAndNothingElse() throws {
    let hostile = "Ada\r\nBcc: x@example.com {{me}} \u{1b}[2J\u{202e}{{{company}}} <&\"'> \u{1}\u{2}"
    let made = try draft("Subject: {{given}}\n{{given}}", [.given: hostile, .me: "Sam"])
    #expect(made.body == "Ada Bcc: x@example.com {me} [2J{company} <&\"'>\n")
    #expect(made.subject == "Ada Bcc: x@example.com {me} [2J{company} <&\"'>")
  }

  @Test func factsOfNothingAreNotKnown() {
    var facts = DraftFacts()
    facts[.given] = " \u{200e}\n\u{1b} "
    #expect(facts[.given] == nil)
    #expect(facts == DraftFacts())
  }

  @Test(
    arguments: [
      ("2026-11-23", "on Monday 23 November"), ("2026-11-09", "on Monday 9 November"), ("2026-11-08", "on 8 November"),
      ("2026-12-07", "on Monday 7 December"), ("2025-11-20", "on 20 November 2025"), ("2026-10", "in October"),
      ("2025-10", "in October 2025"), ("2024", "in 2024"), ("--04-12", nil), ("2024-02-29", "on 29 February 2024"),
    ] as [(String, String?)])
  func daysAreSaidAsInALetter(_ date: String, _ phrase: String?) throws {
    let today = try #require(CivilDay("2026-11-23"))
    #expect(DraftDay.phrase(PartialDate(date), today: today) == phrase)
  }

  @Test func theLongestTemplateIsRead() throws {
    let text = String(repeating: "Hello {{given}}. {{#company}}At {{company}}.{{/company}}\n", count: 290)
    #expect(try draft(text, [.given: "Ada"]).body.split(separator: "\n").count == 290)
  }
}
