#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a long job is, on a terminal's stderr; nothing anywhere else. The line is rewritten ten times a second at most,
/// and gone when the job is done.
final class Progress {
  private let isShown = Invocation.current.terminal.showsProgress
  private var wasShown = false
  private var next = Progress.milliseconds() + Progress.interval
  private static let interval = 100

  func show(_ line: @autoclosure () -> String) {
    guard isShown else { return }
    let now = Progress.milliseconds()
    guard now >= next else { return }
    next = now + Progress.interval
    wasShown = true
    write("\r" + line() + Progress.clearToEnd)
  }

  /// Clears the line, for something else to be said or because all is done.
  func clear() {
    if wasShown { write("\r" + Progress.clearToEnd) }
    wasShown = false
  }

  private static let clearToEnd = "\u{1b}[K"

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { try? Descriptor.standardError.write(UnsafeRawBufferPointer($0)) }
  }
}
