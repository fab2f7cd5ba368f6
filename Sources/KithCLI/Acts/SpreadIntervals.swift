import KithCore
import KithStore

/// Gives many people an interval of touch at once, with their first days spread evenly: after an import nobody wants to
/// hear of three hundred people on one morning.
struct SpreadIntervals {
  let selector: TypedSelector
  let every: Interval
  /// The days over which the first ones are spread.
  let days: Int
  let today: CivilDay

  /// Whom nobody touches for as long as `days`, though they have an interval as of now.
  private var isLater: (KeepInTouch) -> Bool {
    { kept in kept.due.map { $0 > today + days } ?? true }
  }

  func perform(_ editor: StoreEditor) throws -> String {
    let people = try chosen(editor.graph)
    let known = try known(editor.graph)
    let touches = try lastTouches(editor.graph)
    let new = people.filter { !known.contains($0) }.map { kept($0, lastTouch: touches[$0]) }
    let soon = new.filter { !isLater($0) }
    let first = SpreadIntervals.days(for: soon.count, over: days, after: today)
    for (kept, day) in zip(soon, first) {
      var kept = kept
      kept.snoozedUntil = day
      try editor.save(kept)
    }
    for kept in new where isLater(kept) { try editor.save(kept) }
    return line(soon.count, new.count - soon.count, people.count - new.count, first)
  }

  /// Day by day in order, no two days differing by more than one person.
  static func days(for count: Int, over days: Int, after today: CivilDay) -> [CivilDay] {
    (0..<count).map { today + 1 + $0 * days / count }
  }

  /// By family name; you are none of them.
  private func chosen(_ graph: StoredGraph) throws -> [Identifier] {
    let me = try graph.me()
    let query = try selector.query(in: graph)
    var people: [Identifier] = []
    try graph.forEachListRow(of: .person, limit: nil, where: query) {
      if $0.summary.id != me { people.append($0.summary.id) }
    }
    return people
  }

  private func known(_ graph: StoredGraph) throws -> Set<Identifier> {
    var known = Set<Identifier>()
    try graph.forEachKeepInTouch { known.insert($0.entity) }
    return known
  }

  /// In one pass over everything that happened.
  private func lastTouches(_ graph: StoredGraph) throws -> [Identifier: CivilDay] {
    var touches: [Identifier: CivilDay] = [:]
    try graph.forEachInteraction { interaction in
      guard let day = CivilDay(interaction.date), day <= today else { return }
      for person in interaction.participants { touches[person] = max(touches[person] ?? day, day) }
    }
    return touches
  }

  /// Somebody with whom nothing ever happened is due now, and so may be put on any day of the spread.
  private func kept(_ person: Identifier, lastTouch: CivilDay?) -> KeepInTouch {
    let before =
      switch every.unit {
      case .days: today + -every.count
      case .weeks: today + -every.count * 7
      case .months: today.adding(months: -every.count)
      case .years: today.adding(months: -every.count * 12)
      }
    return KeepInTouch(person, every: every, since: lastTouch ?? before)
  }

  private func line(_ soon: Int, _ later: Int, _ known: Int, _ first: [CivilDay]) -> String {
    var parts: [String] = []
    if let from = first.first, let to = first.last {
      let most = (soon + days - 1) / days
      parts.append(
        "\(SpreadIntervals.people(soon)) every \(every): first from \(from) to \(to), at most \(most) a day")
    }
    if later > 0 { parts.append("\(SpreadIntervals.people(later)) not due until later, every \(every)") }
    if known > 0 { parts.append("\(SpreadIntervals.people(known)) with an interval already, left as they are") }
    return parts.isEmpty ? "nobody to spread" : parts.joined(separator: "; ")
  }

  private static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}
