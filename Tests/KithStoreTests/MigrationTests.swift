import Foundation
import KithCore
import KithJSONLines
import Testing

@testable import KithStore

/// Stores that released versions made are brought up to date with all that is in them. They lie in Tests/Stores.
struct MigrationTests {
  private static let stores = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Stores")

  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    let file = MigrationTests.stores.appending(path: "version1.sqlite").path
    try FileManager.default.copyItem(atPath: file, toPath: store.path)
  }

  private static func export(_ store: TemporaryStore) throws -> String {
    let format = JSONLinesFormat()
    let sink = OutputSink.inMemory()
    let context = ExportContext(
      output: sink, options: try OptionValues([], for: format.format), now: TemporaryStore.now,
      diagnostics: DiagnosticLog())
    try store.read { try format.run(on: $0, in: context) }
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The export that the old version wrote of it lies beside the store.
  @Test func whatWasInItStays() throws {
    #expect(try StoreFile.version(store.path) == 1)
    let before = try String(contentsOf: MigrationTests.stores.appending(path: "version1.jsonl"), encoding: .utf8)
    #expect(try MigrationTests.export(store) == before)
    #expect(try StoreFile.version(store.path) == Schema.version)
    #expect(try store.read { try $0.check() } == [])
    #expect(try store.read { try $0.history().count } == 8)
  }

  @Test func whatWasInOneOfVersion2Stays() throws {
    let second = try TemporaryStore()
    let files = MigrationTests.stores
    try FileManager.default.copyItem(atPath: files.appending(path: "version2.sqlite").path, toPath: second.path)
    #expect(try StoreFile.version(second.path) == 2)
    let before = try String(contentsOf: files.appending(path: "version2.jsonl"), encoding: .utf8)
    #expect(try MigrationTests.export(second) == before)
    #expect(try StoreFile.version(second.path) == Schema.version)
    #expect(try second.read { try $0.check() } == [])
    #expect(try second.read { try $0.history().count } == 11)
  }

  @Test func itHasTheSchemaOfANewOne() throws {
    let schema = "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"
    let new = try TemporaryStore()
    try new.write { try $0.insert(.test(1, "Ada Lovelace")) }
    #expect(try store.read { try $0.texts(schema) } == new.read { try $0.texts(schema) })
    #expect(
      try store.read { try $0.texts("SELECT tableName FROM highWater") }.sorted()
        == JournaledTable.all.map(\.name).sorted())
  }

  @Test func undoReachesBackBeforeIt() throws {
    let ada = try #require(try store.read { try $0.matches("ada", among: [.person]).best.first }).id
    try store.write { _ = try $0.save(FollowUp(id: .test(40), .thank, ada, created: TemporaryStore.now)) }
    #expect(try store.read { try $0.openFollowUps(with: ada).count } == 1)
    try store.write("undo") { editor in
      let found = try editor.undo().number
      #expect(found == 9)
    }
    try store.write("undo") { editor in
      let found = try editor.undo().number
      #expect(found == 6)
    }
    try store.write("undo") { editor in
      let found = try editor.undo(8).number
      #expect(found == 8)
    }
    #expect(try store.read { try $0.check() } == [])
    #expect(try store.read { try $0.applications(matching: "Analytical").first?.application.outcome } == nil)
  }

  /// Readers hold the store together; bringing it up to date is for one alone.
  @Test func manyReadersFindItAtOnce() async throws {
    let path = store.path
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let opened = try Store.forReading(at: path) else { return 0 }
          defer { opened.close() }
          return try opened.read { try $0.counts().interactions }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 3, count: 8))
  }
}
