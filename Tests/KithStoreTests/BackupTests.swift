import Foundation
import KithCore
import Testing

@testable import KithStore

/// A backup is whole or it is not there; a restored store is the one that was backed up, and nothing else.
struct BackupTests {
  private let store: TemporaryStore
  private var backup: String { store.folder + "/backup.sqlite" }

  init() throws {
    store = try TemporaryStore()
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
  }

  private func dump() throws -> StoreDump { try store.read { try StoreDump($0) } }

  private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: store.folder).sorted() }

  private func restore() throws -> String? {
    try StoreBackup.restore(backup, to: store.path, makingFolder: false, at: TemporaryStore.now).kept
  }

  @Test func whatWasBackedUpComesBack() throws {
    let before = try dump()
    #expect(try StoreBackup.write(store.path, to: backup)?.entities[.person] == 1)
    try store.write { try $0.insert(.test(2, "Grace Hopper")) }
    let later = try dump()
    let kept = try #require(try restore())
    #expect(try dump() == before)
    #expect(try store.read { try $0.check() } == [])
    #expect(try StoreBackup.restore(kept, to: store.path, makingFolder: false, at: TemporaryStore.now).kept != kept)
    #expect(try dump() == later)
    #expect(try files().allSatisfy { !$0.contains("kith-") }, "nothing is left lying about")
  }

  @Test func aBackupIsForItsOwnerAlone() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func theHistoryComesAlong() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    _ = try restore()
    _ = try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.counts().entities } == [:])
  }

  @Test func aDamagedBackupIsRefusedAndTheStoreStays() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    let before = try dump()
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: backup)))
    let name = try #require(bytes.firstRange(of: Array("Ada Lovelace".utf8)))
    bytes[name.lowerBound] ^= 4
    try Data(bytes).write(to: URL(filePath: backup))
    #expect(throws: StoreError.self) { try restore() }
    #expect(try dump() == before)
    #expect(try files() == ["backup.sqlite", "kith.sqlite", "kith.sqlite.lock"])
  }

  @Test(arguments: ["text", "", "SQLite format 3\u{0}"]) func whatIsNoBackupIsRefused(_ text: String) throws {
    try text.write(toFile: backup, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notABackup(path: backup)) { try restore() }
    if !text.isEmpty {
      #expect(throws: StoreError.wouldReplace(path: backup)) { try StoreBackup.write(store.path, to: backup) }
    }
  }

  @Test(arguments: ["-journal", "-wal"]) func aStaleJournalIsNeverApplied(_ suffix: String) throws {
    _ = try StoreBackup.write(store.path, to: backup)
    try "left by a crash".write(toFile: backup + suffix, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.journalBeside(path: backup, journal: backup + suffix)) { try restore() }
    try FileManager.default.removeItem(atPath: backup + suffix)
    // One that the store until now had cannot be applied to what takes its place either.
    try "not a journal".write(toFile: store.path + "-journal", atomically: true, encoding: .utf8)
    _ = try restore()
    #expect(!FileManager.default.fileExists(atPath: store.path + "-journal"))
    #expect(try store.read { try $0.check() } == [])
  }

  /// What a crash left of a store whose file is gone is not played back into the new one.
  @Test func aJournalWithoutItsFileIsNotApplied() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    try FileManager.default.removeItem(atPath: store.path)
    try "left by a crash".write(toFile: store.path + "-journal", atomically: true, encoding: .utf8)
    _ = try restore()
    #expect(!FileManager.default.fileExists(atPath: store.path + "-journal"))
    #expect(try store.read { try $0.check() } == [])
    try "left by a crash".write(toFile: backup + "-journal", atomically: true, encoding: .utf8)
    #expect(throws: StoreError.journalBeside(path: backup, journal: backup + "-journal")) {
      try StoreBackup.write(store.path, to: backup)
    }
  }

  @Test func aStoreThatCannotBeReadIsReplacedAndKept() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    let before = try dump()
    try Data(repeating: 7, count: 5000).write(to: URL(filePath: store.path))
    let kept = try #require(try restore())
    #expect(try dump() == before)
    #expect(try Data(contentsOf: URL(filePath: kept)).count == 5000)
  }

  @Test func anUnsoundStoreReplacesNoGoodBackup() throws {
    _ = try StoreBackup.write(store.path, to: backup)
    let good = try Data(contentsOf: URL(filePath: backup))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: store.path)))
    let name = try #require(bytes.firstRange(of: Array("Ada Lovelace".utf8)))
    bytes[name.lowerBound] ^= 4
    try Data(bytes).write(to: URL(filePath: store.path))
    #expect(throws: StoreError.self) { try StoreBackup.write(store.path, to: backup) }
    #expect(try Data(contentsOf: URL(filePath: backup)) == good)
    #expect(try StoreBackup.write(store.path, to: backup, evenIfUnsound: true) == nil)
  }

  @Test func anOlderBackupIsBroughtUpToDateAndStaysAsItIs() throws {
    let old = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Stores/version1.sqlite")
    try FileManager.default.copyItem(at: old, to: URL(filePath: backup))
    _ = try restore()
    #expect(try StoreFile.version(store.path) == Schema.version)
    #expect(try StoreFile.version(backup) == 1)
  }
}
