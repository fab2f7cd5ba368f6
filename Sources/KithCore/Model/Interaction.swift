/// Something that happened between you and others: a call, a coffee, an interview. Private.
public struct Interaction: Hashable, Sendable {
  public var id: Identifier
  public var date: PartialDate
  /// One lower-case word: `call`, `email`, `meeting`, `message`, `coffee`, `interview`, `event`, `letter`.
  public var channel: String
  public var participants: [Identifier]
  public var summary: String
  public var event: Identifier?
  public var application: Identifier?

  public init(
    id: Identifier, date: PartialDate, channel: String, participants: [Identifier], summary: String = "",
    event: Identifier? = nil, application: Identifier? = nil
  ) {
    self.id = id
    self.date = date
    self.channel = channel
    self.participants = participants
    self.summary = summary
    self.event = event
    self.application = application
  }

  public static let commonChannels = [
    "call", "email", "meeting", "message", "coffee", "interview", "event", "letter",
  ]
}
