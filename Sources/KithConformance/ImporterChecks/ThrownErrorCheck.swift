import KithCore

/// What the input or the receiver throws comes out as it is.
enum ThrownErrorCheck: ImporterCheck {
  static let name = "thrown errors"

  private struct ReadFailed: Error {}
  private struct ReceiverFailed: Error {}

  static func messages(on trial: ImporterTrial) -> [String] {
    guard let file = trial.files.last else { return [] }
    return [0, 1, file.count / 2, file.count - 1].compactMap { readFailure(trial, file, after: $0) }
      + [receiverFailure(trial, file)].compactMap { $0 }
  }

  private static func readFailure(_ trial: ImporterTrial, _ file: [UInt8], after room: Int) -> String? {
    var rest = file.prefix(room)
    let input = InputSource { target in
      if rest.isEmpty { throw ReadFailed() }
      let taken = rest.prefix(target.count)
      target.copyBytes(from: taken)
      rest = rest.dropFirst(taken.count)
      return taken.count
    }
    guard let error = trial.read(from: input).error else {
      return "an input that fails after \(room) bytes goes unnoticed"
    }
    return error is ReadFailed ? nil : "an input that fails after \(room) bytes brings out another error: \(error)"
  }

  private static func receiverFailure(_ trial: ImporterTrial, _ file: [UInt8]) -> String? {
    do {
      try trial.run(InputSource(bytes: file), nil, DiagnosticLog()) { _ in throw ReceiverFailed() }
      return "a receiver that fails goes unnoticed"
    } catch is ReceiverFailed {
      return nil
    } catch {
      return "a receiver that fails brings out another error: \(error)"
    }
  }
}
