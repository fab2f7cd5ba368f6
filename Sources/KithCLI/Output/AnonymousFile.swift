import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name, for its owner alone, that goes with the process: for what must be whole before it is used.
final class AnonymousFile {
  let descriptor: Descriptor

  /// - Throws: ``OutputError``
  init() throws {
    let folder = Invocation.current.temporaryFolder
    var template = Array((folder + "/kith-XXXXXX").utf8CString)
    let number = mkstemp(&template)
    guard number >= 0 else {
      throw OutputError.cannotWrite(target: "a file in '\(folder)'", reason: String(cString: strerror(errno)))
    }
    unlink(template)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    descriptor = Descriptor(number: number, name: "a file in '\(folder)'")
  }

  deinit { close(descriptor.number) }

  /// A further place to write to or read from, at the beginning.
  func rewind() { lseek(descriptor.number, 0, SEEK_SET) }

  var size: Int {
    var status = stat()
    return fstat(descriptor.number, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Everything in it, from the beginning.
  func source() -> InputSource {
    rewind()
    return InputSource { target in try self.descriptor.read(into: target) }
  }

  /// Hands over everything in it.
  func pour(into output: OutputSink) throws {
    rewind()
    while true {
      let room = try output.reserve(1 << 16)
      let got = try descriptor.read(into: UnsafeMutableRawBufferPointer(start: room, count: 1 << 16))
      if got == 0 { return }
      output.advance(by: got)
    }
  }

  /// Takes all that `read` gives.
  func fill(from read: (UnsafeMutableRawBufferPointer) throws -> Int) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { room.deallocate() }
    while true {
      let got = try read(room)
      if got == 0 { return }
      try descriptor.write(UnsafeRawBufferPointer(rebasing: room[..<got]))
    }
  }
}

extension Descriptor {
  /// Fills `target` in part or whole; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let got = systemRead(target)
      if got >= 0 { return got }
      if errno != EINTR { throw CommandError("cannot read \(name): \(String(cString: strerror(errno)))") }
    }
  }

  private func systemRead(_ target: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(number, target.baseAddress, target.count)
    #elseif canImport(Musl)
      Musl.read(number, target.baseAddress, target.count)
    #else
      Darwin.read(number, target.baseAddress, target.count)
    #endif
  }
}
