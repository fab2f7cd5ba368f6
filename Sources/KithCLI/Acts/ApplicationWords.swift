import KithCore

extension JobApplication {
  /// "open at onsite since 2026-10-20", "rejected 2026-11-02 after onsite"
  var standing: String {
    guard let outcome else {
      guard let stage = stages.last else { return "open" }
      return "open at \(stage.name)" + (stage.date.map { " since \($0)" } ?? "")
    }
    return outcome.kind.rawValue + (outcome.date.map { " \($0)" } ?? "") + (outcome.stage.map { " after \($0)" } ?? "")
  }

  /// The last thing that is known to have happened.
  var lastDate: PartialDate? { outcome?.date ?? stages.compactMap(\.date).max() }
}

extension JobApplication.Involvement.Role {
  var words: String { self == .hiringManager ? "hiring manager" : rawValue }
}
