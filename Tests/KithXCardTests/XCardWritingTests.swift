import KithConformance
import KithCore
import KithTesting
import KithXCard
import Testing

@Suite struct XCardWritingTests {
  private func text(_ entity: Entity, log: DiagnosticLog = DiagnosticLog()) throws -> String {
    var graph = InMemoryGraph()
    graph.entities = [entity]
    return String(decoding: try Harness.export(graph, in: XCardFormat(), log: log), as: UTF8.self)
  }

  @Test func `a card`() throws {
    var ada = Harness.person("Ada & Lovelace")
    ada.personName = PersonName(family: ["Lovelace"], given: ["Ada", "Augusta"], suffixes: ["a;b", "c"])
    let parameters = [Parameter(name: "X-A", values: ["<"]), Parameter(name: "ALTID", values: ["1"])]
    ada.phones = [
      PhoneNumber("+1", details: ContactDetails(types: ["work", "cell"], label: "Desk", preference: 1)),
      PhoneNumber("+2", details: ContactDetails(types: ["home"], preference: 2, parameters: parameters)),
    ]
    ada.addresses = [PostalAddress(street: ["12, Dorset Street"], locality: ["London"])]
    ada.anniversaries = [
      Anniversary(.birth, on: try #require(PartialDate(year: 1815, month: 12, day: 10))),
      Anniversary(.wedding, on: try #require(PartialDate(year: 1835))),
    ]
    ada.tags = ["one, two", "three"]
    ada.notes = ["a]]>b\n\\n"]
    ada.keptProperties = [
      KeptProperty(format: "vcard", name: "X-RAW", value: "a\\,b;c"),
      KeptProperty(format: "vcard", name: "1GROUP", value: ""),
      KeptProperty(format: "vcard", name: "GROUP", value: "x"),
      KeptProperty(format: "vcard", name: "BDAY", value: "T1022"),
    ]
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">
      <vcard><uid><uri>urn:uuid:6b697468-0000-4000-8000-000000000001</uri></uid>\
      <fn><text>Ada &amp; Lovelace</text></fn>\
      <n><surname>Lovelace</surname><given>Ada</given><given>Augusta</given><additional/><prefix/>\
      <suffix>a;b</suffix><suffix>c</suffix></n>\
      <group name="item1"><tel><parameters><pref><integer>1</integer></pref>\
      <type><text>work</text><text>cell</text></type></parameters><text>+1</text></tel>\
      <x-ablabel><text>Desk</text></x-ablabel></group>\
      <tel><parameters><altid><text>1</text></altid><pref><integer>2</integer></pref><type><text>home</text></type>\
      <x-a><text>&lt;</text></x-a></parameters><text>+2</text></tel>\
      <adr><pobox/><ext/><street>12, Dorset Street</street><locality>London</locality><region/><code/><country/></adr>\
      <bday><date>18151210</date></bday><anniversary><date>1835</date></anniversary>\
      <note><text>a]]&gt;b
      \\n</text></note><categories><text>one, two</text><text>three</text></categories>\
      <x-raw><unknown>a\\,b;c</unknown></x-raw><_1group><unknown></unknown></_1group>\
      <_group><unknown>x</unknown></_group><bday><time>1022</time></bday>\
      <created><timestamp>20260921T141320Z</timestamp></created><rev><timestamp>20260921T141320Z</timestamp></rev></vcard>
      </vcards>

      """
    #expect(try text(ada) == expected)
  }

  @Test func `what XML cannot hold is a loss`() throws {
    let log = DiagnosticLog()
    var ada = Harness.person("Ada\u{fffe}\u{1f600}")
    ada.addresses = [PostalAddress(street: ["x"], formatted: "\u{ffff}")]
    let written = try text(ada, log: log)
    #expect(written.contains("<text>Ada\u{fffd}\u{1f600}</text>") && written.contains("<label><text>\u{fffd}</text>"))
    #expect(log.groups.map(\.first.code) == ["xml-characters"])
  }

  /// Pieces end between characters and behind escapes, whatever the length.
  @Test(arguments: [65_530, 65_535, 65_536, 65_537, 131_072])
  func `long values come back`(_ length: Int) throws {
    for filler in ["x", "\\", ";", "é", "\n", "&", "\u{202e}"] {
      var ada = Harness.person("Ada")
      ada.notes = [String(repeating: "a", count: length % 7) + String(repeating: filler, count: length / 3) + ";,"]
      ada.personName = PersonName(family: [ada.notes[0], "b"], given: ["c"])
      let bytes = Array(try text(ada).utf8)
      guard case .entity(let read)? = try Harness.records(bytes, in: XCardFormat()).first else {
        Issue.record("no card")
        return
      }
      #expect(read.notes == ada.notes && read.personName == ada.personName, "\(filler.debugDescription) \(length)")
    }
  }

  @Test func `a large photo comes back`() throws {
    var ada = Harness.person("Ada")
    ada.photo = .data(mediaType: "image/png", bytes: (0..<4_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) })
    let written = try text(ada)
    #expect(written.contains("<?more?>"))
    guard case .entity(let read)? = try Harness.records(Array(written.utf8), in: XCardFormat()).first else {
      Issue.record("no card")
      return
    }
    #expect(read.photo == ada.photo)
  }

  /// Four times the parameters, or values, take about four times the time.
  @Test(arguments: ["parameters", "values", "kept"]) func `time grows with what is written`(_ what: String) throws {
    func person(_ count: Int) -> Entity {
      var ada = Harness.person("Ada")
      switch what {
      case "parameters":
        let parameters = (0..<count).map { Parameter(name: "X-\($0)", values: ["y"]) }
        ada.emails = [EmailAddress("ada@x.test", details: ContactDetails(parameters: parameters))]
      case "values": ada.tags = (0..<count).map { "tag \($0)" }
      default: ada.keptProperties = (0..<count).map { KeptProperty(format: "vcard", name: "X-\($0)", value: "y") }
      }
      return ada
    }
    let people = [2500: person(2500), 10_000: person(10_000)]
    let growth = try ProcessorTime.growth(from: 2500) { count in _ = try text(try #require(people[count])) }
    #expect(growth <= ProcessorTime.linear)
  }
}
