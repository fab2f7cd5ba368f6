import KithCSV
import KithCore
import KithTesting
import Testing

@testable import KithCSV

/// Four times the input takes about four times the time, however hostile it is.
@Suite(.serialized)
struct LinearTimeTests {
  private static let head = "First Name,E-mail 1 - Label,E-mail 1 - Value,Labels,Notes\n"

  private static let inputs: [String: @Sendable (Int) -> String] = [
    "separators in a cell": { "\(head)Ada,Home,\(String(repeating: "a@b ::: ", count: $0)),,\n" },
    "labels": { "\(head)Ada,,,\(String(repeating: "x ::: ", count: $0)),\n" },
    "delimiters": { "\(head)Ada\(String(repeating: ",", count: $0))\n" },
    "quotes": { "\(head)Ada,,,,\"\(String(repeating: "\"\"", count: $0))\"\n" },
    "stray quotes": { "\(head)Ada,,,,\(String(repeating: "\"a\"", count: $0))\n" },
    "unclosed quotes": { head + String(repeating: "Ada,\"x\n", count: $0) },
    "columns": { n in (0..<n).map { "Column \($0)" }.joined(separator: ",") + ",First Name,E-mail Address\nAda\n" },
    "numbered columns": { n in
      "First Name," + (1...n).map { "E-mail \($0) - Value" }.joined(separator: ",") + "\nAda\n"
    },
    "line ends": { head + String(repeating: "\n", count: $0) + "Ada\n" },
    "rows": { head + String(repeating: "Ada,Home,a@b.example,x ::: y,z\n", count: $0 / 10) },
    "lines in a cell": { "\(head)Ada,,,,\"\(String(repeating: "x\n", count: $0))\"\n" },
    "colons": { "\(head)Ada,Home,\(String(repeating: ":", count: $0)),\(String(repeating: "::", count: $0)),\n" },
  ]

  @Test(arguments: inputs.keys.sorted())
  func timeGrowsWithTheInput(what: String) throws {
    let make = try #require(Self.inputs[what])
    let texts = [50_000: Array(make(50_000).utf8), 200_000: Array(make(200_000).utf8)]
    let growth = ProcessorTime.growth(from: 50_000) { _ = try? CSVTesting.read(texts[$0, default: []]) }
    #expect(growth <= ProcessorTime.linear)
  }

  @Test func aRecordBeyondTheLimitIsSkippedInBoundedMemory() throws {
    let rows = "First Name,Notes\nAda,x\nGrace," + String(repeating: "y", count: 17 << 20) + "\nAlan,z\n"
    let file = try CSVTesting.read(rows, options: [("map", "Notes=notes")])
    #expect(file.entities.map(\.name) == ["Ada", "Alan"])
    #expect(file.problems == ["record-too-long:3"])
    #expect(file.diagnostics[0].message.contains("16 MB"))
  }
}
