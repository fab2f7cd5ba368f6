#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens at SIGINT, SIGTERM and SIGHUP: the half-written file beside its place is removed, and the process ends as
/// the signal would have ended it. The store takes care of itself: its transaction was not committed.
enum Interruption {
  /// Read by the signal handler, so only ever a pointer swap.
  nonisolated(unsafe) private static var stage: UnsafeMutablePointer<CChar>?

  static func removeOnExit(_ path: String?) {
    let old = stage
    stage = path.flatMap { strdup($0) }
    free(old)
  }

  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A stream that the caller closed must not become the next file that is opened.
    while true {
      let descriptor = open("/dev/null", O_RDWR)
      if descriptor > 2 { close(descriptor) }
      if descriptor < 0 || descriptor > 2 { break }
    }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if let stage = Interruption.stage { unlink(stage) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
