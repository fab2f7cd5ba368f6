import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole copies of a store, out and in again.
public enum StoreBackup {
  /// Copies the store at `path` to `file`, which appears only when it is whole and was looked over. An older backup there
  /// is replaced; anything else is not.
  ///
  /// - Returns: what is in it; nil where it is not sound and `evenIfUnsound` says that this is known.
  /// - Throws: ``StoreError``
  public static func write(
    _ path: String, to file: String, evenIfUnsound: Bool = false, waiting: () -> Void = {}
  ) throws -> GraphCounts? {
    let file = StoreFile.resolved(file)
    try requireBackupOrNothing(at: file)
    let lock = FileLock(path: StoreFile.resolved(path) + ".lock", mode: .exclusive, waiting: waiting)
    defer { lock.release() }
    let copy = try StoreCopy(of: StoreFile.resolved(path), beside: file)
    do {
      let (findings, counts) = try copy.look()
      if counts == nil, !evenIfUnsound { throw StoreError.unsound(path: path, findings: findings.count) }
      try copy.move(to: file)
      return counts
    } catch {
      copy.remove()
      throw StoreError(error, path: path).said(of: path)
    }
  }

  /// What is in the backup `file`.
  /// - Throws: ``StoreError`` for one that cannot be restored.
  public static func look(at file: String, for path: String) throws -> GraphCounts {
    let copy = try verifiedCopy(of: file, beside: StoreFile.resolved(path))
    defer { copy.copy.remove() }
    return copy.counts
  }

  /// Puts a copy of the backup `file` in the place of the store at `path`.
  ///
  /// The backup is looked over first. The store until now stays beside under another name, with whatever journal it had:
  /// neither is ever applied to the new one.
  /// - Returns: what is in it, and where the store until now is; nil if there was none.
  /// - Throws: ``StoreError``; the store is then as it was.
  public static func restore(
    _ file: String, to path: String, makingFolder: Bool, at now: Timestamp, waiting: () -> Void = {}
  ) throws -> (counts: GraphCounts, kept: String?) {
    let path = StoreFile.resolved(path)
    if makingFolder { try StoreFile.prepareFolder(of: path) }
    let (copy, counts) = try verifiedCopy(of: file, beside: path)
    do {
      let lock = FileLock(path: path + ".lock", mode: .exclusive, waiting: waiting)
      defer { lock.release() }
      let kept = try StoreFile.exists(path) ? try keep(path, at: now) : nil
      try copy.move(to: path)
      return (counts, kept)
    } catch {
      copy.remove()
      throw error
    }
  }

  private static func verifiedCopy(of file: String, beside path: String) throws -> (
    copy: StoreCopy, counts: GraphCounts
  ) {
    let file = StoreFile.resolved(file)
    guard try StoreFile.exists(file) else { throw StoreError.noSuchFile(path: file) }
    let version = try version(ofBackup: file)
    if version > Schema.version { throw StoreError.tooNew(path: file, version: version) }
    if version == 0 { throw StoreError.notABackup(path: file) }
    try requireNoJournal(beside: file)
    let copy = try copied(file, beside: path)
    do {
      let (findings, counts) = try copy.look()
      guard let counts else { throw StoreError.unsound(path: file, findings: findings.count) }
      return (copy, counts)
    } catch {
      copy.remove()
      let error = StoreError(error, path: file).said(of: file)
      throw error == .damaged(path: file) ? StoreError.damagedBackup(path: file) : error
    }
  }

  private static func copied(_ file: String, beside path: String) throws -> StoreCopy {
    do { return try StoreCopy(of: file, beside: path) } catch StoreError.damaged {
      throw StoreError.damagedBackup(path: file)
    }
  }

  private static func requireBackupOrNothing(at file: String) throws {
    try requireNoJournal(beside: file)
    guard try isFile(file) else { return }
    do { _ = try StoreFile.version(file) } catch StoreError.notAStore { throw StoreError.wouldReplace(path: file) }
  }

  private static func requireNoJournal(beside file: String) throws {
    for suffix in ["-journal", "-wal"] where StoreFile.hasContent(file + suffix) {
      throw StoreError.journalBeside(path: file, journal: file + suffix)
    }
  }

  private static func isFile(_ file: String) throws -> Bool {
    do { return try StoreFile.exists(file) } catch StoreError.cannotOpen(_, let reason) {
      throw StoreError.cannotWrite(path: file, reason: reason)
    }
  }

  private static func version(ofBackup file: String) throws -> Int {
    do { return try StoreFile.version(file) } catch StoreError.notAStore { throw StoreError.notABackup(path: file) }
  }

  /// Gives the store another name as well. What a crash left half-written is taken back first; where that cannot be done
  /// the journal goes with it.
  static func keep(_ path: String, at now: Timestamp) throws -> String {
    let kept = freeName(path + ".until-" + now.description.filter { $0 != ":" && $0 != "-" })
    if StoreFile.hasJournal(path) {
      do { try Store.rollBackInterrupted(path) } catch { rename(path + "-journal", kept + "-journal") }
    }
    unlink(path + "-journal")
    guard link(path, kept) == 0 else {
      throw StoreError.cannotWrite(path: kept, reason: String(cString: strerror(errno)))
    }
    return kept
  }

  private static func freeName(_ name: String) -> String {
    var free = name
    var number = 2
    while access(free, F_OK) == 0 {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}
