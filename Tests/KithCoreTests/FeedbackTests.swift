import KithCore
import Testing

struct FeedbackTests {
  @Test func itsStateIsTheLastStep() {
    var feedback = Feedback(id: Identifier(high: 0, low: 1), giver: Identifier(high: 0, low: 2))
    #expect(feedback.state == nil)
    feedback.steps = [Feedback.Step(.asked), Feedback.Step(.received)]
    #expect(feedback.state == .received)
  }
}
