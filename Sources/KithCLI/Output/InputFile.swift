import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to be read, or stdin.
///
/// What comes through a pipe is taken to its end first: nobody else shall wait for the store while somebody types.
final class InputFile {
  let name: String
  let source: InputSource
  /// In bytes.
  let size: Int
  private let descriptor: Descriptor
  private let spool: AnonymousFile?
  private let reading: Reading

  /// How far it is.
  final class Reading { var bytes = 0 }

  /// `path` `-` is stdin. `onRead` is called with all that was read so far.
  init(_ path: String, onRead: @escaping (InputFile.Reading) -> Void = { _ in }) throws {
    name = path == "-" ? "stdin" : path
    let file = Descriptor(
      number: try InputFile.open(path), name: path == "-" ? "stdin" : "'\(TerminalText.cleaned(path))'")
    var status = stat()
    let isPlain = fstat(file.number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    spool = isPlain ? nil : try InputFile.spooled(file)
    descriptor = file
    size = spool?.size ?? Int(status.st_size)
    let reading = Reading()
    self.reading = reading
    let origin = spool?.descriptor ?? file
    spool?.rewind()
    source = InputSource { target in
      let got = try origin.read(into: target)
      reading.bytes += got
      onRead(reading)
      return got
    }
  }

  var bytesRead: Int { reading.bytes }

  deinit { if descriptor.number > 2 { close(descriptor.number) } }

  private static func open(_ path: String) throws -> Int32 {
    if path == "-" { return 0 }
    let shown = "'\(TerminalText.cleaned(path))'"
    let number = systemOpen(path)
    guard number >= 0 else { throw CommandError("cannot read \(shown): \(String(cString: strerror(errno)))") }
    return number
  }

  private static func systemOpen(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  private static func spooled(_ file: Descriptor) throws -> AnonymousFile {
    if isatty(file.number) == 1, Invocation.current.terminal.showsProgress {
      try Descriptor.standardError.say("reading \(file.name); Ctrl-D ends it")
    }
    let spool = try AnonymousFile()
    try spool.fill { try file.read(into: $0) }
    return spool
  }
}
