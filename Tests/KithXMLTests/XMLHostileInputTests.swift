import KithCore
import KithXML
import Testing

/// Each input is answered with an error, in time and memory that its size accounts for.
@Suite(.timeLimit(.minutes(1))) struct XMLHostileInputTests {
  private let root = "<kith xmlns=\"urn:kith:graph:1\" schema=\"1\">"
  private let person = "<person id=\"11112222-3333-4444-8000-000000000001\"><name>Ada</name></person>\n"

  @Test func billionLaughs() throws {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE kith [<!ENTITY a0 \"ha\">"
    for level in 1...30 { text += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    text += "]>\n\(root)<me id=\"&a30;\"/></kith>"
    #expect(try Harness.error(text) == ImportError(line: 2, "a document type declaration is not taken"))
  }

  @Test func externalEntity() throws {
    let text = "<!DOCTYPE kith [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\(root)<me id=\"&x;\"/></kith>"
    #expect(try Harness.error(text) == ImportError(line: 1, "a document type declaration is not taken"))
    #expect(try Harness.error("\(root)<person id='a'><name>&x;</name></person></kith>") != nil)
  }

  @Test func manyAttributes() throws {
    let attributes = (0..<40_000).map { " a\($0)='1'" }.joined()
    #expect(try Harness.error("\(root)\n<me\(attributes)/></kith>") == ImportError(line: 2, "a tag longer than 64 kB"))
    #expect(
      try Harness.error("<a x='\(String(repeating: ">", count: 70_000))'")
        == ImportError(line: 1, "a tag longer than 64 kB"))
  }

  @Test func deepNesting() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try Harness.error(root + deep)?.message.contains("depth") == true)
  }

  @Test func truncationKeepsWhatCameBefore() throws {
    for cut in ["<person id='a'><na", "<person id='a'>", "<person id='a'><name>x</name></person>", "<"] {
      let text = root + "\n" + String(repeating: person, count: 3000) + cut
      let read = try Harness.attempt(InputSource(bytes: Array(text.utf8)))
      #expect(read.graph.entities.count >= 3000)
      #expect(read.error?.line == 3002)
    }
  }

  @Test func anErrorInTheMiddleKeepsWhatCameBefore() throws {
    let text =
      root + "\n" + String(repeating: person, count: 3000) + "</wrong>" + String(repeating: person, count: 3000)
    let read = try Harness.attempt(InputSource(bytes: Array(text.utf8)))
    #expect((2900...3000).contains(read.graph.entities.count))
    #expect(read.error?.line == 3002)
  }

  @Test(
    arguments: [
      "", " ", "hello", "{\"record\":1}", "<", "<a", "<a/>", "<kith/>", "<kith xmlns='urn:other'/>",
      "<?xml version='1.0'?>",
      "<?xml version='1.0' encoding='UTF-7'?><kith xmlns='urn:kith:graph:1'/>", "<?xml version='1.0'",
      "<kith xmlns='urn:kith:graph:1' schema='4'/>", "<kith xmlns='urn:kith:graph:1' schema='one'/>",
      "<kith xmlns='urn:kith:graph:1'/><kith/>", "<kith xmlns='urn:kith:graph:1'/>text",
      "<kith xmlns='urn:kith:graph:1'><me id='a' id='b'/></kith>", "<kith xmlns='urn:kith:graph:1'>\u{1}</kith>",
      "<kith xmlns='urn:kith:graph:1'><person></kith>",
    ])
  func notAGraph(_ text: String) throws {
    let error = try #require(try Harness.error(text))
    #expect(error.line != nil)
    #expect(!error.message.contains("\n"))
  }

  @Test func otherBytes() throws {
    let text = Array("\(root)\(person)</kith>".utf8)
    #expect(try Harness.error([0xff, 0xfe] + text.flatMap { [$0, 0] })?.line == 1)
    #expect(try Harness.error(text.flatMap { [0, $0] })?.line == 1)
    #expect(try Harness.error(text.flatMap { [$0, 0] })?.line == 1)
    #expect(try Harness.error(Array(root.utf8) + [0x0a, 0x00])?.line == 2)
    #expect(try Harness.error(Array(root.utf8) + [0xff, 0x80]) != nil)
    #expect(
      try Harness.error(Array("<?xml version='1.0'\(String(repeating: " ", count: 5000))encoding='UTF-7'?><a/>".utf8))
        != nil)
  }

  /// Markup characters where they mean nothing must not lead the scan astray.
  @Test func harmlessMarkupPasses() throws {
    let long = String(repeating: "<>'\" ", count: 20_000)
    let text =
      "\(root)<!-- \(long)--><?pi \(long)?>\n<person id='a>b\"'><name><![CDATA[\(long)]]></name></person></kith>"
    let read = try Harness.read(Array(text.utf8))
    #expect(read.graph.entities.first?.name == long)
    #expect(read.graph.entities.first?.id == Identifier(uid: "a>b\""))
  }

  @Test func aFailingInputIsPassedOn() throws {
    struct Broken: Error {}
    var text = Array((root + person).utf8)
    let input = InputSource { target in
      if text.isEmpty { throw Broken() }
      target.copyBytes(from: text)
      defer { text = [] }
      return text.count
    }
    #expect(throws: Broken.self) { try Harness.read(input) }
  }

  /// What the scan keeps between two reads must not depend on where the first one ended.
  @Test func anySplitIsReadAlike() throws {
    let text = Array(
      "\(root)<!--a>- -->\n<person id='a>\"'><name>x<![CDATA[<!]]]>y<?p <?></name></person><!---></kith>".utf8)
    for split in text.indices {
      var parts = [text[split...], text[..<split]]
      let input = InputSource { target in
        while let part = parts.popLast() {
          if part.isEmpty { continue }
          let taken = part.prefix(target.count)
          if taken.count < part.count { parts.append(part.dropFirst(taken.count)) }
          target.copyBytes(from: taken)
          return taken.count
        }
        return 0
      }
      let read = try Harness.attempt(input)
      #expect(read.graph.entities.map(\.name) == ["x<!]y"])
      #expect(read.error?.line == 2)
    }
  }
}
