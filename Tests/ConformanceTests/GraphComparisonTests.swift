import KithCore
import Testing

@testable import KithConformance

struct GraphComparisonTests {
  @Test func findsNothingBetweenEqualGraphs() {
    #expect(GraphComparison.differences(SampleGraph.everything, SampleGraph.everything) == [])
  }

  @Test func namesWhatDiffers() {
    var other = SampleGraph.everything
    other.owner = nil
    other.entities[1].tags = []
    other.entities[1].photo = nil
    other.entities[1].doNotAsk = true
    other.relations.removeLast()
    other.interactions[0].summary = ""
    other.applications[2].position = ""
    other.followUps[1].why = "because"
    other.feedback.removeLast()
    other.introductions[0].reason = "because"
    other.keepInTouch[0].isIgnored = true
    #expect(
      GraphComparison.differences(SampleGraph.everything, other) == [
        "the owner is another", "entities differ at number 2: doNotAsk, tags, photo",
        "\(other.relations.count + 1) relations became \(other.relations.count)",
        "interactions differ at number 1: \(SampleGraph.id(101)) and \(SampleGraph.id(101))",
        "applications differ at number 3: \(SampleGraph.id(203)) and \(SampleGraph.id(203))",
        "follow-ups differ at number 2: \(SampleGraph.id(301)) and \(SampleGraph.id(301))",
        "\(other.feedback.count + 1) pieces of feedback became \(other.feedback.count)",
        "introductions differ at number 1: \(SampleGraph.id(500)) and \(SampleGraph.id(500))",
        "intervals of touch differ at number 1: \(SampleGraph.id(2)) and \(SampleGraph.id(2))",
      ])
  }
}
