/// What a draft may say. The raw value is its name in a template; a fact that is not known drops its sentence.
enum DraftFact: String, CaseIterable {
  case given, name, me
  case role, interviewer, hiringManager, recruiter, referrer, contact
  case company, position, stage, rejected, offer, withdrawn, ghosted
  case when, spokeWhen, topic, introducer, introduced, metAt, metWhen, event, eventWhen
  case advice, acted, promise
  case wanted, wantedWork, reason

  var summary: String {
    switch self {
    case .given: "their given name"
    case .name: "their full name"
    case .me: "your name"
    case .role: "their part in the application: 'hiring manager'"
    case .interviewer, .hiringManager, .recruiter, .referrer, .contact: "known only if that is their part"
    case .company: "where you applied; if nowhere, where they work"
    case .position: "the position you applied for"
    case .stage: "what the answer came after: 'the onsite interview'"
    case .rejected, .offer, .withdrawn, .ghosted: "known only if the application ended so"
    case .when: "the day of the interview: 'on 20 October'"
    case .spokeWhen: "the day you last spoke"
    case .topic: "what you noted of the last conversation, or --about"
    case .introducer: "who introduced you"
    case .introduced: "the last person that they introduced to you"
    case .metAt: "the event where you met"
    case .metWhen: "the day you met"
    case .event: "the next event that you will be at, if possible with them"
    case .eventWhen: "the day that it begins"
    case .advice: "the advice they gave"
    case .acted: "what you did about it"
    case .promise: "what you promised them and is still open"
    case .wanted: "whom you want them to introduce you to"
    case .wantedWork: "what that person does: 'CTO at Initech'"
    case .reason: "why you want to meet, as kith intro ask --why has it"
    }
  }
}
