enum OutputError: Error, Equatable {
  /// The reader of a pipe went away.
  case noReader
  case cannotWrite(target: String, reason: String)
}
