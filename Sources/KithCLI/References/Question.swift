import KithCore

/// Asks a person on the terminal.
enum Question {
  /// The position of the one chosen; nil if none was.
  static func choice(of text: String, _ labels: [String]) throws -> Int? {
    let lines = labels.enumerated().map { "  \($0 + 1)  \($1)" }.joined(separator: "\n")
    try Descriptor.standardError.say(
      "'\(TerminalText.cleaned(text))' may mean:\n\(lines)\nWhich? (number, or nothing to stop)")
    guard let answer = readLine(), let number = Int(answer), labels.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  static func confirms(_ question: String) throws -> Bool {
    try Descriptor.standardError.say(question + " [y/N]")
    let answer = readLine() ?? ""
    return answer.lowercased() == "y" || answer.lowercased() == "yes"
  }
}
