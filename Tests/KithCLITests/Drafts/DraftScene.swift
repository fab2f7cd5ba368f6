@testable import KithCLI

/// A note with all the facts that it may say; the goldens show it whole, and without each fact that it does say.
struct DraftScene: CustomStringConvertible, Sendable {
  let kind: DraftKind
  let name: String
  let facts: DraftFacts

  var description: String { "\(kind.rawValue)-\(name)" }

  private init(_ kind: DraftKind, _ name: String, _ facts: [DraftFact: String]) {
    self.kind = kind
    self.name = name
    var known = DraftFacts()
    for (fact, value) in facts { known[fact] = value }
    self.facts = known
  }

  /// The drafts by what is missing.
  func drafts() throws -> [(gap: String, draft: Draft)] {
    let template = try DraftTemplate(kind.builtIn)
    func draft(_ facts: DraftFacts) throws -> Draft { try template.draft(facts, defaultSubject: kind.subject) }
    let whole = try draft(facts)
    var drafts = [("everything known", whole)]
    for fact in DraftFact.allCases where facts[fact] != nil && !DraftScene.flags.contains(fact) {
      var fewer = facts
      fewer[fact] = nil
      let left = try draft(fewer)
      if left != whole { drafts.append(("without \(fact.rawValue)", left)) }
    }
    var flags = DraftFacts()
    for fact in DraftScene.flags { flags[fact] = facts[fact] }
    return drafts + [("nothing known but the occasion", try draft(flags))]
  }

  /// What makes the occasion rather than being said.
  private static let flags: Set<DraftFact> = [
    .role, .interviewer, .hiringManager, .recruiter, .referrer, .contact,
  ]

  static let all: [DraftScene] = {
    let names: [DraftFact: String] = [.given: "Ada", .name: "Ada Lovelace", .me: "Sam Rivera"]
    let job: [DraftFact: String] = [.company: "Analytical Engines", .position: "Compiler engineer"]
    let process = names.merging(job) { $1 }.merging([
      .rejected: "rejected", .stage: "the onsite interview", .topic: "trade-offs in register allocation",
      .introducer: "Charles Babbage", .event: "SwiftConf 2026", .eventWhen: "on 3 December",
    ]) { $1 }
    func with(_ facts: [DraftFact: String], _ more: [DraftFact: String]) -> [DraftFact: String] {
      facts.merging(more) { $1 }
    }
    let interviewer = with(
      process, [.role: "interviewer", .interviewer: "interviewer", .when: "on Tuesday 10 November"])
    let others: [(DraftFact, String)] = [
      (.hiringManager, "hiring manager"), (.recruiter, "recruiter"), (.referrer, "referrer"), (.contact, "contact"),
    ]
    return [DraftScene(.thank, "interviewer", interviewer)]
      + others.map { DraftScene(.thank, $0.0.rawValue, with(process, [.role: $0.1, $0.0: $0.1])) }
      + [
        DraftScene(.thank, "introducer", with(names, [.introduced: "Grace Hopper", .spokeWhen: "on 20 October"])),
        DraftScene(.thank, "nobody-in-particular", with(names, [.spokeWhen: "in October", .topic: "looms"])),
        DraftScene(.askFeedback, "interviewer", interviewer),
        DraftScene(.askFeedback, "recruiter", with(process, [.role: "recruiter", .recruiter: "recruiter"])),
        DraftScene(.news, "referrer", with(process, [.role: "referrer", .referrer: "referrer"])),
        DraftScene(.news, "introducer", process),
        DraftScene(.news, "offer", with(names, with(job, [.offer: "offer"]))),
        DraftScene(.news, "withdrawn", with(names, with(job, [.withdrawn: "withdrawn"]))),
        DraftScene(.news, "ghosted", with(names, with(job, [.ghosted: "ghosted"]))),
        DraftScene(
          .reportBack, "adviser",
          with(names, [.advice: "talk through trade-offs aloud", .acted: "three mock interviews"])),
        DraftScene(
          .intro, "connector",
          with(
            names,
            with(
              job, [.wanted: "Grace Hopper", .wantedWork: "CTO at Initech", .reason: "compilers for plain language"]))
        ),
        DraftScene(
          .followUp, "met",
          with(
            names,
            [
              .metAt: "SwiftConf 2026", .metWhen: "on 1 October", .introducer: "Charles Babbage",
              .topic: "punched cards", .promise: "the paper on looms", .event: "LoomCon", .eventWhen: "in December",
            ])),
      ]
  }()
}
