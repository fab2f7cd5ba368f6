import GRDB
import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A whole copy of a store beside the place where it is wanted: looked over there, and only then put in that place.
struct StoreCopy {
  let path: String

  /// A place for one that is filled otherwise.
  init(emptyBeside target: String) {
    path = target + ".kith-\(getpid())"
    remove()
  }

  /// Copies page by page, as the source is at one moment. The source is opened for reading only: a copy of an older
  /// version, or on a medium that may not be written, stays as it is.
  /// - Throws: ``StoreError``
  init(of source: String, beside target: String) throws {
    self.init(emptyBeside: target)
    do { try StoreFile.prepare(path, makingFolder: false) } catch StoreError.cannotOpen(_, let reason) {
      throw StoreError.cannotWrite(path: target, reason: reason)
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(30)
      let from = try DatabaseQueue(path: source, configuration: configuration)
      let to = try DatabaseQueue(path: path)
      try from.backup(to: to)
      try from.close()
      try to.close()
    } catch {
      remove()
      throw StoreError(error, path: source)
    }
  }

  /// Brings the copy to the current version, and says what is wrong with it and what is in it.
  func look() throws -> (findings: [IntegrityFinding], counts: GraphCounts?) {
    let store = try Store.forWriting(at: path, makingFolder: false)
    defer { store.close() }
    return try store.read { graph in
      let findings = try graph.check()
      return (findings, findings.isEmpty ? try graph.counts() : nil)
    }
  }

  /// Puts the copy in the place of what is at `target`; either is there at any time.
  func move(to target: String) throws {
    unlink(path + ".lock")
    // A journal without the file that it belongs to is never to be applied to this one.
    for suffix in ["-journal", "-wal", "-shm"] { unlink(target + suffix) }
    guard rename(path, target) == 0 else {
      throw StoreError.cannotWrite(path: target, reason: String(cString: strerror(errno)))
    }
    StoreFile.syncFolder(of: target)
  }

  func remove() {
    for suffix in ["", ".lock", "-journal"] { unlink(path + suffix) }
  }
}
