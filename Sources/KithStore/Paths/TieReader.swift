import KithCore

/// Reads what is recorded between two people, by their rows.
final class TieReader {
  private let graph: StoredGraph
  private let me: Int64?
  /// By both rows; the few pairs that share a key are told apart by their rows.
  private var known: [UInt64: [Known]] = [:]
  private typealias Known = (first: Int64, second: Int64, tie: TieFacts)
  private lazy var isNothingAsked = Result { try graph.isNothingAsked() }

  init(_ graph: StoredGraph, me: Int64?) {
    self.graph = graph
    self.me = me
  }

  /// The relations between the two, and how often they were in touch if one of them is the user.
  func tie(_ first: Int64, _ second: Int64) throws -> TieFacts {
    let key = UInt64(bitPattern: first) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(bitPattern: second)
    if let seen = known[key]?.first(where: { $0.first == first && $0.second == second }) { return seen.tie }
    var tie = TieFacts(try edges(first, second, isForward: true) + edges(second, first, isForward: false))
    if let other = other(first, second) { (tie.contacts, tie.lastContact) = try contacts(with: other) }
    known[key, default: []].append((first, second, tie))
    return tie
  }

  /// The same with what takes longer to find: the event where they met, and where both were at the same time.
  func wholeTie(_ first: Int64, _ second: Int64, today: PartialDate) throws -> TieFacts {
    var tie = try tie(first, second)
    if let other = other(first, second) { tie.metAt = try firstEvent(with: other) }
    let metAt = tie.metAt
    tie.overlaps = try graph.overlaps(between: first, and: second, today: today).filter { $0.place.id != metAt?.id }
    return tie
  }

  private func other(_ first: Int64, _ second: Int64) -> Int64? {
    guard let me, first == me || second == me else { return nil }
    return first == me ? second : first
  }

  private func edges(_ subject: Int64, _ object: Int64, isForward: Bool) throws -> [TieFacts.Edge] {
    let statement = try graph.connection.statement(TieReader.edgesSQL)
    statement.bind(1, subject)
    statement.bind(2, object)
    var edges: [TieFacts.Edge] = []
    while try statement.step() {
      let row = RelationRow.read(from: statement, at: 0)
      edges.append(TieFacts.Edge(row.type, isForward: isForward, title: row.title, period: row.period))
    }
    return edges
  }

  private func contacts(with other: Int64) throws -> (Int, PartialDate?) {
    let statement = try graph.connection.statement(TieReader.contactsSQL)
    statement.bind(1, other)
    defer { statement.reset() }
    return try statement.step() ? (statement.int(0), statement.date(1)) : (0, nil)
  }

  private func firstEvent(with other: Int64) throws -> EntitySummary? {
    let statement = try graph.connection.statement(TieReader.firstEventSQL)
    statement.bind(1, other)
    return try graph.summaries(statement).first
  }

  /// What was asked of somebody lately.
  func load(of connector: Int64, since day: CivilDay) throws -> ConnectorLoad {
    var load = ConnectorLoad()
    if try isNothingAsked.get() { return load }
    let introductions = try graph.connection.statement("SELECT steps FROM introduction WHERE connector = ?")
    introductions.bind(1, connector)
    while try introductions.step() {
      let steps = try IntroductionRow.steps(introductions.textBytes(0))
      if Introduction.isOpen(after: steps)
        || steps.contains(where: { $0.kind == .asked && TieReader.isLately($0.date, since: day) })
      {
        load.introductions += 1
      }
    }
    load.favours = try favours(asked: connector, since: day)
    return load
  }

  private func favours(asked connector: Int64, since day: CivilDay) throws -> Int {
    let feedback = try graph.connection.statement("SELECT steps FROM feedback WHERE giver = ?")
    feedback.bind(1, connector)
    var count = 0
    while try feedback.step() {
      let steps = try FeedbackRow.steps(feedback.textBytes(0))
      if steps.contains(where: { $0.kind == .asked && TieReader.isLately($0.date, since: day) }) { count += 1 }
    }
    let promises = try graph.connection.statement(TieReader.promisesSQL)
    promises.bind(1, connector)
    return count + (try promises.firstInt() ?? 0)
  }

  private static func isLately(_ date: PartialDate?, since day: CivilDay) -> Bool {
    date.map { $0 >= day.date } ?? false
  }

  private static let codes = RelationType.connecting.map { String($0.code) }.sorted().joined(separator: ", ")
  static let edgesSQL = """
    SELECT \(RelationRow.columns) FROM relation
    WHERE relation.subject = ? AND relation.type IN (\(codes)) AND relation.object = ? ORDER BY relation.type
    """
  static let contactsSQL = """
    SELECT count(*), max(interaction.date) FROM participant
    CROSS JOIN interaction ON interaction.id = participant.interaction WHERE participant.entity = ?
    """
  static let firstEventSQL = """
    SELECT event.uuid, event.kind, event.name FROM participant
    CROSS JOIN interaction ON interaction.id = participant.interaction
    CROSS JOIN entity AS event ON event.id = interaction.event
    WHERE participant.entity = ? ORDER BY interaction.date, interaction.id LIMIT 1
    """
  /// What is waited for in an introduction is no promise of this kind: the introduction counts itself.
  static let promisesSQL = """
    SELECT count(*) FROM followUp WHERE entity = ? AND state = 'open' AND owedBy = 'them' AND act = 'keepPromise'
    """
}

extension StoredGraph {
  /// Whether nobody was ever asked for anything: then none of the statements that look for it need be made.
  fileprivate func isNothingAsked() throws -> Bool {
    let statement = try connection.statement(
      """
      SELECT NOT EXISTS (SELECT 1 FROM introduction) AND NOT EXISTS (SELECT 1 FROM feedback)
      AND NOT EXISTS (SELECT 1 FROM followUp)
      """)
    return try statement.firstInt() == 1
  }
}
