import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder with a file for each record, as khard and vdirsyncer keep it.
///
/// New and changed files are staged in a hidden folder within, and put in place when the export is whole. Files whose
/// content is the same are not touched. What kith did not write, or somebody changed since, is left as it is.
final class SplitFolder {
  struct Counts: Equatable {
    var new = 0, changed = 0, same = 0, removed = 0
  }

  let output: OutputSink
  private(set) var counts = Counts()
  private let path: String
  private let lock: Int32
  private let stage: String
  private let overwrites: Bool
  private let before: ExportManifest
  private var after = ExportManifest()
  private var names: SplitFileName
  private var current: (name: String, buffer: FileBuffer)?
  private let buffer: FileBuffer
  private var staged: [String] = []
  private let report: (Diagnostic) -> Void

  /// What was written of the present file.
  private final class FileBuffer {
    var bytes: [UInt8] = []
    var isOpen = false
  }

  /// - Parameters:
  ///   - overwrites: whether files of kith's are replaced even if somebody changed them since.
  ///   - report: hears of files that are left as they are.
  /// - Throws: ``CommandError``, ``OutputError``
  init(_ path: String, extension fileExtension: String, overwrites: Bool, report: @escaping (Diagnostic) -> Void) throws
  {
    self.path = path
    self.overwrites = overwrites
    self.report = report
    names = SplitFileName(extension: fileExtension)
    lock = try SplitFolder.locked(path)
    before = try SplitFolder.manifest(in: path)
    stage = path + "/.kith-export.new"
    try SplitFolder.emptied(stage)
    let buffer = FileBuffer()
    self.buffer = buffer
    output = OutputSink { bytes in
      guard buffer.isOpen else { throw CommandError("the format writes before it begins a file") }
      buffer.bytes.append(contentsOf: bytes)
    }
  }

  deinit { close(lock) }

  /// Makes the folder if there is none, and keeps a second kith out of it.
  private static func locked(_ path: String) throws -> Int32 {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure(path) }
    let number = FileBytes.systemOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw failure(path) }
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      close(number)
      throw CommandError("another kith is writing to '\(TerminalText.cleaned(path))'; nothing was written")
    }
    return number
  }

  private static func failure(_ path: String) -> OutputError {
    .cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
  }

  private static func manifest(in folder: String) throws -> ExportManifest {
    let file = folder + "/" + ExportManifest.fileName
    guard let bytes = try FileBytes.read(file) else {
      guard !FileBytes.isThere(file) else { throw unreadable(file) }
      return ExportManifest()
    }
    do { return try bytes.withUnsafeBufferPointer { try ExportManifest($0) } } catch { throw unreadable(file) }
  }

  private static func unreadable(_ file: String) -> CommandError {
    CommandError(
      "'\(TerminalText.cleaned(file))' cannot be understood, so it is not known which files are kith's; nothing was written",
      hint: "name another folder, or remove it: what is in the folder is then left as it is")
  }

  /// What a crash may have left there was never put in place.
  private static func emptied(_ stage: String) throws {
    for name in (try? FolderEntries.names(in: stage)) ?? [] { unlink(stage + "/" + name) }
    if mkdir(stage, 0o700) != 0, errno != EEXIST { throw failure(stage) }
  }

  // MARK: Writing

  /// Begins the file of the record that `identity` names.
  func start(_ identity: String) throws {
    try settle()
    current = (names.next(for: identity), buffer)
    buffer.isOpen = true
  }

  /// Compares the file that was written with the one that is there, and stages it if it is another.
  private func settle() throws {
    try output.flush()
    guard let name = current?.name else { return }
    current = nil
    buffer.isOpen = false
    defer { buffer.bytes.removeAll(keepingCapacity: buffer.bytes.count < 1 << 20) }
    let digest = ExportManifest.digest(buffer.bytes)
    let place = path + "/" + name
    let present = try FileBytes.read(place)
    if present == buffer.bytes {
      counts.same += 1
      // A file that somebody else put there stays theirs, even if it holds the same.
      if before.digests[name] != nil { after.digests[name] = [digest] }
      return
    }
    if present != nil || FileBytes.isThere(place) {
      guard mayReplace(name, present) else { return leave(name) }
      counts.changed += 1
    } else {
      counts.new += 1
    }
    try buffer.bytes.withUnsafeBytes {
      try FileBytes.write($0, to: stage + "/" + name, mode: FileBytes.mode(of: place))
    }
    staged.append(name)
    after.digests[name] = (before.digests[name] ?? []) + [digest]
  }

  /// Whether a file is as kith wrote it, or kith's and to be overwritten whatever is in it.
  private func mayReplace(_ name: String, _ present: [UInt8]?) -> Bool {
    guard let known = before.digests[name], let present else { return false }
    return overwrites || known.contains(ExportManifest.digest(present))
  }

  private func leave(_ name: String) {
    let isKiths = before.digests[name] != nil
    if isKiths { after.digests[name] = before.digests[name] }
    report(
      isKiths
        ? Diagnostic(
          .skipped, "changed-file",
          "a file was changed since kith wrote it and stays as it is (import the folder, or --overwrite)")
        : Diagnostic(
          .skipped, "foreign-file", "a file that kith did not write has the name of a card and stays as it is"))
  }

  // MARK: Putting in place

  /// Puts the staged files in their places, removes those that are gone, and remembers what is there.
  func commit() throws {
    try settle()
    guard !staged.isEmpty || after.digests != before.digests else {
      rmdir(stage)
      return
    }
    syncToDisk()
    // Until all is in place the manifest knows what a file held and what it shall hold.
    try save(after.merging(before))
    for name in staged where rename(stage + "/" + name, path + "/" + name) != 0 { throw SplitFolder.failure(path) }
    for (name, known) in before.digests where after.digests[name] == nil { try removeGone(name, known) }
    for name in staged { after.digests[name] = after.digests[name]?.suffix(1) }
    try save(after)
    rmdir(stage)
    fsync(lock)
  }

  private func removeGone(_ name: String, _ known: [Identifier]) throws {
    let place = path + "/" + name
    guard let present = try FileBytes.read(place) else { return }
    guard overwrites || known.contains(ExportManifest.digest(present)) else {
      report(
        Diagnostic(
          .skipped, "changed-file-gone",
          "a file was changed since kith wrote it and stays, though its record is not in this export"))
      return
    }
    guard unlink(place) == 0 else { throw SplitFolder.failure(place) }
    counts.removed += 1
  }

  private func save(_ manifest: ExportManifest) throws {
    let sink = OutputSink.inMemory()
    try manifest.write(to: sink)
    let file = stage + "/" + SplitFolder.stagedManifest
    unlink(file)
    try sink.withBytes { try FileBytes.write(UnsafeRawBufferPointer($0), to: file) }
    syncToDisk()
    guard rename(file, path + "/" + ExportManifest.fileName) == 0 else { throw SplitFolder.failure(path) }
  }

  /// A call for each of a few files, one for all of many: a large book would take minutes.
  private func syncToDisk() {
    guard staged.count <= SplitFolder.few else { return sync() }
    for name in staged + [SplitFolder.stagedManifest] {
      let number = FileBytes.systemOpen(stage + "/" + name, O_RDONLY | O_CLOEXEC)
      guard number >= 0 else { continue }
      fsync(number)
      close(number)
    }
  }

  private static let few = 100
  private static let stagedManifest = "manifest"

  func discard() {
    for name in (try? FolderEntries.names(in: stage)) ?? [] { unlink(stage + "/" + name) }
    rmdir(stage)
  }
}

extension ExportManifest {
  /// Both, for the time in which files of either may be there.
  fileprivate func merging(_ other: ExportManifest) -> ExportManifest {
    var merged = self
    merged.digests.merge(other.digests) { own, _ in own }
    return merged
  }
}
