import KithConformance
import KithCore
import KithDOT
import Testing

@Suite struct DOTConformanceTests {
  @Test func exporterConforms() {
    for finding in ExporterConformance(DOTFormat()).run() { Issue.record("\(finding)") }
  }
}
