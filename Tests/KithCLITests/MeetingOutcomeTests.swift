import KithCore
import Testing

@testable import KithCLI

@Suite struct MeetingOutcomeTests {
  private let ada = EntitySummary(id: Identifier(high: 1, low: 1), kind: .person, name: "Ada Lovelace")
  private let event = Identifier(high: 2, low: 2)

  private func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(daysSince1970: 0) }

  private func outcome(
    _ touches: [String] = [], done: [String] = [], applications: [JobApplication] = [], today: String = "2026-12-31"
  ) -> MeetingOutcome {
    let interactions = touches.enumerated().map {
      Interaction(
        id: Identifier(high: 3, low: UInt64($0)), date: PartialDate($1) ?? PartialDate(year: 1)!, channel: "call",
        participants: [ada.id])
    }
    let met = Interaction(
      id: Identifier(high: 3, low: 99), date: PartialDate("2026-10-01")!, channel: "event", participants: [ada.id],
      event: event)
    return MeetingOutcome(
      ada, met: met.date, at: event, interactions: interactions + [met], settled: done.map(day),
      applications: applications, today: day(today))
  }

  @Test(arguments: [
    ([], [], "2026-10-03", "pending"), ([], [], "2026-10-04", "no"), (["2026-10-03"], [], "2026-12-31", "inTime"),
    (["2026-10-04"], [], "2026-12-31", "later"), ([], ["2026-10-01"], "2026-12-31", "inTime"),
    ([], ["2026-10-09"], "2026-12-31", "later"), (["2026-10-01"], [], "2026-12-31", "no"),
    (["2026-10"], [], "2026-12-31", "no"), (["2026-10-20", "2026-10-02"], [], "2026-12-31", "inTime"),
  ])
  func followedUp(_ touches: [String], _ done: [String], _ today: String, _ expected: String) {
    #expect(outcome(touches, done: done, today: today).followedUp.rawValue == expected)
  }

  @Test func spokeAgainIsAfterTheTwoDays() {
    #expect(outcome(["2026-10-03"]).spokeAgain == nil)
    #expect(outcome(["2026-10-03", "2026-10-04", "2026-11-01"]).spokeAgain == PartialDate("2026-11-01"))
  }

  @Test(arguments: [
    ("2026-10-01", JobApplication.Involvement.Role.referrer, true, true), ("2026-09-30", .referrer, false, false),
    ("2026-10-02", .interviewer, false, true), ("", .referrer, false, false),
  ])
  func whatItLedTo(
    _ applied: String, _ role: JobApplication.Involvement.Role, _ isReferral: Bool, _ isApplication: Bool
  ) {
    let application = JobApplication(
      id: Identifier(high: 4, low: 4), company: Identifier(high: 5, low: 5), position: "Engineer",
      stages: [JobApplication.Stage("applied", on: PartialDate(applied))],
      involved: [JobApplication.Involvement(ada.id, as: role)])
    let outcome = outcome(applications: [application])
    #expect((outcome.referral != nil) == isReferral)
    #expect((outcome.application != nil) == isApplication)
  }
}
