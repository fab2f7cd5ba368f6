import Foundation
import KithCore
import KithStore

@testable import KithCLI

/// A store in a folder of its own, and the invocation that leads to it.
struct RecordsFixture {
  let folder: URL
  let path: String
  var invocation: Invocation

  init(editor: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kith-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("kith.sqlite").path
    let now = Timestamp("2026-11-23T10:00:00Z")!
    invocation = Invocation(
      makePlugins: { PluginRegistry([]) }, now: now, today: CivilDay(PartialDate("2026-11-23")!)!, seed: 7,
      terminal: .none,
      defaultStore: path, editor: editor)
  }

  /// Runs `body` with the fixture, and cleans up.
  static func run(editor: String? = nil, _ body: (RecordsFixture) throws -> Void) throws {
    let fixture = try RecordsFixture(editor: editor)
    defer { try? FileManager.default.removeItem(at: fixture.folder) }
    try Invocation.$current.withValue(fixture.invocation) { try body(fixture) }
  }

  @discardableResult
  func write<Result>(_ body: (StoreEditor) throws -> Result) throws -> Result {
    let store = try Store.forWriting(at: path)
    defer { store.close() }
    return try store.write("test", at: invocation.now, seed: invocation.seed, .commit, body)
  }

  func read<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result {
    let store = try Store.forWriting(at: path)
    defer { store.close() }
    return try store.read(body)
  }

  /// Ada at Analytical Engines, met at SwiftConf through Charles.
  func meetAda() throws {
    try write { editor in
      var meeting = RecordMeeting(name: "Ada Lovelace", date: PartialDate("2026-10-01")!)
      meeting.company = "Analytical Engines"
      meeting.title = "CTO"
      meeting.event = "SwiftConf 2026"
      meeting.via = "Charles Babbage"
      meeting.facts = PersonFacts(emails: ["ada@example.com"], tags: ["compilers"], notes: ["first line\nsecond line"])
      return try meeting.perform(editor)
    }
  }

  func entity(_ name: String) throws -> Entity {
    try read { graph in
      let id = try graph.matches(name, among: Set(Entity.Kind.allCases)).best.first?.id
      return try id.flatMap { try graph.entity($0) } ?? { throw CommandError("no \(name)") }()
    }
  }

  func relations(of name: String) throws -> [RelatedEntity] {
    let id = try entity(name).id
    return try read { try $0.related(to: id) }
  }
}

extension OutputSink {
  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}
