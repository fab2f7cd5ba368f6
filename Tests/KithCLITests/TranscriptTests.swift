import Foundation
import Testing

@Suite struct TranscriptTests {
  @Test func thereAreTranscripts() { #expect(Transcript.all.contains { $0.lastPathComponent == "README.md" }) }

  /// What the documents show is what kith does. `KITH_RECORD=1` writes them anew.
  @Test(arguments: Transcript.all)
  func documentsShowWhatKithDoes(_ file: URL) throws {
    let replayed = try Transcript(file: file).replayed()
    if ProcessInfo.processInfo.environment["KITH_RECORD"] != nil {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    for (line, (shown, done)) in zip(written.lines, replayed.lines).enumerated() where shown != done {
      Issue.record("\(file.lastPathComponent):\(line + 1): shows '\(shown)', kith says '\(done)'")
      return
    }
    #expect(written.lines.count == replayed.lines.count)
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
