import KithConformance
import KithCore
import KithXCard
import Testing

@Suite struct XCardReadingTests {
  private func read(_ properties: String, log: DiagnosticLog = DiagnosticLog()) throws -> Entity {
    let text = """
      <?xml version="1.0"?>
      <v:vcards xmlns:v="urn:ietf:params:xml:ns:vcard-4.0"><vcard xmlns="urn:ietf:params:xml:ns:vcard-4.0">
      <fn><text>Ada Lovelace</text></fn>
      \(properties)
      </vcard></v:vcards>
      """
    let records = try Harness.records(Array(text.utf8), in: XCardFormat(), log: log)
    guard case .entity(let entity)? = records.first else { throw ImportError("no card") }
    return entity
  }

  @Test func `text is what it is`() throws {
    let ada = try read(
      "<note><text>a,b; \\n\nc</text></note><url><uri>http://x.test/?a=1&amp;b=\\,2</uri></url>"
        + "<categories><text>one, two</text><text>three</text></categories>")
    #expect(ada.notes == ["a,b; \\n\nc"])
    #expect(ada.links.map(\.url) == ["http://x.test/?a=1&b=\\,2"])
    #expect(ada.tags == ["one, two", "three"])
  }

  @Test func `components`() throws {
    let ada = try read(
      """
      <n><surname>Lovelace</surname><surname>King</surname><given>Ada</given><additional/><prefix/>
      <suffix>Countess, of Lovelace</suffix><surname2>Byron</surname2></n>
      <adr><parameters><label><text>12 Dorset
      "Street"</text></label></parameters>
      <pobox/><ext/><street>12; Dorset Street</street><locality>London</locality><region/><code/><country/></adr>
      """)
    #expect(ada.personName?.family == ["Lovelace", "King"])
    #expect(ada.personName?.suffixes == ["Countess, of Lovelace"])
    #expect(ada.addresses.first?.street == ["12; Dorset Street"])
    #expect(ada.addresses.first?.formatted == "12 Dorset\n\"Street\"")
    #expect(ada.keptProperties.map(\.value) == ["Byron"])
  }

  @Test func `types and groups`() throws {
    let ada = try read(
      """
      <group name="g1"><tel><parameters><type><text>work</text><text>voice</text></type>
      <pref><integer>1</integer></pref></parameters><uri>tel:+44-20-5550100;ext=5</uri></tel>
      <x-ablabel><text>Desk</text></x-ablabel></group>
      <bday><date>18151210</date></bday><anniversary><time>1030</time></anniversary>
      <x-size><integer>7</integer></x-size><x-raw><unknown>a\\,b;c</unknown></x-raw>
      """)
    let phone = try #require(ada.phones.first)
    #expect(phone.number == "+44-20-5550100 x5" && phone.details.types == ["work", "voice"])
    #expect(phone.details.group == "g1" && phone.details.label == "Desk" && phone.details.preference == 1)
    #expect(ada.anniversaries.map(\.date) == [PartialDate(year: 1815, month: 12, day: 10)])
    #expect(ada.keptProperties.map(\.name) == ["ANNIVERSARY", "X-SIZE", "X-RAW"])
    #expect(ada.keptProperties.map(\.value) == ["T1030", "7", "a\\,b;c"])
    #expect(ada.keptProperties[1].parameters == [Parameter(name: "VALUE", values: ["integer"])])
  }

  @Test func `what means nothing is reported with its line`() throws {
    let log = DiagnosticLog()
    let ada = try read(
      "<o:more xmlns:o='urn:other'><o:deep>x</o:deep></o:more>\n<nickname>Ada</nickname>\n<n><middle>x</middle></n>",
      log: log)
    #expect(ada.nicknames == ["Ada"])
    #expect(log.groups.map(\.first.code) == ["untyped-value", "unknown-element"])
    #expect(log.groups.map(\.first.line) == [5, 2])
    #expect(log.groups.map(\.count) == [1, 2])
  }

  @Test func `values of other properties are warned about by line`() throws {
    let log = DiagnosticLog()
    _ = try read(
      "<rev><timestamp>19951031T222710Z</timestamp></rev>\n<bday><text/></bday>\n<rev><text>x</text></rev>", log: log)
    #expect(log.groups.map(\.first.line) == [6])
  }

  @Test func `any split of the input is read alike`() throws {
    let whole = try Harness.export(SampleGraph.small, in: XCardFormat())
    let expected = try Harness.records(whole, in: XCardFormat())
    for size in [1, 7, 4096] {
      var position = 0
      let input = InputSource { target in
        let count = min(size, target.count, whole.count - position)
        target.copyBytes(from: whole[position..<position + count])
        position += count
        return count
      }
      let collector = GraphCollector()
      let context = try Harness.importContext(input, of: XCardFormat().format, DiagnosticLog()) {
        collector.receive($0)
      }
      try XCardFormat().importRecords(in: context)
      #expect(collector.records == expected)
    }
  }
}
