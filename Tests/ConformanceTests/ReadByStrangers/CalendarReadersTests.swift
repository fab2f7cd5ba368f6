import Foundation
import KithConformance
import KithCore
import KithICS
import Testing

/// The calendars that kith writes are read back the same by programs that are not kith.
@Suite struct CalendarReadersTests {
  struct Entry: Codable, Equatable {
    var kind: String
    var uid: String
    var summary: String
    var description: String
    var day: String
    var sequence: Int
  }

  private static let graphs = ["empty", "small", "everything", "hostile"]

  @Test(arguments: graphs)
  func icalendarReadsOurCalendars(_ name: String) throws {
    guard (try? Stranger.run(["python3", "-c", "import icalendar"])) ?? nil != nil else {
      return print("skipped: Python's icalendar is not installed")
    }
    let script = Stranger.folder.appendingPathComponent("read_icalendar.py").path
    let answer = try #require(try read(name) { ["python3", script, $0] })
    let entries = try answer.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
    try expect(entries, of: name)
  }

  @Test(arguments: graphs)
  func libicalReadsOurCalendars(_ name: String) throws {
    guard let program = Self.libical else { return print("skipped: libical is not installed") }
    let answer = try #require(try read(name) { program + [$0] })
    let entries = answer.split(separator: "\u{1d}").map { entry in
      let fields = entry.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
      return Entry(
        kind: fields[0], uid: fields[1], summary: fields[2], description: fields[3], day: fields[4],
        sequence: Int(fields[5]) ?? -1)
    }
    // libical takes white space off the ends of a value.
    try expect(entries, of: name) { $0.filter { !$0.isWhitespace } }
  }

  private static let libical = Stranger.built(
    "read_libical.c", by: ["cc", "gcc", "clang"],
    with: try? Stranger.run(["pkg-config", "--cflags", "--libs", "libical"]))

  private func read(_ name: String, by command: (String) -> [String]) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(UUID().uuidString).ics")
    try Data(try Self.bytes(of: name)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Stranger.run(command(file.path))
  }

  private static func bytes(of name: String) throws -> [UInt8] {
    let graph = try #require(SampleGraph.all.first { $0.name == name }).graph
    let format = ICSFormat()
    let output = OutputSink.inMemory()
    let context = ExportContext(
      output: output, options: try OptionValues([], for: format.format), now: SampleGraph.clock,
      diagnostics: DiagnosticLog())
    try format.run(on: graph, including: Set(PrivateData.allCases), in: context)
    return output.withBytes { Array($0) }
  }

  private func expect(_ entries: [Entry], of name: String, by normal: (String) -> String = { $0 }) throws {
    func normalized(_ entry: Entry) -> Entry {
      var entry = entry
      entry.summary = normal(entry.summary)
      entry.description = normal(entry.description)
      return entry
    }
    let expected = Self.entries(try Self.bytes(of: name))
    #expect(entries.count == expected.count)
    for (read, written) in zip(entries, expected) { #expect(normalized(read) == normalized(written)) }
  }

  /// What is in the file, by the rules of RFC 5545 alone.
  private static func entries(_ bytes: [UInt8]) -> [Entry] {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\r")).reduce(into: [[UInt8]]()) { lines, raw in
      let line = raw.first == UInt8(ascii: "\n") ? raw.dropFirst() : raw
      if line.first == UInt8(ascii: " "), !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else if !line.isEmpty {
        lines.append(Array(line))
      }
    }
    var found: [Entry] = []
    for line in lines {
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let value = String(decoding: line.dropFirst(name.count + 1), as: UTF8.self)
      take(String(decoding: name, as: UTF8.self), value, into: &found)
    }
    return found
  }

  private static func take(_ name: String, _ value: String, into found: inout [Entry]) {
    if name == "BEGIN", value != "VCALENDAR" {
      found.append(Entry(kind: value, uid: "", summary: "", description: "", day: "", sequence: -1))
    }
    guard let last = found.indices.last else { return }
    switch name {
    case "UID": found[last].uid = value
    case "SUMMARY": found[last].summary = unescaped(value)
    case "DESCRIPTION": found[last].description = unescaped(value)
    case "DTSTART;VALUE=DATE", "DUE;VALUE=DATE":
      found[last].day = PartialDate(value)?.description ?? "?"
    case "SEQUENCE": found[last].sequence = Int(value) ?? -1
    default: break
    }
  }

  private static func unescaped(_ value: String) -> String {
    var text = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
