#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What work costs this thread, whoever else is busy.
package enum ProcessorTime {
  /// Between what linear work (4) and quadratic work (16) on four times the input take; buffers that double make steps.
  package static let linear = 7.0

  /// How many times as long work on four times the input takes.
  ///
  /// A busy machine makes single runs slower, never faster: both sizes take turns, the least of each counts, and there
  /// are more turns for as long as the growth is more than linear.
  package static func growth(from size: Int, of work: (Int) throws -> Void) rethrows -> Double {
    var (small, large) = (Double.infinity, Double.infinity)
    for turn in 1...12 {
      small = min(small, try measure { try work(size) })
      large = min(large, try measure { try work(4 * size) })
      if turn > 1, large <= small * linear { break }
    }
    return large / small
  }

  /// Seconds.
  package static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
