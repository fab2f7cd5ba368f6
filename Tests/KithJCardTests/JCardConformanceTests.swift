import KithConformance
import KithCore
import KithJCard
import KithVCard
import Testing

/// The suite runs over every format of the registry too; here it runs without the rest of the program.
@Suite struct JCardConformanceTests {
  @Test func exporterConforms() {
    for finding in ExporterConformance(JCardFormat()).run() { Issue.record("\(finding)") }
  }

  @Test func importerConforms() {
    let neighbours = PluginRegistry([VCardFormat(), JCardFormat()])
    for finding in ImporterConformance(JCardFormat(), among: neighbours).run() { Issue.record("\(finding)") }
  }
}
