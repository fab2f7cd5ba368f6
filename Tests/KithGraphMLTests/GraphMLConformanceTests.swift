import KithConformance
import KithCore
import KithGraphML
import Testing

@Suite struct GraphMLConformanceTests {
  @Test func exporterConforms() {
    for finding in ExporterConformance(GraphMLFormat()).run() { Issue.record("\(finding)") }
  }
}
