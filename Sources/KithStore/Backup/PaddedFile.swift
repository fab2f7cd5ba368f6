#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that lost its end, as long again as its header says: SQLite reads none of one that is too short.
struct PaddedFile {
  let path: String
  private let isCopy: Bool

  /// The file itself where nothing is missing.
  init(_ path: String) throws {
    let header = try StoreFile.header(of: path)
    let size = header.pageSize * header.pageCount
    guard try StoreFile.size(of: path) < size else {
      (self.path, isCopy) = (path, false)
      return
    }
    self.path = path + ".kith-whole-\(getpid())"
    isCopy = true
    do { try PaddedFile.copy(path, to: self.path, size: size) } catch {
      remove()
      throw error
    }
  }

  private static func copy(_ path: String, to copy: String, size: Int) throws {
    let (from, to) = (open(path, O_RDONLY | O_CLOEXEC), open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600))
    defer {
      close(from)
      close(to)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while from >= 0, to >= 0 {
      let got = read(from, &buffer, buffer.count)
      guard got > 0 else { break }
      guard write(to, buffer, got) == got else {
        throw StoreError.cannotWrite(path: copy, reason: String(cString: strerror(errno)))
      }
    }
    guard ftruncate(to, off_t(size)) == 0 else {
      throw StoreError.cannotWrite(path: copy, reason: String(cString: strerror(errno)))
    }
  }

  func remove() {
    if isCopy { for suffix in ["", "-journal", ".lock"] { unlink(path + suffix) } }
  }
}
