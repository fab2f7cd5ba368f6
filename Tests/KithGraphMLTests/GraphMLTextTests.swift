import KithConformance
import KithCore
import KithGraphML
import Testing

@Suite struct GraphMLTextTests {
  @Test func everyKeyThatIsUsedIsDeclared() throws {
    let text = try GraphMLText.written(SampleGraph.everything)
    let declared = Set(text.matches(of: #/<key id="(\w+)"/#).map { String($0.1) })
    let used = Set(text.matches(of: #/<data key="(\w+)"/#).map { String($0.1) })
    #expect(!used.isEmpty && used.isSubset(of: declared))
  }

  /// Those that say the same from both ends have no direction, where the reader takes such graphs.
  @Test func symmetricRelationsAreUndirectedWhereAsked() throws {
    let plain = try GraphMLText.written(SampleGraph.small)
    #expect(!plain.contains("directed=\"false\"") && plain.contains("<data key=\"symmetric\">true</data>"))
    let mixed = try GraphMLText.written(SampleGraph.small, [("edges", "mixed")])
    #expect(mixed.matches(of: #/directed="false"/#).count == 1, "one of them met another")
  }

  @Test func tagsWithCommasAreReported() throws {
    var graph = SampleGraph.small
    graph.entities[0].tags = ["one, two", "three"]
    let log = DiagnosticLog()
    #expect(try GraphMLText.written(graph, log: log).contains(">one, two, three<"))
    #expect(log.groups.contains { $0.first.code == "joined-list" })
  }
}
