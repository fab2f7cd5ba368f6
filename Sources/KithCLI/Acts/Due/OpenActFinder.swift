import KithCore
import KithStore

/// Finds the one thing to do that somebody means: by the beginning of its id, or by a person and, if that is not enough, an
/// act. It never guesses.
struct OpenActFinder {
  let graph: StoredGraph
  let today: CivilDay
  private static let kinds: Set<Entity.Kind> = [.person, .company, .organization]

  /// - Throws: ``CommandError`` with exit 3 for several, 4 for none, 64 for words that make no reference.
  func one(_ words: [String]) throws -> OpenAct {
    let (who, act) = try OpenActFinder.parse(words)
    if act == nil, let found = try byID(who) { return found }
    let entity = try Resolver(graph: graph).one(who, among: OpenActFinder.kinds)
    return try one(with: entity, act)
  }

  /// `ada`, `thank ada`, `ada thank`; one argument may hold both.
  static func parse(_ words: [String]) throws -> (who: String, act: FollowUp.Act?) {
    var words = words
    if words.count == 1 {
      let parts = words[0].split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2, ActWords.act(parts[0]) != nil { words = parts }
    }
    if words.count == 1 { return (words[0], nil) }
    guard let first = words.first, let last = words.last else { throw OpenActFinder.noAct([]) }
    if let act = ActWords.act(first) { return (words.dropFirst().joined(separator: " "), act) }
    guard let act = ActWords.act(last) else { throw OpenActFinder.noAct([first, last]) }
    return (words.dropLast().joined(separator: " "), act)
  }

  private static func noAct(_ words: [String]) -> CommandError {
    let named = words.map { "'\(TerminalText.cleaned($0))'" }.joined(separator: " nor ")
    return CommandError(
      "neither \(named) is an act; there are \(ActWords.list)",
      hint: "a name of several words stands in quotation marks", code: .usage)
  }

  /// By the beginning of a follow-up's id; nil if there is none.
  private func byID(_ text: String) throws -> OpenAct? {
    let found = try graph.followUps(idBeginning: text)
    let open = found.filter(\.isOpen)
    if let settled = found.first, open.isEmpty {
      let day = settled.state.day.map { " on \($0)" } ?? ""
      throw CommandError(
        "'\(TerminalText.cleaned(text))' is \(settled.state.word) already\(day)", hint: "kith due lists what is open")
    }
    return try choose(acts(open), text)
  }

  private func acts(_ followUps: [FollowUp]) throws -> [OpenAct] {
    try followUps.compactMap { followUp in
      try graph.summary(of: followUp.entity).map { OpenAct(followUp, $0, today: today) }
    }
  }

  private func one(with entity: EntitySummary, _ act: FollowUp.Act?) throws -> OpenAct {
    let all = try acts(graph.openFollowUps(with: entity.id))
    let touch = try graph.keepInTouch(with: entity.id).flatMap { kept in
      kept.isIgnored ? nil : OpenAct(kept, entity, today: today)
    }
    var meant = all.filter { act == nil || $0.facts.act == act }
    // An interval is open as long as it lasts: it is meant where it is due, or where nothing else can be.
    if let touch, act == .keepInTouch || act == nil && (meant.isEmpty || touch.facts.due.map { $0 <= today } ?? false) {
      meant.append(touch)
    }
    if let found = try choose(meant, entity.name) { return found }
    throw nothingOpen(with: entity, act, nearest: all + (touch.map { [$0] } ?? []))
  }

  private func nothingOpen(with entity: EntitySummary, _ act: FollowUp.Act?, nearest: [OpenAct]) -> CommandError {
    let name = TerminalText.cleaned(entity.name)
    return CommandError(
      act.map { "no '\(ActWords.phrase($0))' is open with \(name)" } ?? "nothing is open with \(name)",
      hint: nearest.isEmpty
        ? "kith due lists what is open"
        : "there is " + nearest.prefix(5).map { OpenActFinder.label($0, today) }.joined(separator: ", "),
      code: .notFound)
  }

  /// The only one; nil if there is none; on a terminal a person is asked.
  private func choose(_ found: [OpenAct], _ text: String) throws -> OpenAct? {
    if found.count < 2 { return found.first }
    let labels = found.prefix(20).map { OpenActFinder.label($0, today) }
    if Invocation.current.terminal.canAsk, found.count <= 20, let choice = try Question.choice(of: text, labels) {
      return found[choice]
    }
    let more = found.count > 20 ? "\n  … and \(found.count - 20) more" : ""
    throw CommandError(
      "'\(TerminalText.cleaned(text))' may mean \(found.count) things to do:\n  " + labels.joined(separator: "\n  ")
        + more,
      hint: "name the act too, or the id in brackets", code: .ambiguous)
  }

  private static func label(_ act: OpenAct, _ today: CivilDay) -> String {
    // An interval has no id of its own: its act says that it is meant.
    let id = act.followUp.map { " [\($0.id.short)]" } ?? ""
    return TerminalText.cleaned("\(act.sentence), \(act.when(today))") + id
  }
}
