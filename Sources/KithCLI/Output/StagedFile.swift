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

  /// - Throws: ``OutputError``
  init(replacing path: String) throws {
    self.path = path
    stage = path + ".kith-\(getpid())"
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: "it is a folder")
    }
    unlink(stage)
    let number = open(stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    descriptor = Descriptor(number: number, name: "'\(path)'")
    sink = descriptor.sink()
    Interruption.removeOnExit(stage)
  }

  func commit() throws {
    do {
      try sink.flush()
      guard fsync(descriptor.number) == 0, rename(stage, path) == 0 else {
        throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
      }
    } catch {
      discard()
      throw error
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
