import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file descriptor written to its end or not at all: write(2), which says what went wrong.
struct Descriptor {
  let number: Int32
  let name: String

  static let standardOutput = Descriptor(number: 1, name: "stdout")
  static let standardError = Descriptor(number: 2, name: "stderr")

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = systemWrite(UnsafeRawBufferPointer(rebasing: rest))
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw OutputError.noReader
      } else if errno != EINTR && errno != EAGAIN {
        throw OutputError.cannotWrite(target: name, reason: String(cString: strerror(errno)))
      }
    }
  }

  private func systemWrite(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(number, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(number, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(number, bytes.baseAddress, bytes.count)
    #endif
  }

  func sink() -> OutputSink { OutputSink { try write($0) } }

  /// Words for people, without anything that could steer their terminal.
  func say(_ words: String) throws {
    let lines = words.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { TerminalText.cleaned(String(String.UnicodeScalarView($0))) }.joined(separator: "\n")
    try (clean + "\n").withUTF8Bytes { try write($0) }
  }
}

extension String {
  fileprivate func withUTF8Bytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    var text = self
    return try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
  }
}
