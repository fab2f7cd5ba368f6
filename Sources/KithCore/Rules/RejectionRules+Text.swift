extension RejectionRules {
  /// The rules as a file says them, without comments; reading it gives the same rules.
  public var text: String {
    let free = RejectionRules.weekdays.enumerated().filter { week.weekend.contains($0.offset) }.map(\.element)
    var text = "weekend: \(free.isEmpty ? "none" : free.joined(separator: ", "))\n"
    if !interviewStages.isEmpty { text += "interviews: \(interviewStages.joined(separator: ", "))\n" }
    for occasion in Occasion.all {
      let rules = self[occasion]
      text += "\n"
      for rule in rules { text += "on \(occasion): \(rule)\n" }
      if rules.isEmpty { text += "on \(occasion): nothing\n" }
    }
    return text
  }
}

extension RejectionRules.Occasion: CustomStringConvertible {
  public var description: String { outcome.rawValue + (hadInterview ? "" : " without interview") }
}

extension RejectionRule: CustomStringConvertible {
  public var description: String {
    let whom = (isForOne ? "one of " : "") + RejectionRule.list(roles)
    let but = exceptions.isEmpty ? "" : " except " + RejectionRule.list(exceptions)
    return "\(act.rawValue) \(whom)\(but) \(act == .keepInTouch ? "every" : "after") \(delay)"
  }

  private static func list(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
}

extension RejectionRule.Delay: CustomStringConvertible {
  public var description: String {
    switch self {
    case .workingDays(1): "1 working day"
    case .workingDays(let count): "\(count) working days"
    case .interval(let interval): interval.description
    }
  }
}
