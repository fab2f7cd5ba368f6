#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at the ends of stdin, stdout and stderr.
struct Terminal: Sendable {
  /// Columns of the terminal on stdout; nil where stdout is a pipe or a file.
  var width: Int?
  var color: Bool
  /// Whether a person can be asked.
  var canAsk: Bool
  var showsProgress: Bool

  static let none = Terminal(width: nil, color: false, canAsk: false, showsProgress: false)

  static func ofProcess(noColor: Bool) -> Terminal {
    let output = isatty(1) == 1
    let errors = isatty(2) == 1
    return Terminal(
      width: output ? columns(of: 1) : nil, color: output && !noColor, canAsk: isatty(0) == 1 && errors,
      showsProgress: errors)
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
