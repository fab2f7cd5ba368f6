import KithCore
import KithStore
import Testing

@testable import KithCLI

struct EditApplicationTests {
  /// Two applications at Analytical Engines, one at Difference Engines.
  private func prepare(_ fixture: RecordsFixture) throws {
    try fixture.meetAda()
    try fixture.write { editor in
      var telling = Telling(editor)
      for (company, position) in [
        ("Analytical Engines", "Compiler engineer"), ("Analytical Engines", "Loom hand"),
        ("Difference Engines", "Compiler writer"),
      ] {
        let company = try telling.company(company)
        try editor.save(JobApplication(id: editor.identifiers.next(), company: company.id, position: position))
      }
    }
  }

  private func found(_ fixture: RecordsFixture, _ text: String) throws -> [String] {
    try fixture.read { try ApplicationReference(text, in: $0).found.map(\.application.position).sorted() }
  }

  @Test func applicationsAreFoundByWordsAndIDs() throws {
    try RecordsFixture.run { fixture in
      try prepare(fixture)
      #expect(try found(fixture, "Analytical Engines") == ["Compiler engineer", "Loom hand"])
      #expect(try found(fixture, "loom") == ["Loom hand"])
      #expect(try found(fixture, "analytical comp") == ["Compiler engineer"])
      #expect(try found(fixture, "compiler") == ["Compiler engineer", "Compiler writer"])
      let id = try fixture.read { try ApplicationReference("loom", in: $0).one().application.id }
      #expect(try found(fixture, id.short) == ["Loom hand"])
      #expect(throws: CommandError.self) { try found(fixture, "nothing") }
      let error = #expect(throws: CommandError.self) {
        try fixture.read { try ApplicationReference("compiler", in: $0).one() }
      }
      #expect(error?.code == .ambiguous)
    }
  }

  @Test func everythingMayBeChanged() throws {
    try RecordsFixture.run { fixture in
      try prepare(fixture)
      let stage = JobApplication.Stage("onsite", on: PartialDate("2026-10-20"))
      let line = try fixture.write(
        EditApplication(
          reference: "loom", position: "Loom master", stage: stage, people: ["ada:interviewer"], note: "hm"
        ).perform)
      #expect(line == "changed Loom master at Analytical Engines: open at onsite since 2026-10-20")
      let application = try fixture.read { graph in
        try graph.application(try ApplicationReference("loom", in: graph).one().application.id)
      }
      #expect(application?.stages == [stage])
      #expect(application?.involved.map(\.role) == [.interviewer])
      #expect(application?.note == "hm")
      let nobody = EditApplication(reference: "loom", removed: ["charles"])
      #expect(throws: CommandError.self) { try fixture.write(nobody.perform) }
      let same = try fixture.write(EditApplication(reference: "loom", position: "Loom master").perform)
      #expect(same == "Loom master at Analytical Engines: nothing to change")
    }
  }

  @Test func endedOnesAreReopened() throws {
    try RecordsFixture.run { fixture in
      try prepare(fixture)
      try fixture.write { editor in
        var application = try ApplicationReference("loom", in: editor.graph).one().application
        application.outcome = JobApplication.Outcome(.rejected, on: PartialDate("2026-11-02"), stage: "onsite")
        #expect(application.standing == "rejected 2026-11-02 after onsite")
        #expect(application.course == "rejected 2026-11-02 after onsite")
        application.reach(JobApplication.Stage("applied", on: PartialDate("2026-10-01")))
        application.reach(JobApplication.Stage("applied", on: PartialDate("2026-10-02")))
        #expect(application.course == "applied 2026-10-02; rejected 2026-11-02 after onsite")
        try editor.save(application)
      }
      let line = try fixture.write(EditApplication(reference: "loom", isReopened: true).perform)
      #expect(line == "changed Loom hand at Analytical Engines: open at applied since 2026-10-02")
    }
  }
}
