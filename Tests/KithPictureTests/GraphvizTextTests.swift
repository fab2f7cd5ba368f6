import KithCore
import KithPicture
import Testing

@Suite struct GraphvizTextTests {
  private func positions(_ text: String, count: Int) -> [Point]? {
    var text = text
    return text.withUTF8 { GraphvizText.positions($0, count: count) }
  }

  @Test func placesAreReadBack() {
    let text =
      "graph 1 2 3\nnode 1 0.5 2.25 0.05 0.05 \"\" solid point black black\nnode 0 1e1 0 1 1\nedge 0 1 4\nstop\n"
    #expect(positions(text, count: 2) == [Point(10, 0), Point(0.5, -2.25)])
  }

  @Test(arguments: [
    "", "node 0 1 2\n", "node 0 1 2\nnode 1 nan 2\n", "node 0 1 2\nnode 7 1 2\n", "node 0 1\nnode 1 x y\n",
  ])
  func aPlaceMissingMakesAllUseless(_ text: String) { #expect(positions(text, count: 2) == nil) }

  /// Another program is told numbers, and nothing of anybody.
  @Test func namesStayHome() throws {
    let output = OutputSink.inMemory()
    try GraphvizText.write(SampleNetwork.graph(people: 5), to: output)
    let text = output.withBytes { String(decoding: $0, as: UTF8.self) }
    #expect(!text.contains("Ada") && !text.contains("Engineer"))
    #expect(text.contains("--"))
  }
}
