import KithCore

/// A file cut off anywhere is read as far as it goes or refused.
enum TruncationCheck: ImporterCheck {
  static let name = "truncation"

  static func messages(on trial: ImporterTrial) -> [String] {
    trial.files.flatMap { file in
      places(file.count).compactMap { length in
        trial.complaint(about: Array(file.prefix(length)), "a file cut off after \(length) of \(file.count) bytes")
      }
    }
  }

  /// The beginning and the end byte by byte, and 64 places between.
  private static func places(_ count: Int) -> [Int] {
    let edges = Array(0..<min(16, count)) + Array(max(0, count - 16)..<count)
    let between = (0..<64).map { count * $0 / 64 }
    return Set(edges + between).sorted()
  }
}
