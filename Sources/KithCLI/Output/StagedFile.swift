import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file written beside its place, synced and renamed: what is at the path is the old file or the whole new one.
struct StagedFile {
  private let path: String
  private let stage: String
  private let descriptor: Descriptor
  let sink: OutputSink

  /// A symbolic link is followed, and a file that is replaced keeps its mode; a new one is for its owner alone.
  /// - Throws: ``OutputError``
  init(replacing path: String) throws {
    self.path = StagedFile.resolved(path)
    stage = self.path + ".kith-\(getpid())"
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
    unlink(stage)
    let number = open(stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    fchmod(number, mode)
    descriptor = Descriptor(number: number, name: "'\(path)'")
    sink = descriptor.sink()
    Interruption.removeOnExit(stage)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// After an error, ``discard()`` is still to be called.
  func commit() throws {
    try sink.flush()
    guard fsync(descriptor.number) == 0, rename(stage, path) == 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    close(descriptor.number)
    Interruption.removeOnExit(nil)
    syncFolder()
  }

  func discard() {
    close(descriptor.number)
    unlink(stage)
    Interruption.removeOnExit(nil)
  }

  private func syncFolder() {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let number = open(folder, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return }
    fsync(number)
    close(number)
  }
}
