import ArgumentParser
import KithCore

/// Which of the proposed follow-ups are recorded.
struct FollowUpOptions: ParsableArguments {
  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Only these, with commas between: \(RejectionRule.Act.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "acts"), completion: .list(RejectionRule.Act.allCases.map(\.rawValue)))
  var only: String?

  @Flag(name: .customLong("no-follow-ups"), help: "Record how it ended and nothing to do.")
  var none = false

  @Flag(name: .customLong("yes"), help: "Record all that is proposed; do not ask.")
  var yes = false

  @Option(name: .customLong("format"), help: "How to print what is to be done: table or json.")
  var format: OutputFormat = .table

  func validate() throws {
    if none, only != nil { throw ValidationError("--only and --no-follow-ups exclude each other") }
    if format != .table, format != .json { throw ValidationError("this prints table or json, not '\(format)'") }
    _ = try acts()
  }

  /// Nil for all.
  func acts() throws -> Set<RejectionRule.Act>? {
    if none { return [] }
    guard let only else { return nil }
    return Set(try only.split(separator: ",", omittingEmptySubsequences: false).map { try FollowUpOptions.act($0) })
  }

  private static func act(_ word: Substring) throws -> RejectionRule.Act {
    let key = SearchKey.fold(String(word)).filter { $0 != "-" && $0 != " " }
    guard let act = RejectionRule.Act.allCases.first(where: { SearchKey.fold($0.rawValue) == key }) else {
      let acts = RejectionRule.Act.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(TerminalText.cleaned(String(word)))' is nothing to do; --only takes \(acts)")
    }
    return act
  }
}
