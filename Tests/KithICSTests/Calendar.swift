import KithConformance
import KithCore
import KithICS
import Testing

/// A calendar as a strict reader sees it (RFC 5545 §3.1).
struct Calendar {
  struct Property: Equatable {
    var name: String
    var value: String
  }

  /// Every line without its end, as it stands in the file.
  let lines: [[UInt8]]
  let properties: [Property]
  let isTerminated: Bool

  init(_ bytes: [UInt8]) {
    var lines: [[UInt8]] = [[]]
    for (index, byte) in bytes.enumerated() {
      let endsLine = byte == 0x0a && index > 0 && bytes[index - 1] == 0x0d
      if endsLine { lines[lines.count - 1].removeLast() }
      if endsLine { lines.append([]) } else { lines[lines.count - 1].append(byte) }
    }
    isTerminated = lines.removeLast().isEmpty
    self.lines = lines
    var unfolded: [[UInt8]] = []
    for line in lines {
      if line.first == 0x20, !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    properties = unfolded.map { line in
      let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
      return Property(
        name: String(decoding: line.prefix(colon), as: UTF8.self),
        value: String(decoding: line.dropFirst(colon + 1), as: UTF8.self))
    }
  }

  func values(_ name: String) -> [String] { properties.filter { $0.name == name }.map(\.value) }

  /// The values of the property in the entry of a UID.
  func values(_ name: String, of uid: String) -> [String] {
    guard let start = properties.firstIndex(of: Property(name: "UID", value: uid)) else { return [] }
    let entry = properties[start...].prefix { $0.name != "END" }
    return entry.filter { $0.name == name }.map(\.value)
  }

  /// The kinds of entry, in their order.
  var entries: [String] { values("BEGIN").filter { $0 != "VCALENDAR" } }

  static func of(
    _ graph: InMemoryGraph, including: Set<PrivateData> = Set(PrivateData.allCases),
    options: [(name: String, value: String)] = [], now: Timestamp = SampleGraph.clock,
    log: DiagnosticLog = DiagnosticLog()
  ) throws -> Calendar {
    let format = ICSFormat()
    let output = OutputSink.inMemory()
    let context = ExportContext(
      output: output, options: try OptionValues(options, for: format.format), now: now, diagnostics: log)
    try format.run(on: graph, including: including, in: context)
    return Calendar(output.withBytes { Array($0) })
  }
}
