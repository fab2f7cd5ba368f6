import KithConformance
import KithCore
import KithJCard
import KithTesting
import Testing

/// Each input is answered, in time and memory that its size accounts for.
@Suite(.timeLimit(.minutes(5))) struct JCardHostileInputTests {
  private let card = #"["vcard",[["fn",{},"text","Ada"]]]"#

  private func attempt(_ text: String, log: DiagnosticLog = DiagnosticLog()) throws -> (
    names: [String], error: ImportError?
  ) {
    let answer = try Harness.attempt(InputSource(bytes: Array(text.utf8)), log: log)
    return (Harness.names(answer.records), answer.error)
  }

  @Test(arguments: ["[\"vcard\",[[\"fn\",{},\"text\",\"Gra", "[", "[\"vcard\",", "", "[\"vcard\",[[\"fn"])
  func `what came before the end of a cut file is kept`(_ rest: String) throws {
    let answer = try attempt("[" + String(repeating: card + ",\n", count: 3000) + rest)
    #expect(answer.names.count == 3000)
    #expect(answer.error == ImportError(line: 3001, "the file ends early"))
  }

  @Test(arguments: ["hello", "{\"vcard\":[]}", "\"vcard\"", "7", "]", "\u{1}", "[\"vcard\""])
  func `not a jCard`(_ text: String) throws { #expect(try attempt(text).error?.line == 1) }

  @Test(arguments: [
    " ", "[]", "[[]]", "[[\"vcard\"]]", "[\"vcard\",7]", "[\"other\",[]]", "[{\"fn\":\"Ada\"}]", "[1,2]", "[[],\u{1}]",
    "[7\u{0}\u{1}}]",
  ])
  func `a file without cards says so`(_ text: String) throws {
    let log = DiagnosticLog()
    let answer = try attempt(text, log: log)
    #expect(answer.names == [] && answer.error == nil)
    #expect(log.groups.map(\.first.code).last == "no-cards")
  }

  @Test func `a broken card is left out`() throws {
    let log = DiagnosticLog()
    let broken = [#"["vcard",[["fn",{},"text" "Eve"]]]"#, #"["vcard",[["fn",{},"text","Eve"}]]"#, #"["vcard",[tru]]"#]
    let text = "[" + broken.map { $0 + ",\n" + card + ",\n" }.joined() + card + "]"
    let answer = try attempt(text, log: log)
    #expect(answer.names == Array(repeating: "Ada", count: 4) && answer.error == nil)
    #expect(log.groups.first { $0.first.code == "bad-property" }?.lines == [1, 3])
    #expect(log.groups.first { $0.first.code == "bad-record" }?.lines == [5])
  }

  @Test func `deep nesting`() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    for text in [deep, "[\(card),\(deep),\(card)]", #"["vcard",[["fn",{},"text","Ada"],["x-a",{},"text",\#(deep)]]]"#] {
      let log = DiagnosticLog()
      _ = try attempt(text, log: log)
      #expect(!log.groups.isEmpty)
    }
    #expect(try attempt("[\(card),\(deep),\(card)]").names == ["Ada", "Ada"])
  }

  @Test func `hostile strings`() throws {
    let name = "Ada\\u0000\\ud800 \\u001b[2J\\\"]]]"
    let answer = try attempt(#"["vcard",[["fn",{},"text","\#(name)"],["x:y;z\r\n",{"a\"b":"c\nd"},"te;xt","v\nw"]]]"#)
    #expect(answer.names == ["Ada\u{fffd} \u{1b}[2J\"]]]"])
  }

  @Test func `other bytes`() throws {
    let log = DiagnosticLog()
    let text = Array(card.utf8)
    let latin = text.map { $0 == UInt8(ascii: "d") ? 0xe9 : $0 }
    let damaged = try Harness.attempt(InputSource(bytes: latin), log: log)
    #expect(damaged.error == nil)
    #expect(try Harness.attempt(InputSource(bytes: [0xff, 0xfe] + text.flatMap { [$0, 0] })).error?.line == 1)
    let foreign = Array(#"["vcard",[["fn",{},"text","Ad"#.utf8) + [0xe9] + Array(#""]]]"#.utf8)
    #expect(Harness.names(try Harness.attempt(InputSource(bytes: foreign), log: log).records) == ["Ad\u{fffd}"])
    #expect(log.groups.map(\.first.code).contains("not-utf-8"))
  }

  /// Four times the input takes about four times the time.
  @Test(arguments: ["property", "value", "component", "parameter", "text", "card"])
  func `time grows with the input`(_ what: String) throws {
    func text(_ count: Int) -> String {
      func many(_ piece: String) -> String { Array(repeating: piece, count: count).joined(separator: ",") }
      let property =
        switch what {
        case "property": many(#"["x-a",{},"text","x"]"#)
        case "value": #"["nickname",{},"text",\#(many("\"x\""))]"#
        case "component": #"["x-a",{},"text",[\#(many("\"x\""))]]"#
        case "parameter": #"["note",{"x-a":[\#(many("\"x\""))]},"text","x"]"#
        case "text": #"["note",{},"text","\#(many("\\\\\\\"\\u00e9"))"]"#
        default: many(#"["note",{},"text","x"]]],["vcard",[["fn",{},"text","Ada"]"#)
        }
      return #"[["vcard",[["fn",{},"text","Ada"],\#(property)]]]"#
    }
    let texts = [5000: text(5000), 20_000: text(20_000)]
    let growth = try ProcessorTime.growth(from: 5000) { count in
      let answer = try attempt(texts[count, default: ""])
      #expect(answer.names.first == "Ada" && answer.error == nil)
    }
    #expect(growth <= ProcessorTime.linear)
  }
}
