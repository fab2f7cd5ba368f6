import KithCSV
import KithCore
import Testing

@testable import KithCSV

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Twice the input takes about twice the time, however hostile it is.
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

  private func seconds(_ bytes: [UInt8]) -> Double {
    var best = Double.infinity
    for _ in 0..<2 {
      var (start, end) = (timespec(), timespec())
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      _ = try? CSVTesting.read(bytes)
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      best = min(best, Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9)
    }
    return best
  }

  @Test(arguments: inputs.keys.sorted())
  func twiceTheInputTakesTwiceTheTime(what: String) throws {
    let make = try #require(Self.inputs[what])
    let (once, twice) = (seconds(Array(make(50_000).utf8)), seconds(Array(make(100_000).utf8)))
    #expect(twice <= once * 2.3 + 0.02, "\(what): \(once) s and \(twice) s")
  }

  @Test func aRecordBeyondTheLimitIsSkippedInBoundedMemory() throws {
    let rows = "First Name,Notes\nAda,x\nGrace," + String(repeating: "y", count: 17 << 20) + "\nAlan,z\n"
    let file = try CSVTesting.read(rows, options: [("map", "Notes=notes")])
    #expect(file.entities.map(\.name) == ["Ada", "Alan"])
    #expect(file.problems == ["record-too-long:3"])
    #expect(file.diagnostics[0].message.contains("16 MB"))
  }
}
