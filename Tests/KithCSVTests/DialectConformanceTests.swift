import KithCSV
import KithConformance
import KithCore
import Testing

/// The rules for importers hold for files of the other dialects too: damaged ones are answered without a trap.
struct DialectConformanceTests {
  @Test(arguments: ["google", "outlook", "thunderbird"])
  func importerConforms(dialect: String) throws {
    let files = try [SampleGraph.small, SampleGraph.everything].map {
      try CSVTesting.write($0, options: [("dialect", dialect)]).bytes
    }
    for finding in ImporterConformance(ReadOnly(), samples: files).run() { Issue.record("\(dialect): \(finding)") }
  }

  /// Without the exporter, so that only the samples are read.
  private struct ReadOnly: Importer {
    private let csv = CSVFormat()
    var format: Format { csv.format }
    func recognizes(_ head: [UInt8]) -> Bool { csv.recognizes(head) }
    func importRecords(in context: ImportContext) throws { try csv.importRecords(in: context) }
  }
}
