import Foundation
import KithCSV
import KithConformance
import KithCore
import Testing

/// Each written dialect over the sample graphs, byte for byte. `Scripts/record` writes the files anew.
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/CSV").standardized
  private static let graphs = ["small": SampleGraph.small, "everything": SampleGraph.everything]
  private static let isRecording = ProcessInfo.processInfo.environment["KITH_RECORD"] != nil

  @Test(arguments: ["google", "outlook", "thunderbird", "kith"], ["small", "everything"])
  func sameBytes(dialect: String, graph: String) throws {
    let made = try CSVTesting.write(try #require(Self.graphs[graph]), options: [("dialect", dialect)]).bytes
    try compare(made, "\(dialect)-\(graph).csv")
  }

  @Test func safeForSpreadsheets() throws {
    let options = [(name: "spreadsheet-safe", value: "yes")]
    try compare(CSVTesting.write(SpreadsheetTests.graph, options: options).bytes, "kith-spreadsheet.csv")
  }

  private func compare(_ made: [UInt8], _ name: String) throws {
    let file = Self.folder.appending(path: name)
    if Self.isRecording { try Data(made).write(to: file) }
    let golden = [UInt8](try Data(contentsOf: file))
    #expect(CSVTesting.text(made) == CSVTesting.text(golden), "\(name) changed")
    #expect(made == golden)
  }

  @Test func everyGoldenBelongsToATest() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names.count == 9 && names.allSatisfy { $0.hasSuffix(".csv") })
  }
}
