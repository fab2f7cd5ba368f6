import KithCore
import KithXML
import Testing

@Suite struct XMLReadingTests {
  private let id = "id=\"11112222-3333-4444-8000-000000000001\""

  @Test func badRecordsAreReportedAndTheRestIsRead() throws {
    let read = try Harness.read(
      "<person \(id)><name>Ada</name></person>",
      "<interaction \(id) date='2026-13-01'><channel>x</channel></interaction>",
      "<person><name>x</name></person>", "<person \(id)><email><address>y</address></email></person>",
      "<planet><a/></planet>",
      "<relation subject='a' type='owns' object='b'/>", "<person \(id)><name encoding='rot13'>x</name></person>",
      "<person \(id)><preference>x</preference><name encoding='base64'>*</name></person>",
      "<company \(id)><name>Acme</name></company>")
    #expect(read.error == nil)
    #expect(read.graph.entities.map(\.name) == ["Ada", "Acme"])
    #expect(read.graph.entities.first?.created == Harness.now)
    #expect(read.remarks == ["skipped bad-record x6 @3,4,5", "skipped unknown-record x1 @6"])
    #expect(read.log.groups.first?.first.message == "'2026-13-01' is no date such as 2026-11-02")
  }

  @Test func strangersArePassedOver() throws {
    let read = try Harness.read(
      "<!-- c --><?pi x?><person \(id) shoe='38' xmlns:o='urn:other' o:id='2'><o:name>no</o:name>text"
        + "<name>A<!-- c -->d<![CDATA[a <&]]> <b>x</b></name><shoe><size>38</size></shoe></person>")
    #expect(read.graph.entities.map(\.name) == ["Ada <& "])
    #expect(read.remarks == ["warning unknown-element x6 @2"])
  }

  @Test func prefixesMakeNoDifference() throws {
    let text =
      "\u{feff}<?xml version='1.0' encoding='utf-8'?>\n<k:kith xmlns:k='urn:kith:graph:1' schema='1'><k:me id='x'/></k:kith>"
    #expect(try Harness.read(Array(text.utf8)).graph.owner == Identifier(uid: "x"))
  }

  @Test func linesAreCountedBeyondSixteenBits() throws {
    let records = Array(repeating: "<me \(id)/>", count: 70_000) + ["<me/>"]
    #expect(try Harness.read(records.joined(separator: "\n")).remarks == ["skipped bad-record x1 @70002"])
  }

  @Test func recognizesItsOwn() throws {
    let format = XMLFormat()
    #expect(format.recognizes(Array(try Harness.export(InMemoryGraph()))))
    #expect(format.recognizes(Array("\u{feff}<!-- c -->\n<kith xmlns='urn:kith:graph:1'>".utf8)))
    #expect(!format.recognizes(Array("<vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>".utf8)))
    #expect(!format.recognizes([0xff, 0xfe, 0x3c, 0]))
  }

  @Test(arguments: [
    "<followUp id='a' act='thank'/>", "<followUp id='a' act='hug' entity='b'/>",
    "<followUp id='a' act='thank' entity='b' due='2026-11'/>", "<followUp id='a' act='thank' entity='b' state='done'/>",
    "<introduction id='a' connector='b'/>", "<introduction id='a' connector='b' person='c'><step/></introduction>",
    "<feedback id='a'><text>well</text></feedback>", "<feedback id='a' giver='b'><step date='2026'/></feedback>",
    "<keepInTouch entity='a' every='6' since='2026-11-02'/>", "<keepInTouch entity='a' every='6w'/>",
  ])
  func whatMakesNoSenseIsSkipped(_ element: String) throws {
    let read = try Harness.read(element, "<followUp id='a' act='thank' entity='b'/>")
    #expect(read.remarks == ["skipped bad-record x1 @2"])
    #expect(read.graph.followUps.map(\.state) == [.open])
  }
}
