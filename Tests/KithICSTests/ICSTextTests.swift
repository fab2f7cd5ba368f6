import KithConformance
import KithCore
import KithICS
import Testing

/// Whatever the text is, it stays inside its property.
@Suite struct ICSTextTests {
  private static let hostile =
    HostileText.short + [
      "Ada\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR", "x\nATTACH:file:///etc/passwd", "x\rEND:VTODO",
      "\u{85}BEGIN:VALARM", "\u{2028}X-EVIL:1\u{2029}X-EVIL:2", "\u{1b}[2JEND:VCALENDAR", "\r\n ", "\r\n\t", "a\\", "",
    ]

  /// Everything that takes text holds `text`.
  static func graph(_ text: String) -> InMemoryGraph {
    var graph = InMemoryGraph()
    var event = Sample.entity(1, .event, text)
    event.period = Period(start: PartialDate("2026-10-20"))
    event.notes = [text, "a note"]
    event.tags = [text]
    event.links = [Link("https://a.example/" + text), Link(text)]
    event.addresses = [PostalAddress(street: ["1 Street", text])]
    let person = Sample.entity(2, .person, text)
    graph.entities = [event, person, Sample.entity(3, .company, text)]
    let day = PartialDate("2026-10-20")!
    graph.interactions = [
      Interaction(id: SampleGraph.id(4), date: day, channel: text, participants: [person.id], summary: "s" + text)
    ]
    graph.applications = [application(text, person.id, day)]
    graph.followUps = [
      FollowUp(
        id: SampleGraph.id(6), .thank, person.id, due: CivilDay(day), what: "w" + text, why: "w" + text,
        event: event.id, created: SampleGraph.clock)
    ]
    return graph
  }

  private static func application(_ text: String, _ person: Identifier, _ day: PartialDate) -> JobApplication {
    JobApplication(
      id: SampleGraph.id(5), company: SampleGraph.id(3), position: text,
      stages: [JobApplication.Stage(text, on: day)],
      outcome: JobApplication.Outcome(.rejected, on: day, stage: text, reason: text),
      involved: [JobApplication.Involvement(person, as: .interviewer, on: day)], url: "u" + text, note: text)
  }

  @Test(arguments: hostile)
  func noTextAddsAProperty(_ text: String) throws {
    let plain = try Calendar.of(Self.graph("plain"))
    let calendar = try Calendar.of(Self.graph(text))
    #expect(calendar.properties.map(\.name) == plain.properties.map(\.name))
    #expect(calendar.values("BEGIN") == plain.values("BEGIN"))
    #expect(calendar.values("END") == plain.values("END"))
    #expect(calendar.isTerminated)
    #expect(!calendar.lines.joined().contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7f })
  }

  @Test(arguments: hostile + [HostileText.megabyte])
  func linesAreFoldedBetweenCharacters(_ text: String) throws {
    let lines = try Calendar.of(Self.graph(text)).lines
    #expect(lines.allSatisfy { $0.count <= 75 && !$0.isEmpty && $0 != [0x20] })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }

  @Test func textIsEscaped() throws {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(1, .event, "a,b;c\\d\ne\r\nf\rg\th:\u{1b}\u{90}")]
    graph.entities[0].tags = ["one,two", "three"]
    let log = DiagnosticLog()
    let calendar = try Calendar.of(graph, log: log)
    #expect(calendar.values("SUMMARY") == [#"a\,b\;c\\d\ne\nf\ng"# + "\th:\u{fffd}\u{fffd}"])
    #expect(calendar.values("CATEGORIES") == [#"one\,two,three"#])
    #expect(log.groups.contains { $0.first.code == "replaced-text" && $0.count == 1 })
  }

  @Test func addressesAreWrittenAsURIs() throws {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(1, .event, "Fair")]
    graph.entities[0].links = [Link("https://a.example/é?q=a,b;c&d=%41\r\nX:1")]
    let written = try Calendar.of(graph).values("URL")
    #expect(written == ["https://a.example/%C3%A9?q=a,b;c&d=%41%0D%0AX:1"])
  }
}
