import KithConformance
import KithCore
import Testing

/// Every format of the registry keeps the contract; a new one is tested here without a line of test.
struct RegistryConformanceTests {
  @Test(arguments: registry.exporters.map(\.format.name))
  func exporterConforms(_ name: String) throws {
    let exporter = try #require(registry.exporter(named: name))
    for finding in ExporterConformance(exporter).run() { Issue.record("\(name): \(finding)") }
  }

  @Test(arguments: registry.importers.map(\.format.name))
  func importerConforms(_ name: String) throws {
    let importer = try #require(registry.importer(named: name))
    let conformance = ImporterConformance(importer, among: registry)
    for finding in conformance.run() { Issue.record("\(name): \(finding)") }
  }

  @Test func strangersAreFoundLikeBuiltInFormats() {
    #expect(registry.exporter(named: "markdown") != nil)
    #expect(registry.importer(named: "markdown") == nil, "export only")
    #expect(registry.importer(recognizing: Array("# people, tab separated\nAda".utf8))?.format.name == "tabbed")
  }
}
