#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens at SIGINT, SIGTERM and SIGHUP: the half-written file beside its place is removed, a format's program is
/// killed, and the process ends as the signal would have ended it. The store takes care of itself: its transaction was not committed.
enum Interruption {
  /// Read by the signal handler, so only ever a pointer swap.
  nonisolated(unsafe) private static var stage: UnsafeMutablePointer<CChar>?

  /// A program that is at work for kith, with what it started.
  nonisolated(unsafe) private static var process: pid_t = 0

  /// How the terminal was before it was taken over.
  nonisolated(unsafe) private static var settings: UnsafeMutablePointer<termios>?

  private static let ending = [SIGINT, SIGTERM, SIGHUP]

  static func endWithProcess(_ number: pid_t?) { process = number ?? 0 }

  /// Runs `body` with these signals held back.
  static func held<Result>(_ body: () -> Result) -> Result {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    for number in ending { sigaddset(&signals, number) }
    sigprocmask(SIG_BLOCK, &signals, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    return body()
  }

  static func removeOnExit(_ path: String?) {
    let old = stage
    stage = path.flatMap { strdup($0) }
    free(old)
  }

  /// Gives the terminal back at the end, whatever ends the process; nil when that is done.
  static func restoreOnExit(_ terminal: termios?) {
    let old = settings
    if let terminal {
      let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
      kept.initialize(to: terminal)
      settings = kept
    } else {
      settings = nil
    }
    old?.deallocate()
  }

  /// Calls nothing that a signal handler may not.
  private static func restoreTerminal() {
    guard let settings else { return }
    tcsetattr(0, TCSAFLUSH, settings)
    RawTerminal.leaveSequence.withUTF8Buffer { _ = write(1, $0.baseAddress, $0.count) }
  }

  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A stream that the caller closed must not become the next file that is opened. Nothing can be written to what
    // stands for a closed output, so that a lost answer is an error.
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      if descriptor > 2 { close(descriptor) }
      if descriptor < 0 || descriptor > 2 { break }
    }
    // A parent with threads may hand down a mask that holds back every signal.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in ending { sigaddset(&signals, number) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    for number in ending {
      signal(number) { number in
        if let stage = Interruption.stage { unlink(stage) }
        Interruption.restoreTerminal()
        if Interruption.process > 0 { kill(-Interruption.process, SIGKILL) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
