#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Small files, read and written whole.
enum FileBytes {
  /// Nil if there is no such file. A link, a folder or a device is none.
  static func read(_ path: String) throws -> [UInt8]? {
    let number = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else {
      if errno == ENOENT || errno == ELOOP { return nil }
      throw CommandError("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let file = Descriptor(number: number, name: "'\(path)'")
    var bytes: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(4096, Int(status.st_size) + 1), alignment: 1)
    defer { room.deallocate() }
    while true {
      let got = try file.read(into: room)
      if got == 0 { return bytes }
      bytes.append(contentsOf: room[..<got])
    }
  }

  /// Makes a file that was not there, for its owner alone but for `mode`.
  static func write(_ bytes: UnsafeRawBufferPointer, to path: String, mode: mode_t = 0o600) throws {
    let number = systemOpen(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    defer { close(number) }
    fchmod(number, mode)
    try Descriptor(number: number, name: "'\(path)'").write(bytes)
  }

  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func mode(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o777 : 0o600
  }

  static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags, 0o600)
    #elseif canImport(Musl)
      Musl.open(path, flags, 0o600)
    #else
      Darwin.open(path, flags, 0o600)
    #endif
  }
}
