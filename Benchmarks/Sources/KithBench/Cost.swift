/// What one run of a command cost.
struct Cost {
  let wallMilliseconds: Double
  let processorMilliseconds: Double
  /// Peak resident memory.
  let peakKilobytes: Int
  /// Size of what it wrote to its output.
  let outputBytes: Int
}

extension [Cost] {
  func least(_ part: KeyPath<Cost, Double>) -> Double { map { $0[keyPath: part] }.min() ?? 0 }

  func median(_ part: KeyPath<Cost, Double>) -> Double {
    let sorted = map { $0[keyPath: part] }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  var peakMegabytes: Double { Double(map(\.peakKilobytes).min() ?? 0) / 1024 }
  var outputMegabytes: Double { Double(first?.outputBytes ?? 0) / 1e6 }
}
