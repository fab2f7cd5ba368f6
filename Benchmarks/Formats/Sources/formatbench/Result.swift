import Foundation

/// What some runs cost, in processor seconds of this process.
struct Result {
  let what: String
  let records: Int
  let bytes: Int
  let seconds: [Double]

  func print() {
    let least = seconds.min() ?? 0
    let median = seconds.sorted()[seconds.count / 2]
    let megabytes = Double(bytes) / 1e6
    let cells = [
      what, "\(records)", String(format: "%.1f", megabytes), String(format: "%.3f", least),
      String(format: "%.3f", median), "\(Int(Double(records) / least))", String(format: "%.0f", megabytes / least),
      String(format: "%.0f", Processor.peakMegabytes),
    ]
    Swift.print("| " + cells.joined(separator: " | ") + " |")
  }
}

/// What this process has used.
enum Processor {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static var peakMegabytes: Double {
    var usage = rusage()
    #if os(Linux)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) / 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }

  static func measure(_ runs: Int, _ body: () throws -> Void) rethrows -> [Double] {
    try (0..<runs).map { _ in
      let start = seconds
      try body()
      return seconds - start
    }
  }
}
