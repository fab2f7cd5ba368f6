#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe or a device, which is written as it is and never replaced.
enum SpecialFile {
  /// Nil for an ordinary file, or where there is none yet.
  /// - Throws: ``OutputError``
  static func open(_ path: String) throws -> Descriptor? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: "it is a folder")
    }
    #if canImport(Glibc)
      let number = Glibc.open(path, O_WRONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let number = Musl.open(path, O_WRONLY | O_CLOEXEC)
    #else
      let number = Darwin.open(path, O_WRONLY | O_CLOEXEC)
    #endif
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    return Descriptor(number: number, name: "'\(path)'")
  }
}
