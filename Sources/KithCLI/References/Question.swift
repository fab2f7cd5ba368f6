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

  /// Which of several things are wanted, one question each: yes, no, all or none of the rest. Nil if the person quits.
  static func each(
    of questions: [String], answer: () -> String? = { readLine() }
  ) throws -> [Bool]? {
    var wanted: [Bool] = []
    while wanted.count < questions.count {
      try Descriptor.standardError.say(questions[wanted.count] + " [Y/n/all/none/quit]")
      switch answer().map({ $0.lowercased().filter { !$0.isWhitespace } }) {
      case "", "y", "yes": wanted.append(true)
      case "n", "no": wanted.append(false)
      case "a", "all": wanted += Array(repeating: true, count: questions.count - wanted.count)
      case "none": wanted += Array(repeating: false, count: questions.count - wanted.count)
      case "q", "quit", nil: return nil
      default: continue
      }
    }
    return wanted
  }
}
