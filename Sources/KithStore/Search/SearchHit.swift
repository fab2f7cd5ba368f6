import KithCore

/// Where a word was found, in the order of what counts most.
public enum SearchField: Int, Sendable, CaseIterable, Comparable {
  case name, nickname, email, phone, title, department, company, organization, tag, note, interaction

  public static func < (left: SearchField, right: SearchField) -> Bool { left.rawValue < right.rawValue }

  /// What is said of work is worth the same, whatever of it was meant.
  var rank: Int {
    switch self {
    case .name: 1
    case .nickname: 2
    case .email, .phone: 3
    case .title, .department, .company, .organization: 4
    case .tag: 5
    case .note: 6
    case .interaction: 7
    }
  }
}

/// Why a record was found.
public struct SearchReason: Sendable, Hashable {
  public let field: SearchField
  /// The text as it is stored; of a longer one the part round the word, with an ellipsis where it goes on.
  public let text: String
  /// Whether a job or a membership is over.
  public var isPast: Bool
  /// When an interaction was, and by which channel.
  public var date: PartialDate?
  public var channel: String?

  public init(
    field: SearchField, text: String, isPast: Bool = false, date: PartialDate? = nil, channel: String? = nil
  ) {
    self.field = field
    self.text = text
    self.isPast = isPast
    self.date = date
    self.channel = channel
  }
}

/// A record that was found.
public struct SearchHit: Sendable, Equatable {
  public let summary: EntitySummary
  /// What a person does now, and where.
  public let title: String?
  public let company: String?
  /// In the order of the words that were looked for, each once.
  public let reasons: [SearchReason]
  /// When something last happened with them.
  public let lastTouch: PartialDate?

  public init(
    summary: EntitySummary, title: String?, company: String?, reasons: [SearchReason], lastTouch: PartialDate?
  ) {
    self.summary = summary
    self.title = title
    self.company = company
    self.reasons = reasons
    self.lastTouch = lastTouch
  }
}
