import Foundation
import KithCore
import Testing

@testable import KithStore

struct StoreOpeningTests {
  private let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  private func sqlite(_ sql: String, at path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"]
      + [path, sql]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  /// The umask belongs to the process, so that both are tried in one test.
  @Test func folderAndFileArePrivateWhateverTheUmask() throws {
    for mask in [0, 0o022] as [mode_t] {
      let path = store.folder + "/mask\(mask)/deep/kith.sqlite"
      let before = umask(mask)
      defer { umask(before) }
      let opened = try Store.forWriting(at: path)
      _ = try opened.write("met", at: TemporaryStore.now) { try $0.insert(.test(1, "Ada Lovelace")) }
      opened.close()
      #expect(try mode(path) == 0o600)
      #expect(try mode(store.folder + "/mask\(mask)/deep") == 0o700)
      #expect(try mode(store.folder + "/mask\(mask)") == 0o700)
    }
  }

  @Test func nothingIsThere() throws {
    #expect(try Store.forReading(at: store.path) == nil)
    #expect(!FileManager.default.fileExists(atPath: store.path))
  }

  /// To read one makes no store of it.
  @Test func anEmptyFileIsAStoreToBe() throws {
    #expect(FileManager.default.createFile(atPath: store.path, contents: nil))
    #expect(try Store.forReading(at: store.path) == nil)
    #expect(try StoreFile.size(of: store.path) == 0)
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    #expect(try store.read { try $0.counts().entities } == [.person: 1])
  }

  @Test(arguments: ["hello", String(repeating: "no database ", count: 100)])
  func somethingElse(text: String) throws {
    try text.write(toFile: store.path, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notAStore(path: store.path)) { try Store.forReading(at: store.path) }
    #expect(throws: StoreError.notAStore(path: store.path)) { try Store.forWriting(at: store.path) }
    #expect(try String(contentsOfFile: store.path, encoding: .utf8) == text)
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    try sqlite("CREATE TABLE moz_places (id INTEGER PRIMARY KEY); INSERT INTO moz_places VALUES (1);", at: store.path)
    let before = FileManager.default.contents(atPath: store.path)
    #expect(throws: StoreError.notAStore(path: store.path)) { try Store.forReading(at: store.path) }
    #expect(throws: StoreError.notAStore(path: store.path)) { try Store.forWriting(at: store.path) }
    #expect(FileManager.default.contents(atPath: store.path) == before)
  }

  @Test func aFolder() throws {
    #expect(throws: StoreError.self) { try Store.forReading(at: store.folder) }
    #expect(throws: StoreError.self) { try Store.forWriting(at: store.folder) }
  }

  @Test func aLaterVersion() throws {
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    try sqlite("PRAGMA user_version = 99", at: store.path)
    #expect(throws: StoreError.tooNew(path: store.path, version: 99)) { try Store.forReading(at: store.path) }
    #expect(throws: StoreError.tooNew(path: store.path, version: 99)) { try Store.forWriting(at: store.path) }
  }

  @Test func damage() throws {
    try store.take(Graphs.everything)
    let file = try #require(FileHandle(forUpdatingAtPath: store.path))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xa5, count: 200_000))
    try file.close()
    let error = #expect(throws: StoreError.self) { try store.read { try $0.records() } }
    #expect(error == .damaged(path: store.path))
  }

  /// As a crash in the middle of a commit leaves it: pages half written, the old ones in the journal.
  @Test(arguments: [true, false])
  func aHotJournalIsTakenBack(writing: Bool) throws {
    try store.take(Graphs.everything)
    let before = try store.read { try StoreDump($0) }
    let crashed = store.folder + "/crashed.sqlite"
    let opened = try Store.forWriting(at: store.path)
    defer { opened.close() }
    struct Crash: Error {}
    #expect(throws: Crash.self) {
      try opened.write("import", at: TemporaryStore.now) { editor in
        // A small cache makes SQLite write pages before the commit.
        try editor.connection.execute("PRAGMA cache_size = 2")
        for number in 0..<2000 { try editor.insert(.test(UInt64(1000 + number), "Person \(number)")) }
        for end in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: store.path + end, toPath: crashed + end)
        }
        throw Crash()
      }
    }
    #expect(StoreFile.hasJournal(crashed))
    #expect(FileManager.default.contents(atPath: crashed) != FileManager.default.contents(atPath: store.path))
    let again = writing ? try Store.forWriting(at: crashed) : try #require(try Store.forReading(at: crashed))
    defer { again.close() }
    #expect(try again.read { try StoreDump($0) } == before)
    #expect(try again.read { try $0.check() } == [])
  }

  @Test func theSecondWriterWaitsForTheFirst() async throws {
    let path = store.path
    let first = try Store.forWriting(at: path)
    let second = Task.detached {
      let second = try Store.forWriting(at: path)
      defer { second.close() }
      return try second.read { try $0.counts().entities[.person] }
    }
    _ = try first.write("met", at: TemporaryStore.now) { try $0.insert(.test(1, "Ada Lovelace")) }
    first.close()
    let people = try await second.value
    #expect(people == 1)
  }

  @Test func rehearsalsAndFailuresLeaveNothing() throws {
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    let before = try store.read { try StoreDump($0) }
    try store.write("met", .discard) { try $0.insert(.test(2, "Grace Hopper")) }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.write { editor in
        try editor.insert(.test(2, "Grace Hopper"))
        throw Stop()
      }
    }
    #expect(try store.read { try StoreDump($0) } == before)
    #expect(try store.read { try $0.history().count } == 1)
  }
}
