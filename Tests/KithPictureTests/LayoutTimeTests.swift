import KithCore
import KithPicture
import KithTesting
import Testing

/// Four times the nodes take little more than four times the time: the distances of all pairs would take sixteen times.
@Suite(.serialized) struct LayoutTimeTests {
  @Test func timeGrowsWithTheGraph() {
    let growth = ProcessorTime.growth(from: 60) { people in
      _ = Picture(SampleNetwork.graph(people: people), title: "", caption: "")
    }
    #expect(growth <= 10, "grew \(growth)-fold")
  }
}
