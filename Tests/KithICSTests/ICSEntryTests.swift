import KithConformance
import KithCore
import KithICS
import Testing

/// Which record becomes which entry.
@Suite struct ICSEntryTests {
  private static func fair(_ start: String?, _ end: String? = nil) -> InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(1, .event, "Fair")]
    graph.entities[0].period = Period(start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
    return graph
  }

  @Test(
    arguments: [
      ("2026-11-02", nil, "20261102", nil), ("2026-11-30", "2026-12-01", "20261130", "20261202"),
      ("2028-02-28", "2028-02-28", "20280228", nil), ("2028-02-28", "2028-02-29", "20280228", "20280301"),
      ("2026-11-02", "2026-12", "20261102", nil), ("2026-11-02", "2026-11-01", "20261102", nil),
      ("9999-12-30", "9999-12-31", "99991230", nil), ("0001-01-01", "0001-01-02", "00010101", "00010103"),
    ] as [(String, String?, String, String?)])
  func eventsLastTheirDays(_ start: String, _ end: String?, _ first: String, _ after: String?) throws {
    let calendar = try Calendar.of(Self.fair(start, end))
    #expect(calendar.entries == ["VEVENT"])
    #expect(calendar.values("DTSTART;VALUE=DATE") == [first])
    #expect(calendar.values("DTEND;VALUE=DATE") == (after.map { [$0] } ?? []))
  }

  @Test(arguments: [nil, "2026", "2026-10", "--10-20"])
  func anEventWithoutADayIsAJournalEntry(_ start: String?) throws {
    let log = DiagnosticLog()
    let calendar = try Calendar.of(Self.fair(start), log: log)
    #expect(calendar.entries == ["VJOURNAL"])
    #expect(calendar.values("DTSTART;VALUE=DATE").isEmpty)
    #expect(calendar.values("DESCRIPTION") == (start.map { ["from \($0)"] } ?? []))
    #expect(log.groups.contains { $0.first.code == "no-day" })
  }

  @Test func followUpsAreToDos() throws {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(2, .person, "Ada Lovelace")]
    let day = CivilDay("2026-11-03")!
    func followUp(_ number: UInt64, _ state: FollowUp.State, _ party: FollowUp.Party = .me) -> FollowUp {
      FollowUp(
        id: SampleGraph.id(number), .keepPromise, SampleGraph.id(2), owedBy: party, due: day, what: "the table",
        why: "met at the fair", state: state, created: SampleGraph.clock)
    }
    graph.followUps = [followUp(1, .open), followUp(3, .done(on: day)), followUp(4, .skipped(on: day), .them)]
    let calendar = try Calendar.of(graph)
    #expect(calendar.entries == ["VTODO", "VTODO", "VTODO"])
    #expect(calendar.values("STATUS") == ["NEEDS-ACTION", "COMPLETED", "CANCELLED"])
    #expect(calendar.values("COMPLETED") == ["20261103T120000Z"])
    #expect(calendar.values("DUE;VALUE=DATE") == ["20261103", "20261103", "20261103"])
    #expect(calendar.values("SUMMARY").first == "Keep the promise to Ada Lovelace: the table")
    #expect(calendar.values("SUMMARY").last == "Ada Lovelace promised: the table")
    #expect(calendar.values("CLASS") == ["PRIVATE", "PRIVATE", "PRIVATE"])
    let asEvents = try Calendar.of(graph, options: [("todos", "event")])
    #expect(asEvents.entries == ["VEVENT", "VEVENT", "VEVENT"])
    #expect(Set(asEvents.values("UID")).isDisjoint(with: calendar.values("UID")))
  }

  @Test func renewalsAreEventsOfTheirDay() throws {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(2, .organization, "Society of Engines")]
    graph.followUps = [CivilDay("2027-01-31"), nil].enumerated().map { index, day in
      FollowUp(
        id: SampleGraph.id(10 + UInt64(index)), .renew, SampleGraph.id(2), due: day, created: SampleGraph.clock)
    }
    let calendar = try Calendar.of(graph)
    #expect(calendar.entries == ["VEVENT", "VTODO"])
    #expect(calendar.values("DTSTART;VALUE=DATE") == ["20270131"])
    #expect(calendar.values("SUMMARY").first == "Renew Society of Engines")
  }

  @Test func intervalsAreToDosAndIgnoredOnesCancelled() throws {
    var graph = Sample.touch
    let due = try Calendar.of(graph)
    #expect(due.values("DUE;VALUE=DATE") == ["20261114"])
    #expect(due.values("UID") == ["\(SampleGraph.id(2))-keep-in-touch"])
    graph.keepInTouch[0].isIgnored = true
    let ignored = try Calendar.of(graph)
    #expect(ignored.values("STATUS") == ["CANCELLED"])
    #expect(ignored.values("UID") == due.values("UID"))
  }

  @Test func anInterviewIsWrittenOnce() throws {
    let day = PartialDate("2026-10-20")!
    var graph = Sample.touch
    graph.keepInTouch = []
    graph.entities.append(Sample.entity(3, .company, "Analytical Engines"))
    let involved = ["2026-10-20", "2026-10-21", "2026-10"].map {
      JobApplication.Involvement(SampleGraph.id(2), as: .interviewer, on: PartialDate($0))
    }
    graph.applications = [
      JobApplication(id: SampleGraph.id(5), company: SampleGraph.id(3), position: "Engineer", involved: involved)
    ]
    #expect(try Calendar.of(graph).entries == ["VEVENT", "VEVENT", "VJOURNAL"])
    graph.interactions = [
      Interaction(
        id: SampleGraph.id(6), date: day, channel: "interview", participants: [SampleGraph.id(2)],
        application: SampleGraph.id(5))
    ]
    let calendar = try Calendar.of(graph)
    #expect(calendar.entries == ["VEVENT", "VEVENT", "VJOURNAL"])
    #expect(
      calendar.values("SUMMARY").prefix(2) == [
        "Interview: Ada Lovelace", "Interview at Analytical Engines: Ada Lovelace",
      ])
    #expect(Set(calendar.values("UID")).count == 3)
  }

  @Test func followUpsStayHomeUnlessNamed() throws {
    let log = DiagnosticLog()
    let calendar = try Calendar.of(SampleGraph.everything, including: [], log: log)
    #expect(Set(calendar.entries).isSubset(of: ["VEVENT", "VJOURNAL"]))
    #expect(calendar.values("CLASS").isEmpty)
    #expect(log.groups.contains { $0.first.message == "follow-ups stay home (--include follow-ups)" })
  }
}
