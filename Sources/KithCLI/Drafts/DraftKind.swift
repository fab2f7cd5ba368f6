import KithCore

/// What a draft is for. The raw value is the name of its template.
enum DraftKind: String, CaseIterable {
  case thank
  case askFeedback = "ask-feedback"
  case news
  case reportBack = "report-back"
  case followUp = "follow-up"
  case intro

  /// What is settled when it is sent.
  var act: FollowUp.Act {
    switch self {
    case .thank: .thank
    case .askFeedback: .askFeedback
    case .news: .tellNews
    case .reportBack: .reportBack
    case .followUp, .intro: .followUp
    }
  }

  /// The subject where a template has none, or none of it is known.
  var subject: String {
    switch self {
    case .thank: "Thank you"
    case .askFeedback: "A question"
    case .news: "News of my application"
    case .reportBack: "Your advice"
    case .followUp: "Our conversation"
    case .intro: "An introduction"
    }
  }

  var summary: String {
    switch self {
    case .thank: "thank somebody"
    case .askFeedback: "ask for feedback"
    case .news: "tell a referrer how it ended"
    case .reportBack: "tell somebody what came of their advice"
    case .followUp: "write to somebody you met"
    case .intro: "ask somebody to introduce you"
    }
  }
}
