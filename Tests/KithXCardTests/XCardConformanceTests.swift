import KithConformance
import KithCore
import KithVCard
import KithXCard
import Testing

/// The suite runs over every format of the registry too; here it runs without the rest of the program.
@Suite struct XCardConformanceTests {
  @Test func exporterConforms() {
    for finding in ExporterConformance(XCardFormat()).run() { Issue.record("\(finding)") }
  }

  @Test func importerConforms() {
    let neighbours = PluginRegistry([VCardFormat(), XCardFormat()])
    for finding in ImporterConformance(XCardFormat(), among: neighbours).run() { Issue.record("\(finding)") }
    for finding in ImporterConformance(VCardFormat(), among: neighbours).run() { Issue.record("vcard: \(finding)") }
  }
}
