import KithConformance
import KithCore
import KithICS
import Testing

/// A calendar that imports a later file updates what it has.
@Suite struct ICSRevisionTests {
  private let later = Timestamp(secondsSince1970: SampleGraph.clock.secondsSince1970 + 86_400)

  private func differences(_ graph: InMemoryGraph) throws -> Set<String> {
    let (first, second) = (try Calendar.of(graph), try Calendar.of(graph, now: later))
    let pairs = zip(first.properties, second.properties)
    #expect(first.properties.count == second.properties.count)
    return Set(pairs.filter { $0 != $1 }.map(\.0.name))
  }

  @Test func eventsAreTheSameUntilTheyChange() throws {
    var graph = InMemoryGraph()
    graph.entities = [Sample.entity(1, .event, "Fair")]
    #expect(try differences(graph).isEmpty)
    let before = try Calendar.of(graph)
    graph.entities[0].modified = later
    let after = try Calendar.of(graph)
    #expect(before.values("UID") == after.values("UID"))
    #expect(try number(before) < number(after))
    #expect(before.values("DTSTAMP")[0] < after.values("DTSTAMP")[0])
  }

  /// Nothing in a follow-up says when it was put off: only the clock of the export can.
  @Test func whatHasNoTimeOfChangeTakesTheClock() throws {
    #expect(try differences(SampleGraph.everything) == ["DTSTAMP", "SEQUENCE"])
    #expect(try number(Calendar.of(Sample.touch)) < number(Calendar.of(Sample.touch, now: later)))
  }

  /// In a folder the files are compared by what is in them: an unchanged record is an unchanged file.
  @Test func filesOfAFolderDoNotDependOnTheClock() throws {
    #expect(try files(SampleGraph.everything, SampleGraph.clock) == files(SampleGraph.everything, later))
  }

  @Test func uidsAreUnique() throws {
    for graph in [SampleGraph.everything, SampleGraph.hostile] {
      let uids = try Calendar.of(graph).values("UID")
      #expect(Set(uids).count == uids.count)
    }
  }

  @Test func eachFileOfAFolderIsACalendar() throws {
    let files = try files(SampleGraph.everything, SampleGraph.clock)
    #expect(files.count == (try Calendar.of(SampleGraph.everything)).entries.count)
    for (name, bytes) in files {
      let calendar = Calendar(bytes)
      #expect(calendar.values("UID") == [name])
      #expect(calendar.values("BEGIN").first == "VCALENDAR")
      #expect(calendar.values("END").last == "VCALENDAR")
    }
  }

  private func number(_ calendar: Calendar) throws -> Int {
    try #require(calendar.values("SEQUENCE").first.flatMap { Int($0) })
  }

  private func files(_ graph: InMemoryGraph, _ now: Timestamp) throws -> [String: [UInt8]] {
    let format = ICSFormat()
    var files: [String: [UInt8]] = [:]
    var name = ""
    let output = OutputSink { files[name, default: []] += $0 }
    let context = ExportContext(
      output: output, options: try OptionValues([("split", "yes")], for: format.format), now: now,
      diagnostics: DiagnosticLog(), fileStarter: { name = $0 })
    try format.run(on: graph, including: Set(PrivateData.allCases), in: context)
    return files
  }
}
