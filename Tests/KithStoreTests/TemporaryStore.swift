import Foundation
import KithCore

@testable import KithStore

/// A store in a folder of its own, which goes when the test is over.
final class TemporaryStore {
  let folder: String
  let path: String

  init() throws {
    let folder = TemporaryStore.base.appending(path: "kith-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
    path = folder.appending(path: "kith.sqlite").path
  }

  /// In memory where the system has such a folder: these tests commit thousands of times.
  private static var base: URL {
    let memory = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: memory)
      ? URL(filePath: memory) : FileManager.default.temporaryDirectory
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let now = Timestamp(secondsSince1970: 1_800_000_000)

  @discardableResult
  func write<Result>(
    _ command: String = "test", at now: Timestamp = TemporaryStore.now, _ commitment: Store.Commitment = .commit,
    _ body: (StoreEditor) throws -> Result
  ) throws -> Result {
    let store = try Store.forWriting(at: path)
    defer { store.close() }
    return try store.write(command, at: now, seed: 7, commitment, body)
  }

  func read<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result {
    guard let store = try Store.forReading(at: path) else { throw StoreError.cannotOpen(path: path, reason: "no file") }
    defer { store.close() }
    return try store.read(body)
  }

  /// Takes `records` as one entry.
  @discardableResult
  func take(
    _ records: [ImportedRecord], _ matching: ImportSession.Matching = .identity,
    log diagnostics: DiagnosticLog = DiagnosticLog()
  ) throws -> ImportResult {
    try write("import") { editor in
      let session = try ImportSession(editor, matching: matching, diagnostics: diagnostics)
      for record in records { try session.receive(record) }
      return try session.finish()
    }
  }
}

/// The same numbers every time.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
