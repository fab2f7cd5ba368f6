#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What work costs this thread, whoever else is busy.
enum ProcessorTime {
  /// Seconds; the least of three runs.
  static func least(_ work: () throws -> Void) rethrows -> Double {
    let times = try (0..<3).map { _ in
      let start = now
      try work()
      return now - start
    }
    return times.min() ?? 0
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
