/// How a command ends.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  case couldNot = 1
  case ambiguous = 3
  case notFound = 4
  /// Something was lost, and `--strict` forbids that.
  case lossy = 6
  case usage = 64
  case noReader = 141
}

/// A command that cannot go on: what happened, to what, and what to do next.
struct CommandError: Error, Equatable {
  let message: String
  let hint: String?
  let code: ExitStatus

  init(_ message: String, hint: String? = nil, code: ExitStatus = .couldNot) {
    self.message = message
    self.hint = hint
    self.code = code
  }
}
