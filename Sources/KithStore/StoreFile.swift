#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The store as a file: made private, looked at before SQLite is asked.
enum StoreFile {
  /// The file behind a symbolic link, because the lock and the journal stand beside the file itself; any other path as it
  /// is, but for one that SQLite would take for a special name.
  static func resolved(_ path: String) -> String {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = real(path) { return real }
    return path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  /// Absolute, symbolic links followed, whether or not there is such a file.
  static func absolute(_ path: String) -> String {
    if let real = real(path) { return real }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return (real(folder) ?? folder) + "/" + name
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the folder (0700) and an empty file (0600) if there is none, whatever the umask.
  static func prepare(_ path: String, makingFolder: Bool) throws {
    if makingFolder { try prepareFolder(of: path) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      fchmod(descriptor, 0o600)
      close(descriptor)
    } else if errno != EEXIST {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Makes the folder of a file (0700) if there is none.
  static func prepareFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    try makeFolder(String(path[..<slash]))
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 {
      chmod(path, 0o700)
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { fallthrough }
      try makeFolder(String(path[..<slash]))
      try makeFolder(path)
    default: throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  static func exists(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError.cannotOpen(path: path, reason: "it is not a file")
    }
    return true
  }

  static func hasJournal(_ path: String) -> Bool { hasContent(path + "-journal") }

  static func hasContent(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// Makes a rename in the file's folder last.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func size(of path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    return Int(status.st_size)
  }

  /// What the first bytes of a database say of its pages.
  /// - Throws: ``StoreError/notAStore(path:)``
  static func header(of path: String) throws -> (pageSize: Int, pageCount: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 32)
    guard descriptor >= 0, read(descriptor, &bytes, bytes.count) == bytes.count else {
      throw StoreError.notAStore(path: path)
    }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    // A garbled count is no reason to fill the disk.
    let count = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return (size == 1 ? 65536 : size, min(count, 1 << 24))
  }

  /// The version in the file's header; 0 for an empty file.
  /// - Throws: ``StoreError/notAStore(path:)`` for a file that holds something else.
  static func version(_ path: String) throws -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let got = read(descriptor, &header, header.count)
    if got == 0 { return 0 }
    guard got == header.count, header.starts(with: Array("SQLite format 3".utf8)) else {
      throw got < 0
        ? StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno))) : .notAStore(path: path)
    }
    func word(_ offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    // A crash while the file was being made leaves pages without these marks; the journal takes them back.
    if word(68) == 0, word(60) == 0 { return 0 }
    guard word(68) == Schema.applicationID else { throw StoreError.notAStore(path: path) }
    return word(60)
  }
}
