import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A form in a file that only its owner can read, in a folder of its own, while an editor works on it.
struct FormFile {
  let path: String
  private let folder: String

  /// - Throws: ``CommandError``, ``OutputError``
  init(_ text: String, named name: String) throws {
    let parent = Invocation.variable("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/kith-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw OutputError.cannotWrite(target: "a folder in '\(parent)'", reason: String(cString: strerror(errno)))
    }
    folder = String(cString: made)
    path = folder + "/" + name
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "'\(path)'", reason: String(cString: strerror(errno)))
    }
    defer { close(number) }
    let sink = Descriptor(number: number, name: "'\(path)'").sink()
    try sink.write(text)
    try sink.flush()
  }

  /// What the editor left.
  func read() throws -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw unreadable() }
    defer { close(number) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = systemRead(number, &buffer)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw unreadable() }
      if got == 0 { return text }
      text += buffer[..<got]
    }
  }

  private func systemRead(_ number: Int32, _ buffer: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(number, &buffer, buffer.count)
    #elseif canImport(Musl)
      Musl.read(number, &buffer, buffer.count)
    #else
      Darwin.read(number, &buffer, buffer.count)
    #endif
  }

  private func unreadable() -> CommandError {
    CommandError("cannot read what the editor left in '\(path)': \(String(cString: strerror(errno)))")
  }

  /// Removes the file and the folder. What an editor left beside the form stays.
  func remove() {
    unlink(path)
    unlink(path + "~")
    rmdir(folder)
  }
}
