import KithCore

/// Finds the doors of all companies, in one pass over each sort of record.
struct DoorFinder {
  private let today: CivilDay
  private var applications: [Identifier: [JobApplication]] = [:]
  /// By person, the best part that they had in an application, wherever it was.
  private var parts: [Identifier: Door.Holder] = [:]
  /// Who works where as of today, and where they worked before.
  private var staff: [Identifier: Set<Identifier>] = [:]
  private var employed = Set<Identifier>()
  private var former: [Identifier: Set<Identifier>] = [:]
  /// With whom you keep an interval, and something happened.
  private var inTouch = Set<Identifier>()
  private var tryAgain: [Identifier: CivilDay] = [:]

  /// - Throws: what the graph throws.
  init(_ graph: any ContactGraph, today: CivilDay) throws {
    self.today = today
    try graph.forEachApplication { application in
      applications[application.company, default: []].append(application)
      for involved in application.involved { note(involved, at: application.company) }
    }
    try collectStaff(graph)
    try collectTouch(graph)
    try graph.forEachFollowUp { followUp in
      guard followUp.act == .tryAgain, followUp.isOpen, let due = followUp.due else { return }
      tryAgain[followUp.entity] = max(tryAgain[followUp.entity] ?? due, due)
    }
  }

  private mutating func note(_ involved: JobApplication.Involvement, at company: Identifier) {
    guard let hold = DoorFinder.hold(involved.role) else { return }
    if let known = parts[involved.person], known.hold <= hold { return }
    parts[involved.person] = Door.Holder(person: involved.person, hold: hold, elsewhere: company)
  }

  private mutating func collectStaff(_ graph: any ContactGraph) throws {
    let me = try graph.me()
    try graph.forEachRelation { relation in
      guard relation.type == .worksFor, relation.subject != me else { return }
      if relation.period.hasEnded(by: today.date) {
        former[relation.object, default: []].insert(relation.subject)
      } else {
        staff[relation.object, default: []].insert(relation.subject)
        employed.insert(relation.subject)
      }
    }
  }

  /// In the order of their ids.
  var doors: [Door] {
    Set(applications.keys).union(staff.keys).sorted().compactMap { company in
      Door(
        company, holders: holders(at: company), applications: applications[company] ?? [],
        tryAgain: tryAgain[company], today: today)
    }
  }

  /// An interval is an intention, which `kith spread` gives to everybody: only with a touch is it a fact.
  private mutating func collectTouch(_ graph: any ContactGraph) throws {
    var kept = Set<Identifier>()
    try graph.forEachKeepInTouch { if !$0.isIgnored { kept.insert($0.entity) } }
    guard !kept.isEmpty else { return }
    try graph.forEachInteraction { interaction in
      for person in interaction.participants where kept.contains(person) { inTouch.insert(person) }
    }
  }

  private func holders(at company: Identifier) -> [Door.Holder] {
    var holders: [Identifier: Door.Holder] = [:]
    for person in staff[company] ?? [] {
      let hold = inTouch.contains(person) ? Door.Hold.inTouch : .worksThere
      let part = parts[person].flatMap { $0.hold < hold ? $0 : nil }
      holders[person] = part ?? Door.Holder(person: person, hold: hold)
      if part?.elsewhere == company { holders[person]?.elsewhere = nil }
    }
    for involved in (applications[company] ?? []).flatMap(\.involved) where isThere(involved.person, company) {
      guard let hold = DoorFinder.hold(involved.role) else { continue }
      if let known = holders[involved.person], known.hold < hold { continue }
      holders[involved.person] = Door.Holder(person: involved.person, hold: hold)
    }
    return holders.values.sorted { ($0.hold, $0.person) < ($1.hold, $1.person) }
  }

  /// Who took part in an application there is taken to be there, unless they left or work elsewhere.
  private func isThere(_ person: Identifier, _ company: Identifier) -> Bool {
    if staff[company]?.contains(person) == true { return true }
    return !employed.contains(person) && former[company]?.contains(person) != true
  }

  private static func hold(_ role: JobApplication.Involvement.Role) -> Door.Hold? {
    switch role {
    case .referrer: .referred
    case .interviewer: .interviewed
    case .hiringManager: .hiringManager
    case .recruiter, .contact: nil
    }
  }
}

extension Door.Hold: Comparable {
  static func < (left: Door.Hold, right: Door.Hold) -> Bool { left.rank < right.rank }

  private var rank: Int { Door.Hold.allCases.firstIndex(of: self) ?? 0 }
}
