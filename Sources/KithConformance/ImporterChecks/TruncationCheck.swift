import KithCore

/// A file cut off anywhere is read as far as it goes or refused.
enum TruncationCheck: ImporterCheck {
  static let name = "truncation"

  static func messages(on trial: ImporterTrial) -> [String] {
    trial.files.flatMap { file in
      places(file.count, trial.isCostly ? 1 : 16).compactMap { length in
        trial.complaint(about: Array(file.prefix(length)), "a file cut off after \(length) of \(file.count) bytes")
      }
    }
  }

  /// The beginning and the end byte by byte, `edge` of them, and four times as many places between.
  private static func places(_ count: Int, _ edge: Int) -> [Int] {
    let edges = Array(0..<min(edge, count)) + Array(max(0, count - edge)..<count)
    let between = (0..<edge * 4).map { count * $0 / (edge * 4) }
    return Set(edges + between).sorted()
  }
}
