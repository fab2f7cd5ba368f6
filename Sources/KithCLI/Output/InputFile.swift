import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to be read, or stdin.
struct InputFile {
  let name: String
  let source: InputSource

  /// `path` `-` is stdin.
  init(_ path: String) throws {
    name = path == "-" ? "stdin" : path
    let shown = "'\(TerminalText.cleaned(path))'"
    let number = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw CommandError("cannot read \(shown): \(String(cString: strerror(errno)))") }
    var status = stat()
    if fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandError("cannot read \(shown): it is a folder", hint: "name a file in it")
    }
    source = InputSource { target in
      while true {
        let got = read(number, target.baseAddress, target.count)
        if got >= 0 { return got }
        if errno != EINTR { throw CommandError("cannot read \(shown): \(String(cString: strerror(errno)))") }
      }
    }
  }
}
