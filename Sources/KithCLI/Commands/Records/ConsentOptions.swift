import ArgumentParser
import KithCore

/// What a command that removes something takes.
struct ConsentOptions: ParsableArguments {
  @Flag(name: .customLong("yes"), help: "Do not ask.")
  var isGivenAlready = false

  /// Whether it may be done. Asks where there is somebody to ask.
  /// - Throws: ``CommandError`` with exit 64 where there is nobody.
  func isGiven(for deed: String) throws -> Bool {
    if isGivenAlready { return true }
    guard Invocation.current.terminal.canAsk else {
      throw CommandError(
        "this would \(TerminalText.cleaned(deed))", hint: "--yes does it; --dry-run only says it", code: .usage)
    }
    if try Question.confirms(TerminalText.cleaned(deed) + "?") { return true }
    try Descriptor.standardError.say("nothing was changed")
    return false
  }
}
