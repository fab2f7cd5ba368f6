import KithCore
import Testing

@testable import KithJSContact

@Suite struct FileTests {
  private let ada =
    #"{"@type":"Card","version":"1.0","uid":"urn:uuid:6b697468-0000-4000-8000-000000000002","#
    + #""name":{"full":"Ada Lovelace"},"emails":{"e1":{"address":"ada@example.com","pref":1}}}"#
  private let grace = #"{"@type":"Card","version":"1.0","uid":"grace","name":{"full":"Grace Hopper"}}"#

  @Test func oneCardManyCardsAndLines() throws {
    for text in [
      ada, "[\(ada)]", "  [ \(ada) , \(grace) ]\n", "\(ada)\n\(grace)\n", "\(ada)\(grace)",
      "\u{feff}[\n\(ada),\n\(grace)\n]",
    ] {
      let reading = try read(text)
      #expect(reading.entities.first?.name == "Ada Lovelace")
      #expect(reading.entities.count == (text.contains("Grace") ? 2 : 1))
      #expect(reading.codes.isEmpty, "\(reading.codes)")
      #expect(JSContactFormat().recognizes(Array(text.utf8.prefix(4096))))
    }
  }

  @Test func byteByByteIsTheSame() throws {
    let text = "[\n\(ada),\n\(grace)\n]\n"
    let reading = try read(bytes: Array(text.utf8), chunk: 1)
    #expect(try read(text).entities == reading.entities)
  }

  @Test func aBrokenCardCostsOnlyItself() throws {
    let reading = try read("[\(ada),\n{\"@type\":\"Card\",\"uid\":x},\n\(grace)]")
    #expect(reading.entities.map(\.name) == ["Ada Lovelace", "Grace Hopper"])
    #expect(reading.codes == ["no-json"])
    #expect(reading.log.groups.first?.lines == [2])
  }

  @Test func anUnendedStringCostsOnlyItsLine() throws {
    let reading = try read("{\"@type\":\"Card\",\"uid\":\"x\n\(grace)\n")
    #expect(reading.entities.map(\.name) == ["Grace Hopper"])
    #expect(reading.codes == ["broken-card"])
  }

  @Test func whatIsNoCardIsSaid() throws {
    let reading = try read("[\(ada),{\"@type\":\"Event\",\"uid\":\"1\"},{},\"text\"]")
    #expect(reading.entities.count == 1)
    #expect(reading.codes == ["no-card", "junk"])
  }

  @Test func nothingThatIsACardIsAnError() {
    for text in ["{}", "[1,2]", "BEGIN:VCARD", "x", "[{\"record\":\"entity\"}]"] {
      #expect(throws: ImportError.self) { try read(text) }
    }
    #expect(throws: Never.self) { try read("") }
    #expect(throws: Never.self) { try read("[]\n") }
  }

  @Test func missingTypeAndVersionAreWarnings() throws {
    #expect(try read(#"{"uid":"1","name":{"full":"Ada"}}"#).codes == ["no-type", "no-version"])
    let other = try read(#"{"@type":"Card","version":"9.9","uid":"1","name":{"full":"Ada"}}"#)
    #expect(other.codes == ["other-version"])
    #expect(other.only?.name == "Ada")
  }

  @Test func otherJSONIsNotRecognized() {
    for text in [
      #"{"record":"graph","schema":1}"#, #"["vcard",[["version",{},"text","4.0"]]]"#, #"[["vcard",[]]]"#, "[]", "{}",
      "",
      #"{"record":"entity","name":{},"emails":{}}"#, #"{"name":"x","version":"1.0"}"#, "BEGIN:VCARD",
    ] {
      #expect(!JSContactFormat().recognizes(Array(text.utf8)), "\(text)")
    }
    #expect(JSContactFormat().recognizes(Array(#"{"name":{"full":"A"},"emails":{"1":{"address":"a@b"}}"#.utf8)))
  }

  @Test func writtenIsAnArrayWithACardALine() throws {
    var graph = InMemoryGraph()
    #expect(try write(graph) == "[]\n")
    graph.entities = try read("[\(ada),\(grace)]").entities
    let lines = try write(graph).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.first == "[" && lines.last == "]")
    #expect(lines[1].hasPrefix(#"{"@type":"Card","version":"1.0","uid":"#))
  }
}
