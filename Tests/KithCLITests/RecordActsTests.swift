import KithCore
import KithStore
import Testing

@testable import KithCLI

struct RecordActsTests {
  private let today = PartialDate("2026-11-23")!

  private func edit(_ fixture: RecordsFixture, _ change: EmploymentChange) throws -> [String] {
    let ada = try fixture.entity("ada").summary
    return try fixture.write { editor in
      var telling = Telling(editor)
      return try change.apply(to: ada, &telling, editor)
    }
  }

  private func jobs(_ fixture: RecordsFixture) throws -> [String] {
    try fixture.relations(of: "ada").filter { $0.relation.type == .worksFor }.map {
      [$0.relation.title, $0.other.name, $0.relation.period.phrase].joinedKnown(", ")
    }.sorted()
  }

  @Test func newJobEndsTheOneBefore() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let change = EmploymentChange(
        company: "Difference Engines", title: "Chief", since: PartialDate("2026-11-01"), today: today)
      #expect(
        try edit(fixture, change) == ["left Analytical Engines on 2026-11-01", "now Chief at Difference Engines"])
      #expect(
        try jobs(fixture) == [
          "CTO, Analytical Engines, until 2026-11-01", "Chief, Difference Engines, since 2026-11-01",
        ])
    }
  }

  @Test func jobsGoOnWithAlso() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try edit(fixture, EmploymentChange(company: "Difference Engines", isAlso: true, today: today))
      #expect(try jobs(fixture) == ["CTO, Analytical Engines", "Difference Engines"])
      #expect(throws: CommandError.self) { try edit(fixture, EmploymentChange(title: "Chief", today: today)) }
      #expect(throws: CommandError.self) { try edit(fixture, EmploymentChange(left: today, today: today)) }
      _ = try edit(fixture, EmploymentChange(company: "difference", left: today, today: today))
      _ = try edit(fixture, EmploymentChange(title: "Chief", today: today))
      #expect(try jobs(fixture) == ["Chief, Analytical Engines", "Difference Engines, until 2026-11-23"])
    }
  }

  @Test func factsAreChangedSingly() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      var ada = try fixture.entity("ada")
      let old = ada
      try FactChanges(
        name: "Ada King", adds: PersonFacts(emails: ["ada@example.org"], tags: ["looms"]), nicknames: ["Countess"],
        removedEmails: ["ADA@example.com"], removedTags: ["Compilers"], city: "London",
        birthday: PartialDate("1815-12-10"), settings: ["hat = tall"]
      ).apply(to: &ada)
      #expect(ada.name == "Ada King")
      #expect(ada.personName == PersonName(parsing: "Ada King"))
      #expect(ada.emails == [EmailAddress("ada@example.org")])
      #expect(ada.tags == ["looms"])
      #expect(ada.customFields == [CustomField("hat", "tall")])
      #expect(ada.addresses == [PostalAddress(locality: ["London"])])
      try FactChanges(settings: ["HAT=flat"]).apply(to: &ada)
      #expect(ada.customFields == [CustomField("hat", "flat")])
      try FactChanges(removedFields: ["hat"]).apply(to: &ada)
      #expect(ada.customFields.isEmpty)
      #expect(ada.notes == old.notes)
      #expect(throws: CommandError.self) { try FactChanges(removedTags: ["nothing"]).apply(to: &ada) }
      #expect(throws: CommandError.self) { try FactChanges(settings: ["x"]).apply(to: &ada) }
    }
  }

  @Test func namesAreTakenOnce() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      try fixture.write { (editor: StoreEditor) throws -> Void in
        let error = #expect(throws: CommandError.self) {
          try AddRecord(kind: .company, name: "Analytical Engines Ltd", isNew: false).entity(editor)
        }
        #expect(error?.code == .ambiguous)
        #expect(try AddRecord(kind: .company, name: "Analytical Engines", isNew: true).entity(editor).kind == .company)
        #expect(
          try AddRecord(kind: .organization, name: "Analytical Engines", isNew: false).entity(editor).name
            == "Analytical Engines")
      }
    }
  }

  @Test func removalSaysWhatGoesWithIt() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let removal = try fixture.read { try RecordRemoval("ada", .person, in: $0) }
      #expect(removal.sentence == "Ada Lovelace with 4 relations and 1 interaction")
      #expect(try fixture.write(removal.perform) == "removed Ada Lovelace with 4 relations and 1 interaction")
      #expect(throws: CommandError.self) { try fixture.read { try RecordRemoval("ada", .person, in: $0) } }
    }
  }

  @Test func companiesAppliedToStay() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let company = try fixture.entity("analytical")
      try fixture.write { try $0.save(JobApplication(id: SampleEntities.id, company: company.id, position: "x")) }
      #expect(throws: StoreError.stillInUse) { try fixture.read { try RecordRemoval("analytical", .company, in: $0) } }
    }
  }

  @Test func consentIsNeeded() {
    let error = #expect(throws: CommandError.self) {
      var consent = ConsentOptions()
      consent.isGivenAlready = false
      return try consent.isGiven(for: "remove Ada")
    }
    #expect(error?.code == .usage)
  }
}
