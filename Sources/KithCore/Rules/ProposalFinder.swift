/// Finds what the rules propose when an application has ended. It knows no clock and no time zone: all days are counted
/// from the day of the answer.
public struct ProposalFinder {
  /// Who introduced you to whom.
  public struct Introduction: Hashable, Sendable {
    public let introducer: Identifier
    public let introduced: Identifier

    public init(of introduced: Identifier, by introducer: Identifier) {
      self.introduced = introduced
      self.introducer = introducer
    }
  }

  /// Something that was recorded for somebody before, and is not proposed again.
  public struct Settled: Hashable, Sendable {
    public let act: RejectionRule.Act
    public let entity: Identifier

    public init(_ act: RejectionRule.Act, _ entity: Identifier) {
      self.act = act
      self.entity = entity
    }
  }

  private struct Candidate {
    let person: Identifier
    let role: RejectionRule.Role
    var date: PartialDate?
    var introduced: Identifier?
  }

  public var rules: RejectionRules
  public var me: Identifier?
  public var introductions: [Introduction]
  public var settled: Set<Settled>

  public init(
    rules: RejectionRules = .standard, me: Identifier? = nil, introductions: [Introduction] = [],
    settled: Set<Settled> = []
  ) {
    self.rules = rules
    self.me = me
    self.introductions = introductions
    self.settled = settled
  }

  /// Each act for each person once, those for one person together, in the order of the rules. None while the
  /// application is open.
  /// - Parameter day: The day of the answer.
  public func proposals(for application: JobApplication, on day: CivilDay) -> [Proposal] {
    var (found, seen): ([Proposal], Set<Settled>) = ([], settled)
    for rule in rules.rules(for: application) {
      for (candidate, choice) in chosen(by: rule, application)
      where seen.insert(Settled(rule.act, candidate.person)).inserted {
        found.append(proposal(rule, candidate, choice, on: day))
      }
    }
    return ProposalFinder.byPerson(found)
  }

  private func proposal(
    _ rule: RejectionRule, _ candidate: Candidate, _ choice: Proposal.Choice?, on day: CivilDay
  ) -> Proposal {
    let due = rule.delay.day(after: day, in: rules.week)
    var matter = Proposal.Matter.followUp(rule.act.followUp ?? .keepInTouch, due: due)
    if rule.act == .keepInTouch, case .interval(let every) = rule.delay {
      matter = .keepInTouch(every: every, since: day)
    }
    return Proposal(
      candidate.person, rule.act, as: candidate.role, matter, introduced: candidate.introduced, choice: choice)
  }

  private func chosen(
    by rule: RejectionRule, _ application: JobApplication
  ) -> [(candidate: Candidate, choice: Proposal.Choice?)] {
    let candidates = candidates(for: rule, application)
    guard rule.isForOne else { return candidates.map { ($0, nil) } }
    // One of them was asked, or has spoken: nobody else needs to be.
    if candidates.contains(where: { settled.contains(Settled(rule.act, $0.person)) }) { return [] }
    return ProposalFinder.one(of: candidates).map { [$0] } ?? []
  }

  /// Those of the first role; of several, whoever was in touch last; of several of these, whoever was recorded first.
  private static func one(of candidates: [Candidate]) -> (candidate: Candidate, choice: Proposal.Choice?)? {
    guard let first = candidates.first else { return nil }
    let same = candidates.filter { $0.role == first.role }
    guard same.count > 1 else {
      return (first, candidates.count > 1 ? .roleComesFirst(others: candidates.count - 1) : nil)
    }
    let best = same.dropFirst().reduce(first) { ($1.date?.packed ?? 0) > ($0.date?.packed ?? 0) ? $1 : $0 }
    let isAlone = same.filter { $0.date == best.date }.count == 1
    guard let date = best.date, isAlone else { return (best, .recordedFirst(of: same.count)) }
    return (best, .latest(of: same.count, on: date))
  }

  /// Everyone that the rule is for once, by its order of roles.
  private func candidates(for rule: RejectionRule, _ application: JobApplication) -> [Candidate] {
    let excepted = Set(rule.exceptions.flatMap { holders(of: $0, application) }.map(\.person))
    var seen = excepted
    if let me { seen.insert(me) }
    return rule.roles.flatMap { latest(holders(of: $0, application)) }.filter { seen.insert($0.person).inserted }
  }

  private func holders(of role: RejectionRule.Role, _ application: JobApplication) -> [Candidate] {
    switch role {
    case .company: return [Candidate(person: application.company, role: role)]
    case .introducer:
      let people = Set(application.involved.map(\.person))
      return introductions.filter { people.contains($0.introduced) }
        .map { Candidate(person: $0.introducer, role: role, introduced: $0.introduced) }
    default:
      return application.involved.filter { RejectionRule.Role($0.role) == role }
        .map { Candidate(person: $0.person, role: role, date: $0.date) }
    }
  }

  /// Somebody who had the role on several days counts once, with the last of them.
  private func latest(_ candidates: [Candidate]) -> [Candidate] {
    var last: [Identifier: PartialDate] = [:]
    for candidate in candidates {
      guard let date = candidate.date, date.packed > last[candidate.person]?.packed ?? 0 else { continue }
      last[candidate.person] = date
    }
    return candidates.map { candidate in
      var candidate = candidate
      candidate.date = last[candidate.person]
      return candidate
    }
  }

  /// Those for one person together, people in the order in which they first appear.
  private static func byPerson(_ proposals: [Proposal]) -> [Proposal] {
    var places: [Identifier: Int] = [:]
    for proposal in proposals where places[proposal.entity] == nil { places[proposal.entity] = places.count }
    return proposals.enumerated().sorted { left, right in
      (places[left.element.entity] ?? 0, left.offset) < (places[right.element.entity] ?? 0, right.offset)
    }.map(\.element)
  }
}
