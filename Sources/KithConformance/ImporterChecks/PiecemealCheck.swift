import KithCore

/// A file gives the same records every time, whether it comes at once, byte by byte, or behind a byte order mark.
enum PiecemealCheck: ImporterCheck {
  static let name = "same records"

  static func messages(on trial: ImporterTrial) -> [String] {
    trial.files.enumerated().flatMap { index, file in
      messages(trial, file).map { "file \(index + 1): \($0)" }
    }
  }

  private static func messages(_ trial: ImporterTrial, _ file: [UInt8]) -> [String] {
    let whole = trial.read(file)
    if let error = whole.error { return ["it is refused: \(error)"] }
    if whole.records.isEmpty { return ["it gives no record"] }
    let again = trial.read(file)
    let drops = trial.read(from: dripping(file))
    let marked = trial.read([0xef, 0xbb, 0xbf] + file)
    var messages: [String] = []
    if again.records != whole.records { messages.append("read twice, it gives different records") }
    if drops.records != whole.records { messages.append("read byte by byte, it gives different records") }
    if marked.records != whole.records { messages.append("with a byte order mark, it gives different records") }
    return messages
  }

  private static func dripping(_ file: [UInt8]) -> InputSource {
    var position = 0
    return InputSource { target in
      guard position < file.count, !target.isEmpty else { return 0 }
      target[0] = file[position]
      position += 1
      return 1
    }
  }
}
