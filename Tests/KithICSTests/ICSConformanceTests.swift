import KithConformance
import KithCore
import KithICS
import Testing

@Suite struct ICSConformanceTests {
  @Test func exporterConforms() {
    for finding in ExporterConformance(ICSFormat()).run() { Issue.record("\(finding)") }
  }
}
