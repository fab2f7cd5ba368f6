import KithConformance
import KithCore
import KithTesting
import KithXCard
import Testing

/// Each input is answered, in time and memory that its size accounts for.
@Suite(.timeLimit(.minutes(5))) struct XCardHostileInputTests {
  private let root = "<vcards xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\">"
  private let card = "<vcard><fn><text>Ada</text></fn></vcard>\n"

  private func attempt(_ text: String) throws -> (names: [String], log: DiagnosticLog, error: ImportError?) {
    let (collector, log) = (GraphCollector(), DiagnosticLog())
    let input = InputSource(bytes: Array(text.utf8))
    let format = XCardFormat()
    var error: ImportError?
    do {
      try format.importRecords(in: Harness.importContext(input, of: format.format, log) { collector.receive($0) })
    } catch let thrown as ImportError {
      error = thrown
    }
    return (collector.entities.map(\.name), log, error)
  }

  @Test func `entities and document types are not taken`() throws {
    let text = "<!DOCTYPE vcards [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\(root)\(card)</vcards>"
    #expect(try attempt(text).error == ImportError(line: 1, "a document type declaration is not taken"))
    #expect(try attempt("\(root)<vcard><fn><text>&x;</text></fn></vcard></vcards>").error != nil)
  }

  @Test func `long tags and deep nesting`() throws {
    let attributes = (0..<40_000).map { " a\($0)='1'" }.joined()
    let answer = try attempt("\(root)\n\(card)<vcard\(attributes)/></vcards>")
    #expect(answer.error == ImportError(line: 3, "a tag longer than 64 kB"))
    #expect(answer.names == ["Ada"])
    #expect(try attempt(root + String(repeating: "<a>", count: 100_000)).error?.message.contains("depth") == true)
  }

  @Test(arguments: ["</wrong>", "<vcard><fn><text>Grace", "<vcard>", "<", "<vcard><fn><text>\u{1}</text></fn></vcard>"])
  func `what came before an error is kept`(_ rest: String) throws {
    let answer = try attempt(root + "\n" + String(repeating: card, count: 3000) + rest)
    #expect(answer.names == Array(repeating: "Ada", count: answer.names.count))
    #expect((2900...3000).contains(answer.names.count))
    #expect(answer.error?.line == 3002)
  }

  @Test(
    arguments: [
      " ", "hello", "{}", "<", "<a/>", "<vcards/>", "<vcards xmlns='urn:other'/>", "<?xml version='1.0'?>",
      "<vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0'/><vcards/>",
      "<?xml version='1.0' encoding='UTF-7'?><vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>",
    ])
  func `not an xCard`(_ text: String) throws { #expect(try attempt(text).error?.line != nil) }

  @Test func `a file without cards says so`() throws {
    let answer = try attempt(root + "<other/></vcards>")
    #expect(answer.error == nil)
    #expect(answer.log.groups.map(\.first.code).sorted() == ["no-cards", "unknown-element"])
  }

  /// Four times the input takes about four times the time.
  @Test(arguments: ["group", "property", "value", "parameter", "text"]) func `time grows with the input`(_ what: String)
    throws
  {
    func text(_ count: Int) -> String {
      let piece =
        switch what {
        case "group": "<group name='a'><note><text>x</text></note></group>"
        case "property": "<x-a><text>x</text></x-a>"
        case "value": "<text>x</text>"
        case "parameter": "<x-p><text>x</text></x-p>"
        default: "x\\,;&amp;\n"
        }
      let many = String(repeating: piece, count: count)
      let body =
        switch what {
        case "group", "property": many
        case "value": "<nickname>\(many)</nickname>"
        case "parameter": "<note><parameters>\(many)</parameters><text>x</text></note>"
        default: "<note><text>\(many)</text></note>"
        }
      return "\(root)<vcard><fn><text>Ada</text></fn>\(body)</vcard></vcards>"
    }
    let texts = [5000: text(5000), 20_000: text(20_000)]
    let growth = try ProcessorTime.growth(from: 5000) { count in
      let names = try attempt(texts[count, default: ""]).names
      #expect(names == ["Ada"])
    }
    #expect(growth <= ProcessorTime.linear)
  }
}
