import KithConformance
import KithCore
import KithVCard
import Testing

@testable import KithJSContact

@Suite struct JSContactConformanceTests {
  @Test func exporterConforms() {
    let findings = ExporterConformance(JSContactFormat()).run()
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }

  @Test func importerConforms() {
    let findings = ImporterConformance(JSContactFormat(), among: PluginRegistry([VCardFormat()])).run()
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }
}
