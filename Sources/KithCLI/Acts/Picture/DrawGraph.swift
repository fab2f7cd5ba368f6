import KithCore
import KithPicture
import KithStore

/// Draws a graph, to a file or stdout.
struct DrawGraph {
  let format: PictureFormat
  let target: String?
  let limit: Int?
  let layouter: PictureLayouter
  let isPublic: Bool
  /// As it was typed.
  let selector: [String]

  func perform(_ graph: StoredGraph) throws {
    let entities = try graph.entityCounts()
    let total = entities.values.reduce(0, +)
    guard total > 0 else {
      throw CommandError("nobody matches; nothing was drawn", hint: "kith list shows who there is", code: .notFound)
    }
    let shown = try reduced(graph, total)
    let output = try ExportTarget(path: target)
    let words: String
    do {
      words = try write(shown, to: output.sink)
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
    if let target, target != "-" {
      try Descriptor.standardOutput.say("drew \(words) in \(TerminalText.cleaned(target))")
    }
    if let limit, total > limit { try sayLeftOut(total, limit) }
  }

  private func reduced(_ graph: StoredGraph, _ total: Int) throws -> StoredGraph {
    guard let limit, total > limit else { return graph }
    return try graph.showing(NearestNodes(in: graph).chosen(limit))
  }

  private func sayLeftOut(_ total: Int, _ limit: Int) throws {
    let which = selector.isEmpty ? "the people nearest to you" : "those of them nearest to you"
    try Descriptor.standardError.say(
      "left out \(total - limit) of \(total) records: it shows \(which); --limit \(total) draws all")
  }

  /// Returns what was drawn.
  private func write(_ graph: StoredGraph, to output: OutputSink) throws -> String {
    if format == .dot || format == .graphml {
      try export(graph, to: output)
      return try words(for: graph, ties: try graph.counts().relations.values.reduce(0, +))
    }
    let drawn = try PictureFinder(today: Invocation.current.today, isPublic: isPublic).graph(of: graph)
    let words = try words(for: graph, ties: drawn.tieCount)
    let picture = try picture(of: drawn, words)
    if format == .svg {
      try SVGPicture(picture, to: output).write()
    } else {
      try HTMLPicture(picture, to: output).write()
    }
    return words
  }

  /// Nobody expects e-mail addresses or notes in a picture: only what became of the names is said.
  private func export(_ graph: StoredGraph, to output: OutputSink) throws {
    let exporter = try Invocation.current.plugins.anyExporter(named: format.rawValue)
    let report = DiagnosticReport(explaining: false)
    let context = ExportContext(
      output: output, options: try OptionValues([], for: exporter.format), now: Invocation.current.now,
      diagnostics: report.log)
    try exporter.run(on: graph, in: context)
    for group in report.log.groups where !["no-", "private-"].contains(where: group.first.code.hasPrefix) {
      try Descriptor.standardError.say("\(format.rawValue): \(group.first.message) (\(group.count))")
    }
  }

  private func picture(of drawn: PictureGraph, _ words: String) throws -> Picture {
    let positions = try layouter == .kith ? nil : GraphvizLayout(isWanted: layouter == .graphviz).positions(of: drawn)
    return Picture(
      drawn, title: selector.isEmpty ? "Who is tied to whom" : selector.joined(separator: " "),
      caption: "\(words); \(Invocation.current.today)", positions: positions)
  }

  /// "12 people, 1 company, 30 ties"
  private func words(for graph: StoredGraph, ties: Int) throws -> String {
    let entities = try graph.entityCounts()
    let kinds = Entity.Kind.allCases.compactMap { kind in
      entities[kind].map { "\($0) \($0 == 1 ? kind.rawValue : kind.plural)" }
    }
    return (kinds + ["\(ties) tie\(ties == 1 ? "" : "s")"]).joined(separator: ", ")
  }
}
