import KithCore
import Testing

struct FollowUpTests {
  @Test func aStateIsReadFromItsWordAndDay() throws {
    let day = try #require(CivilDay("2026-11-03"))
    for state in [FollowUp.State.open, .done(on: day), .skipped(on: day)] {
      #expect(FollowUp.State(state.word, on: state.day) == state)
    }
    #expect(FollowUp.State("open", on: day) == nil)
    #expect(FollowUp.State("done", on: nil) == nil)
    #expect(FollowUp.State("doing", on: day) == nil)
  }
}
