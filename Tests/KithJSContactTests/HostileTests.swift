import Foundation
import KithCore
import KithTesting
import KithVCard
import Testing

@testable import KithJSContact

/// Input that is there to break, and time that grows no faster than the input.
@Suite(.serialized) struct HostileTests {
  private static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
    ("emails", { n in "\"emails\":{" + many(n) { "\"e\($0)\":{\"address\":\"a\($0)@example.com\"}" } + "}" }),
    ("unknown", { n in many(n) { "\"x\($0)\":{\"y\":[\($0)]}" } }),
    (
      "components",
      { n in "\"name\":{\"components\":[" + many(n) { "{\"kind\":\"given\",\"value\":\"\($0)\"}" } + "]}" }
    ),
    ("keywords", { n in "\"keywords\":{" + many(n) { "\"k\($0)\":true" } + "}" }),
    (
      "localizations",
      { n in
        "\"name\":{\"components\":[" + many(n) { "{\"kind\":\"given\",\"value\":\"\($0)\"}" } + "]},\"localizations\":{"
          + many(n) { "\"x-\($0)\":{\"name/sortAs\":{\"given\":\"a\"}}" } + "}"
      }
    ),
    ("kept", { n in "\"vCardProps\":[" + many(n) { "[\"x-\($0)\",{\"group\":\"g\($0)\"},\"unknown\",\"1\"]" } + "]" }),
    (
      "parameters",
      { n in "\"emails\":{\"e\":{\"address\":\"a\",\"vCardParams\":{" + many(n) { "\"p\($0)\":\"v\"" } + "}}}" }
    ),
    (
      "titles",
      { n in
        "\"organizations\":{" + many(n) { "\"o\($0)\":{\"name\":\"x\"}" } + "},\"titles\":{"
          + many(n) { "\"t\($0)\":{\"name\":\"x\",\"organizationId\":\"o\($0)\"}" } + "}"
      }
    ),
    ("escapes", { n in "\"note\":\"" + String(repeating: "\\u0041\\n", count: n * 4) + "\"" }),
  ]

  private static func many(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: ",")
  }

  @Test(arguments: HostileTests.shapes.map(\.name)) func timeIsLinear(shape: String) throws {
    let make = try #require(HostileTests.shapes.first { $0.name == shape }?.text)
    func text(_ count: Int) -> String {
      "{\"@type\":\"Card\",\"version\":\"1.0\",\"uid\":\"1\"," + make(count) + "}"
    }
    let texts = [1000: text(1000), 4000: text(4000)]
    let growth = try ProcessorTime.growth(from: 1000) { count in
      let card = try JSONTreeReader.value(of: texts[count, default: ""]).object
      _ = LineBuilder.lines(of: card ?? JSONObject())
    }
    #expect(growth <= ProcessorTime.linear)
  }

  private static let lineShapes: [(name: String, line: @Sendable (Int) -> String)] = [
    ("emails", { "EMAIL:a\($0)@example.com" }), ("groups", { "g\($0).TEL:+1\($0)" }),
    ("titles", { "g\($0).ORG:A\ng\($0).TITLE:B" }), ("birthplaces", { "BDAY:1815121\($0 % 10)\nBIRTHPLACE:x\($0)" }),
    ("positions", { "g\($0).ADR:;;a;;;;\ng\($0).GEO:geo:1,\($0)" }),
    ("languages", { "TITLE;ALTID=1;LANGUAGE=x-\($0):a\($0)" }), ("sounds", { "N;PHONETIC=x;LANGUAGE=x-\($0):a" }),
    ("names", { "N:a\($0);b\nFN;X=1:c\($0)" }), ("jsprops", { "JSPROP;JSPTR=x\($0):{\"a\":\($0)}" }),
    ("members", { "MEMBER;PREF=1:urn:x:\($0)" }), ("related", { "RELATED;TYPE=a\($0):urn:x:1" }),
    ("tags", { "CATEGORIES;X=\($0):a\($0),b" }), ("ids", { "URL;PROP-ID=k\($0 * 2):x:\($0)" }),
  ]

  @Test(arguments: HostileTests.lineShapes.map(\.name)) func timeOfLinesIsLinear(shape: String) throws {
    let make = try #require(HostileTests.lineShapes.first { $0.name == shape }?.line)
    let lines = (0..<3000).map { VCardText.lines(make($0)) }
    let growth = ProcessorTime.growth(from: 750) { count in
      _ = CardBuilder.card(of: lines.prefix(count).flatMap { $0 }, keepingSpelling: true)
    }
    #expect(growth <= ProcessorTime.linear)
  }

  @Test func depthIsBounded() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let reading = try read("[{\"@type\":\"Card\",\"uid\":\"1\",\"x\":\(deep)},{\"@type\":\"Card\",\"uid\":\"2\"}]")
    #expect(reading.codes.contains("no-json"))
    var lines = [ContentLine(name: "FN", value: "Ada")]
    var pointer = "x"
    for _ in 0..<2000 {
      lines.append(ContentLine(name: "JSPROP", parameters: [Parameter(name: "JSPTR", values: [pointer])], value: "{}"))
      pointer += "/x"
    }
    var lost = 0
    let card = CardBuilder.card(of: lines) { _, _ in lost += 1 }
    #expect(lost == 2000 - JSONPointer.longest)
    #expect(JSONValue.object(card).compactText.utf8.count < 1000)
  }

  @Test func strangeNumbersAreNotWritten() throws {
    #expect(throws: JSONError.self) { try JSONTreeReader.value(of: "[01]") }
    #expect(throws: JSONError.self) { try JSONTreeReader.value(of: "[1.]") }
    #expect(throws: JSONError.self) { try JSONTreeReader.value(of: "[-]") }
    #expect(try JSONTreeReader.value(of: "[1.50e+3,-0]").compactText == "[1.50e+3,-0]")
  }

  @Test func pointersWithEscapes() {
    #expect(JSONPointer(parsing: "a/b~1c~0d~01").tokens == ["a", "b/c~d~1"])
    #expect(JSONPointer(parsing: "/a/b~1c~0d~01").text == "a/b~1c~0d~01")
  }
}
