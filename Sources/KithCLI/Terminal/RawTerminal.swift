#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal while a command has all of it: keys come one by one, and a second screen keeps what was there before.
final class RawTerminal {
  private var before = termios()
  private var isTaken = false

  /// Alternate screen off and on (xterm's private mode 1049).
  static let leaveSequence: StaticString = "\u{1b}[?1049l\u{1b}[?25h"
  private static let enterSequence = "\u{1b}[?1049h"

  /// Set by the signal of a new size.
  nonisolated(unsafe) private static var isResized = false

  /// Nil where stdin or stdout is no terminal.
  init?() {
    guard tcgetattr(0, &before) == 0, isatty(1) == 1 else { return nil }
    var raw = before
    cfmakeraw(&raw)
    // A lone escape is told from a sequence by waiting a tenth of a second for more; see `keys`.
    guard Interruption.held({ take(raw) }) else { return nil }
    signal(SIGWINCH) { _ in RawTerminal.isResized = true }
    try? draw(RawTerminal.enterSequence)
  }

  deinit { leave() }

  private func take(_ raw: termios) -> Bool {
    var raw = raw
    Interruption.restoreOnExit(before)
    isTaken = tcsetattr(0, TCSAFLUSH, &raw) == 0
    if !isTaken { Interruption.restoreOnExit(nil) }
    return isTaken
  }

  func leave() {
    guard isTaken else { return }
    isTaken = false
    signal(SIGWINCH, SIG_DFL)
    try? draw(RawTerminal.leaveSequence.description)
    Interruption.held {
      _ = tcsetattr(0, TCSAFLUSH, &before)
      Interruption.restoreOnExit(nil)
    }
  }

  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  func draw(_ text: String) throws {
    var text = text
    try text.withUTF8 { try Descriptor.standardOutput.write(UnsafeRawBufferPointer($0)) }
  }

  /// What happened next.
  enum Event {
    case bytes([UInt8])
    case resize
    case end
  }

  /// Waits for keys, at most `milliseconds` if that is not nil; no bytes if none came.
  func next(within milliseconds: Int32? = nil) -> Event {
    if RawTerminal.isResized {
      RawTerminal.isResized = false
      return .resize
    }
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let ready = poll(&descriptor, 1, milliseconds ?? -1)
    if ready == 0 { return .bytes([]) }
    if ready < 0 { return errno == EINTR ? next(within: 0) : .end }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(0, &buffer, buffer.count)
    if count < 0, errno == EINTR { return .bytes([]) }
    return count > 0 ? .bytes(Array(buffer.prefix(count))) : .end
  }
}
