import KithCore
import KithStore
import Testing

@testable import KithCLI

struct DuplicateActsTests {
  private func meet(_ fixture: RecordsFixture, _ name: String, _ email: String? = nil, at company: String? = nil) throws
    -> String
  {
    var meeting = RecordMeeting(name: name, date: PartialDate("2026-10-02")!)
    meeting.company = company
    meeting.facts = PersonFacts(emails: email.map { [$0] } ?? [])
    meeting.isNew = true
    return try fixture.write(meeting.perform)
  }

  @Test func whoeverLooksLikeSomebodyKnownIsSaidAtOnce() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let alike = try meet(fixture, "A. Lovelace", at: "Analytical Engines")
      #expect(alike.contains("; perhaps the same as Ada Lovelace: kith merge "))
      #expect(try !meet(fixture, "Grace Hopper", at: "Analytical Engines").contains("perhaps"))
    }
  }

  @Test func theFirstOneGoesOn() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try meet(fixture, "Augusta Ada King", "ada@king.example")
      let reports = try fixture.write(MergeRecords(references: ["ada@example.com", "ada@king.example"]).merge)
      #expect(MergeRecords.line(reports).hasPrefix("merged Augusta Ada King ["))
      #expect(MergeRecords.line(reports).contains("into Ada Lovelace ["))
      let merged = try fixture.entity("ada@king.example")
      #expect(merged.name == "Ada Lovelace")
      #expect(merged.nicknames == ["Augusta Ada King"])
      let old = try #require(reports.first?.other.id)
      #expect(try fixture.entity(old.short).id == merged.id)
    }
  }

  @Test func whoAreToldApartStayApart() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try meet(fixture, "Ada Lovelace", "ada@home.example")
      let ids = try fixture.read { try $0.duplicates() }.pairs.flatMap { [$0.one.id.short, $0.other.id.short] }
      #expect(ids.count == 2)
      let apart = TellApart(references: ids)
      #expect(try fixture.write(apart.perform).hasPrefix("told: "))
      #expect(try fixture.write(TellApart(references: ids.reversed()).perform).hasPrefix("told already: "))
      #expect(try fixture.read { try $0.duplicates(lowest: 0) }.pairs == [])
      // It is nothing that they have in common.
      #expect(try fixture.relations(of: "ada@home.example").filter { $0.relation.type == .differentFrom }.count == 1)
      let error = #expect(throws: StoreError.self) {
        try fixture.write(TellApart(references: [ids[0], "Analytical Engines"]).perform)
      }
      #expect(error == .cannotMerge(.person, .company))
    }
  }

  @Test func whatIsCertainIsMergedAndSaid() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try meet(fixture, "A. Lovelace", "ADA@example.com")
      _ = try meet(fixture, "Grace Hopper", "grace@example.com")
      _ = try meet(fixture, "Grace Brewster", "grace@home.example")
      var lines: [String] = []
      let line = try fixture.write { try MergeCertain().merge($0, &lines) }
      #expect(line == "merged 1 record into another")
      #expect(lines.count == 1)
      #expect(lines.first?.contains("into Ada Lovelace [") ?? false)
      #expect(lines.first?.contains("equal e-mail address") ?? false)
      let undone = try fixture.write { try $0.undo() }
      #expect(undone.summary.isEmpty)
      #expect(try fixture.read { try $0.entities(named: "A. Lovelace", of: [.person]) }.count == 1)
    }
  }

  @Test func aGroupThatContradictsItselfIsLeftApart() throws {
    try RecordsFixture.run { fixture in
      _ = try meet(fixture, "John Hooper", "john@example.com")
      _ = try meet(fixture, "Jane Hooper", "jane@example.com")
      try fixture.write { editor in
        var both = Entity(
          id: editor.identifiers.next(), kind: .person, name: "J. Hooper", created: fixture.invocation.now)
        both.emails = [EmailAddress("john@example.com"), EmailAddress("jane@example.com")]
        try editor.insert(both)
      }
      var lines: [String] = []
      let line = try fixture.write { try MergeCertain().merge($0, &lines) }
      #expect(line == "merged 0 records into others; 1 group left apart")
      #expect(lines.first?.contains("cannot be the same: other given names") ?? false)
    }
  }

  @Test func aPairIsPrintedInEveryFormat() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try meet(fixture, "Ada Lovelace", "ada@home.example")
      let found = try fixture.read { try $0.duplicates() }
      func printed(_ format: OutputFormat) throws -> String {
        let output = OutputSink.inMemory()
        try DuplicateOutput(format: format).write(found, to: output)
        return output.string
      }
      #expect(try printed(.table).contains("equal name"))
      #expect(try printed(.csv).hasPrefix("score,certain,kind,one,id,other,otherid,why"))
      #expect(try printed(.ids).split(separator: " ").count == 2)
      #expect(try printed(.json).contains("\"schema\":1,\"pairs\":[{\"score\":"))
    }
  }
}
