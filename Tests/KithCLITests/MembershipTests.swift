import KithCore
import KithStore
import Testing

@testable import KithCLI

@Suite struct MembershipTests {
  private func act(_ fixture: RecordsFixture, role: String? = nil, until: String? = nil) -> RenewMembership {
    RenewMembership(
      organization: "Royal Society", role: role, until: until.flatMap { CivilDay($0) }, reminderDays: 14,
      today: fixture.invocation.today)
  }

  private func open(_ fixture: RecordsFixture) throws -> [String] {
    let id = try fixture.entity("Royal Society").id
    return try fixture.read { try $0.openFollowUps(with: id) }.map { "\($0.act) \($0.due?.description ?? "")" }
  }

  @Test func joiningPlansTheRenewal() throws {
    try RecordsFixture.run { fixture in
      let line = try fixture.write(act(fixture, role: "treasurer", until: "2027-01-31").join)
      #expect(
        line == "member of Royal Society as treasurer; to be renewed on 2027-01-31, reminder on 2027-01-17; "
          + "new organization Royal Society")
      #expect(try open(fixture) == ["followUp 2027-01-17", "renew 2027-01-31"])
    }
  }

  @Test func renewingClosesWhatWasOpen() throws {
    try RecordsFixture.run { fixture in
      _ = try fixture.write(act(fixture, until: "2027-01-31").join)
      #expect(
        try fixture.write(act(fixture).renew)
          == "Royal Society: to be renewed on 2028-01-31, reminder on 2028-01-17")
      #expect(try open(fixture) == ["followUp 2028-01-17", "renew 2028-01-31"])
      _ = try fixture.write(act(fixture, role: "chair").join)
      let relations = try fixture.relations(of: "Royal Society").filter { $0.relation.type == .memberOf }
      #expect(relations.map(\.relation.title) == ["chair"])
    }
  }

  @Test func aReminderIsNeverInThePast() throws {
    try RecordsFixture.run { fixture in
      _ = try fixture.write(act(fixture, until: "2026-11-30").join)
      #expect(try open(fixture) == ["followUp 2026-11-23", "renew 2026-11-30"])
      #expect(throws: CommandError.self) { _ = try fixture.write(act(fixture, until: "2026-11-23").join) }
    }
  }

  @Test func whoIsNoMemberCannotRenew() throws {
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        try editor.insert(
          Entity(id: editor.identifiers.next(), kind: .organization, name: "Royal Society", created: editor.now))
      }
      let error = #expect(throws: CommandError.self) { _ = try fixture.write(act(fixture).renew) }
      #expect(error?.code == .notFound)
    }
  }
}
