import KithCore
import KithJSONLines
import Testing

@Suite struct JSONLinesReadingTests {
  private let header = "{\"record\":\"graph\",\"schema\":1}"

  @Test func whatIsLeftOutIsFilledIn() throws {
    let text = "{ \"kind\" : \"company\", \"name\" : \"Acme\", \"record\" : \"entity\" }"
    let entity = try #require(try Harness.read(header, text).graph.entities.first)
    #expect(entity.id == Identifier(name: "jsonl:companyAcme"))
    #expect(entity.created == Harness.now)
    #expect(entity.modified == Harness.now)
    #expect(try Harness.read(text).graph.entities == [entity])
  }

  @Test func foreignIdsKeepTheirIdentity() throws {
    let read = try Harness.read("{\"record\":\"me\",\"id\":\"crm-17\"}")
    #expect(read.graph.owner == Identifier(uid: "crm-17"))
  }

  @Test func endsMayBeNamedOrMe() throws {
    let read = try Harness.read(
      header,
      "{\"record\":\"relation\",\"subject\":\"me\",\"type\":\"worksFor\",\"object\":{\"name\":\"Acme\",\"kind\":\"company\"}}"
    )
    #expect(read.named == [ImportedRelation(.me, .worksFor, .named("Acme", .company))])
  }

  @Test func anUnknownRelationBecomesRelated() throws {
    let read = try Harness.read(
      header, "{\"record\":\"relation\",\"subject\":\"a\",\"type\":\"sharesADeskWith\",\"object\":\"b\"}")
    #expect(read.graph.relations.first?.type == .related)
    #expect(read.graph.relations.first?.title == "sharesADeskWith")
    #expect(read.remarks == ["warning unknown-relation x1 @2"])
  }

  @Test func unknownMembersAreCounted() throws {
    let read = try Harness.read(
      "{\"record\":\"entity\",\"kind\":\"person\",\"name\":\"Ada\",\"shoe\":{\"size\":[38,null]},\"tags\":null,"
        + "\"emails\":[{\"address\":\"a@example.com\",\"since\":1}]}")
    #expect(read.graph.entities.first?.emails == [EmailAddress("a@example.com")])
    #expect(read.remarks == ["warning unknown-key x2 @1"])
  }

  @Test func badLinesAreReportedAndTheRestIsRead() throws {
    let read = try Harness.read(
      header, "", "not json", "{\"record\":\"planet\"}", "{\"record\":\"entity\",\"kind\":\"person\",\"name\":\"\"}",
      "{\"record\":\"interaction\",\"date\":\"2026-13-01\"}",
      "{\"record\":\"entity\",\"kind\":\"alien\",\"name\":\"x\"}",
      "{\"id\":1}", "{\"record\":\"me\",\"id\":\"a\"} trailing",
      "{\"record\":\"entity\",\"kind\":\"person\",\"name\":\"Ada\"}",
      "{\"record\":\"me\",\"id")
    #expect(read.graph.entities.map(\.name) == ["Ada"])
    #expect(read.graph.owner == nil)
    #expect(read.remarks == ["skipped bad-line x7 @3,5,6", "skipped unknown-record x1 @4"])
  }

  @Test func aWrongDateIsNamed() throws {
    let read = try Harness.read(header, "{\"record\":\"interaction\",\"date\":\"2026-13-01\"}")
    #expect(read.log.groups.first?.first.message == "column 32: '2026-13-01' is no date such as 2026-11-02")
  }

  @Test(arguments: ["hello", "[1]", "{\"name\":1}", "{\"record\":\"planet\"}", "{", "\u{1}", "\"record\"", "{}"])
  func anotherFormatIsRefused(_ text: String) throws {
    #expect(throws: ImportError.self) { try Harness.read(text, header) }
  }

  @Test func aNewerSchemaIsRefused() throws {
    #expect(throws: ImportError(line: 1, "schema 4 is newer than 3, the newest known")) {
      try Harness.read("{\"record\":\"graph\",\"schema\":4}")
    }
  }

  @Test func bytesThatAreNotUTF8AreRepaired() throws {
    let start = Array("{\"record\":\"entity\",\"kind\":\"person\",\"name\":\"A".utf8)
    for bad in [[0xff], [0x00], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]] as [[UInt8]] {
      let read = try Harness.read(start + bad + Array("Z\"}\n".utf8))
      #expect(read.graph.entities.first?.name.contains("\u{fffd}") == true)
      #expect(read.remarks == ["warning not-utf8 x1 @1"])
    }
    let truncated = try Harness.read(start + [0xe2, 0x82])
    #expect(truncated.graph.entities.isEmpty)
  }

  @Test func byteOrderMarkAndOtherLineEnds() throws {
    let me = "{\"record\":\"me\",\"id\":\"a\"}"
    for text in ["\u{feff}\(header)\r\n\(me)\r\n", "\n\r\n  \(header)\n\t\(me)", "\(header)\r\(me)\r"] {
      #expect(try Harness.read(Array(text.utf8)).graph.owner == Identifier(uid: "a"))
    }
  }

  @Test func deepNestingIsAnswered() throws {
    let deep = "{\"record\":\"me\",\"x\":" + String(repeating: "[", count: 100_000)
    #expect(try Harness.read(header, deep).remarks == ["skipped bad-line x1 @2"])
  }

  @Test func aLineBeyondTheLimitIsSkipped() throws {
    var rest = 130 << 20
    var lines = [Array("\n{\"record\":\"me\",\"id\":\"a\"}".utf8), Array((header + "\n").utf8)]
    let input = InputSource { target in
      if lines.count == 1, rest > 0 {
        let count = min(rest, target.count)
        UnsafeMutableRawBufferPointer(rebasing: target[..<count]).initializeMemory(as: UInt8.self, repeating: 0x7b)
        rest -= count
        return count
      }
      guard let line = lines.popLast() else { return 0 }
      target.copyBytes(from: line)
      return line.count
    }
    let read = try Harness.read(input)
    #expect(read.remarks == ["skipped long-line x1 @2"])
    #expect(read.graph.owner != nil)
  }

  @Test func recognizesItsOwn() {
    let format = JSONLinesFormat()
    #expect(format.recognizes(Array(" \n{\"record\":\"graph\"}".utf8)))
    #expect(format.recognizes([0xef, 0xbb, 0xbf] + Array("{\"id\":1,\"record\":\"me\"}".utf8)))
    #expect(!format.recognizes(Array("{\"name\":\n\"record\"}".utf8)))
    #expect(!format.recognizes(Array("record,{".utf8)))
    #expect(!format.recognizes([]))
  }

  @Test func anUnknownAnniversaryKeepsItsWord() throws {
    let read = try Harness.read(
      "{\"record\":\"entity\",\"kind\":\"person\",\"name\":\"Ada\",\"anniversaries\":[{\"kind\":\"hiring\",\"date\":\"1840\"}]}"
    )
    let kept = try #require(read.graph.entities.first?.anniversaries.first)
    #expect(kept == Anniversary(.other, on: PartialDate(year: 1840)!, details: ContactDetails(label: "hiring")))
  }

  @Test func followUpsAreOpenAndMineUnlessTheySayOtherwise() throws {
    let read = try Harness.read("{\"record\":\"followUp\",\"act\":\"thank\",\"entity\":\"ada\"}")
    let followUp = try #require(read.graph.followUps.first)
    #expect(followUp.state == .open && followUp.owedBy == .me && followUp.due == nil)
    #expect(followUp.created == Harness.now)
    #expect(followUp.entity == Identifier(uid: "ada"))
  }

  @Test(arguments: [
    "{\"record\":\"followUp\",\"act\":\"thank\"}", "{\"record\":\"followUp\",\"act\":\"hug\",\"entity\":\"a\"}",
    "{\"record\":\"followUp\",\"act\":\"thank\",\"entity\":\"a\",\"due\":\"2026-11\"}",
    "{\"record\":\"followUp\",\"act\":\"thank\",\"entity\":\"a\",\"state\":\"done\"}",
    "{\"record\":\"followUp\",\"act\":\"thank\",\"entity\":\"a\",\"on\":\"2026-11-02\"}",
    "{\"record\":\"feedback\",\"text\":\"well\"}",
    "{\"record\":\"feedback\",\"giver\":\"a\",\"steps\":[{\"date\":\"2026\"}]}",
    "{\"record\":\"introduction\",\"connector\":\"a\"}",
    "{\"record\":\"introduction\",\"connector\":\"a\",\"person\":\"b\",\"steps\":[{\"kind\":\"agreed\",\"by\":\"all\"}]}",
    "{\"record\":\"keepInTouch\",\"entity\":\"a\",\"every\":\"6\",\"since\":\"2026-11-02\"}",
    "{\"record\":\"keepInTouch\",\"entity\":\"a\",\"every\":\"6w\"}",
  ])
  func whatMakesNoSenseIsSkipped(_ line: String) throws {
    let read = try Harness.read(header, line)
    #expect(read.remarks == ["skipped bad-line x1 @2"])
    #expect(read.graph.followUps.isEmpty && read.graph.feedback.isEmpty && read.graph.keepInTouch.isEmpty)
    #expect(read.graph.introductions.isEmpty)
  }
}
