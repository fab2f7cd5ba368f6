import KithCSV
import KithCore
import Testing

struct CSVExportTests {
  @Test func writesWhatAPersonCanRead() throws {
    var ada = CSVTesting.person("Ada Lovelace")
    ada.emails = [
      EmailAddress("ada@example.com", details: ContactDetails(types: ["work"])), EmailAddress("a@example.org"),
    ]
    ada.addresses = [PostalAddress(street: ["12 St James's Square"], locality: ["London"])]
    ada.anniversaries = [Anniversary(.birth, on: try #require(PartialDate("1815-12-10")))]
    var graph = InMemoryGraph()
    graph.entities = [CSVTesting.company("Analytical Engines, Ltd."), ada]
    graph.relations = [Relation(ada.id, .worksFor, graph.entities[0].id, title: "CTO", units: ["Mill", "Cards"])]
    let text = CSVTesting.text(try CSVTesting.write(graph).bytes)
    #expect(
      text == """
        id,name,given,family,additional,prefixes,suffixes,nicknames,email,phone,company,title,department,url,street,\
        locality,region,postal_code,country,birthday,tags,notes,created,modified\r
        00000000-0000-0001-0000-000000000001,Ada Lovelace,,,,,,,"work: ada@example.com
        a@example.org",,"Analytical Engines, Ltd.",CTO,Mill;Cards,,12 St James's Square,London,,,,1815-12-10,,,\
        2026-11-01T09:00:00Z,2026-11-01T09:00:00Z\r

        """)
  }

  @Test func quotesOnlyWhatNeedsIt() throws {
    var graph = InMemoryGraph()
    graph.entities = ["a b", " a", "a\t", "a,b", "a\"b", "a;b", "a\rb", "'"].enumerated().map {
      CSVTesting.person($1, id: UInt64($0))
    }
    let rows = CSVTesting.text(try CSVTesting.write(graph).bytes).split(separator: "\r\n").dropFirst()
    #expect(
      rows.map { $0.dropFirst(37).prefix { $0 != "," } } == [
        "a b", "\" a\"", "\"a\t\"", "\"a", "\"a\"\"b\"", "a;b", "\"a\rb\"", "'",
      ])
  }

  @Test(arguments: ["people", "companies", "organizations", "events", "relations", "applications"])
  func writesAHeaderRowForNothing(table: String) throws {
    let bytes = try CSVTesting.write(InMemoryGraph(), table: table).bytes
    #expect(CSVTesting.text(bytes).hasSuffix("\r\n"))
    #expect(CSVTesting.format.recognizes(bytes))
    #expect(try CSVTesting.read(bytes).records.isEmpty)
  }

  @Test func saysWhatAPersonLoses() throws {
    var ada = CSVTesting.person("Ada")
    ada.emails = [EmailAddress("a@example.com", details: ContactDetails(group: "item1"))]
    ada.phones = [PhoneNumber("1", details: ContactDetails(types: ["Two Words"]))]
    ada.addresses = [PostalAddress(poBox: ["7"])]
    ada.anniversaries = [Anniversary(.wedding, on: try #require(PartialDate("1835-07-08")))]
    var club = CSVTesting.company("Royal Society", id: 7)
    club.kind = .organization
    let mill = CSVTesting.company("Mill")
    var graph = InMemoryGraph()
    graph.entities = [ada, mill, club]
    graph.relations = [
      Relation(ada.id, .worksFor, mill.id, title: "old", period: Period(end: PartialDate("2020"))),
      Relation(ada.id, .worksFor, mill.id, title: "older", period: Period(endedAtUnknownDate: true)),
      Relation(ada.id, .worksFor, club.id, period: Period(start: PartialDate("2021"))),
      Relation(ada.id, .met, ada.id),
    ]
    let (bytes, diagnostics) = try CSVTesting.write(graph)
    let counts = Dictionary(diagnostics.map { ($0.code, $0.count) }, uniquingKeysWith: +)
    #expect(
      counts == [
        "contact-details": 1, "address-parts": 1, "anniversaries": 1, "past-employment": 2, "employment-dates": 1,
        "employer-kind": 1, "no-company": 1, "no-organization": 1, "no-relation-met": 1,
      ])
    #expect(diagnostics.allSatisfy { $0.kind == .loss })
    #expect(!CSVTesting.text(bytes).contains("old"))
  }

  @Test func countsFormulasAndLeavesThemAlone() throws {
    var graph = InMemoryGraph()
    graph.entities = [CSVTesting.person("=cmd"), CSVTesting.person("@x", id: 2), CSVTesting.person("+44", id: 3)]
    let (bytes, diagnostics) = try CSVTesting.write(graph)
    #expect(
      diagnostics == [
        Diagnostic(.warning, "formula", "cells that a spreadsheet would take for a formula", count: 2)
      ])
    #expect(CSVTesting.text(bytes).contains(",=cmd,"))
  }

  @Test func replacesControlCharactersAndSaysSo() throws {
    var graph = InMemoryGraph()
    var ada = CSVTesting.person("nul\0, \u{1b}]0;\u{7}\"\u{7f}\t.")
    ada.tags = ["\u{1}", "b\u{2}"]
    graph.entities = [ada, CSVTesting.person("\0", id: 2), CSVTesting.person("Grace", id: 3)]
    let (bytes, diagnostics) = try CSVTesting.write(graph)
    let file = try CSVTesting.read(bytes)
    #expect(file.entities.map(\.name) == ["nul\u{fffd}, \u{fffd}]0;\u{fffd}\"\u{fffd}\t.", "\u{fffd}", "Grace"])
    #expect(file.entities[0].tags == ["\u{fffd}", "b\u{fffd}"])
    #expect(diagnostics.map(\.code) == ["control-characters"] && diagnostics[0].count == 2)
    #expect(bytes.allSatisfy { $0 >= 0x20 || [9, 10, 13].contains($0) })
  }

  @Test func keepsNotesAndApplicationsHome() throws {
    var graph = InMemoryGraph()
    var ada = CSVTesting.person("Ada")
    ada.notes = ["secret"]
    let mill = CSVTesting.company("Mill")
    graph.entities = [ada, mill]
    graph.applications = [JobApplication(id: ada.id, company: mill.id, position: "Computer")]
    let people = try CSVTesting.write(graph, including: [])
    #expect(!CSVTesting.text(people.bytes).contains("secret"))
    #expect(people.diagnostics.contains { $0.kind == .withheld && $0.code == "private-notes" })
    let applications = try CSVTesting.write(graph, table: "applications", including: [])
    #expect(!CSVTesting.text(applications.bytes).contains("Computer"))
    #expect(applications.diagnostics.contains { $0.kind == .withheld && $0.code == "private-applications" })
  }

  @Test func coverageFollowsTheTable() throws {
    func coverage(_ table: String) throws -> Coverage {
      CSVTesting.format.coverage(under: try OptionValues([("table", table)], for: CSVTesting.format.format))
    }
    #expect(try coverage("people").kinds == [.person])
    #expect(try coverage("people").relations == [.worksFor])
    #expect(try coverage("organizations").kinds == [.organization])
    #expect(try coverage("events").fields.contains(.period))
    #expect(try coverage("relations").relations == Set(RelationType.allCases))
    #expect(try coverage("relations").kinds.isEmpty)
    #expect(try coverage("applications").applications)
    #expect(try !coverage("people").applications)
  }

  @Test func throwsWhatTheOutputThrows() throws {
    struct DiskFull: Error {}
    var graph = InMemoryGraph()
    graph.entities = [CSVTesting.person(String(repeating: "x", count: 1 << 20))]
    let context = ExportContext(
      output: OutputSink { _ in throw DiskFull() }, options: try OptionValues([], for: CSVTesting.format.format),
      now: CSVTesting.now, diagnostics: DiagnosticLog())
    #expect(throws: DiskFull.self) { try CSVTesting.format.run(on: graph, in: context) }
  }
}
