import KithCore

/// Acts as people read and type them.
enum ActWords {
  /// "thank", "ask for feedback": what the numbers of a ranking are for.
  static func phrase(_ act: FollowUp.Act) -> String {
    switch act {
    case .thank: "thank"
    case .askFeedback: "ask for feedback"
    case .tellNews: "tell the news"
    case .reportBack: "report back"
    case .keepInTouch: "keep in touch"
    case .tryAgain: "try again"
    case .followUp: "follow up"
    case .renew: "renew"
    case .keepPromise: "keep a promise"
    }
  }

  /// "thank Ada Lovelace", "ask Ada Lovelace for feedback"
  static func sentence(_ act: FollowUp.Act, _ name: String) -> String {
    switch act {
    case .thank: "thank \(name)"
    case .askFeedback: "ask \(name) for feedback"
    case .tellNews: "tell \(name) the news"
    case .reportBack: "report back to \(name)"
    case .keepInTouch: "keep in touch with \(name)"
    case .tryAgain: "try \(name) again"
    case .followUp: "follow up with \(name)"
    case .renew: "renew \(name)"
    case .keepPromise: "keep a promise to \(name)"
    }
  }

  /// The act that a word typed means: its name in any case, or a shorter one.
  static func act(_ word: String) -> FollowUp.Act? {
    let word = SearchKey.fold(word).replacing("-", with: "")
    return short.first { $0.word == word }?.act
      ?? FollowUp.Act.allCases.first { SearchKey.fold($0.rawValue) == word }
  }

  private static let short: [(word: String, act: FollowUp.Act)] = [
    ("thank", .thank), ("feedback", .askFeedback), ("news", .tellNews), ("report", .reportBack),
    ("touch", .keepInTouch), ("again", .tryAgain), ("followup", .followUp), ("renew", .renew),
    ("promise", .keepPromise),
  ]

  /// `thank, feedback, news, …`, for help and errors.
  static let list = short.map { $0.act == .followUp ? "follow-up" : $0.word }.joined(separator: ", ")
}
