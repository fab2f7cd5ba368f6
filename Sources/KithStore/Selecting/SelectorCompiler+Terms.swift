import KithCore

extension SelectorCompiler {
  /// What one term says. Names have become numbers of rows when it is done.
  func part(_ term: Selector.Term, at column: Int) throws -> Part {
    switch term {
    case .kind(let kind): return Part("+entity.kind = \(EntityRow.code(of: kind))")
    case .reference(let text): return Part(set: try rows(matching: text, among: Set(Entity.Kind.allCases)))
    case .tag(let tag): return Part(set: tagged(tag))
    case .company(let text, let tense):
      return Part(set: tied(to: try rows(matching: text, among: [.company, .organization]), tense))
    case .rejected(let span): return Part(set: tied(to: rejecting(span), nil))
    case .event(let text): return Part(set: present(at: try rows(matching: text, among: [.event])))
    case .via(let text): return Part(set: introduced(by: try rows(matching: text, among: [.person])))
    case .tie(.role(let role)):
      return Part(set: "SELECT involvement.person FROM involvement WHERE involvement.role = \(role.rawValue)")
    case .tie(.relation(let type)): return Part(set: try tiedToMe(by: type))
    case .due(let horizon): return Part(set: due(horizon))
    case .idle(let interval): return try idle(interval)
    case .met(let span): return try met(span)
    case .field(let field, let text): return try fields(field, text)
    case .custom(let name, let text): return try customFields(name, text, at: column)
    case .saved(let name): throw SelectorError(.unknownSaved(name), at: column)
    }
  }

  // MARK: Sets

  /// The rows that somebody means by a name.
  private func rows(matching text: String, among kinds: Set<Entity.Kind>) throws -> SQLFragment {
    let found = try graph.matches(text, among: kinds).best
    guard !found.isEmpty else { throw SelectionError.nothingNamed(text, kinds) }
    let rows = try found.compactMap { try graph.rowID(of: $0.id) }
    if rows.count == 1 { return "SELECT \(Int(rows[0]))" }
    let list = "[" + rows.map(String.init).joined(separator: ",") + "]"
    return "SELECT value FROM json_each(\(list))"
  }

  private func tagged(_ tag: String) -> SQLFragment {
    """
    SELECT lookup.entity FROM lookup WHERE lookup.kind = \(LookupKey.Kind.tag.rawValue)
    AND lookup.key = \(SearchKey.fold(tag))
    """
  }

  private func tied(to companies: SQLFragment, _ tense: Selector.Term.Tense?) -> SQLFragment {
    let types = [RelationType.worksFor, .memberOf, .founded, .recruitsFor].map { type -> SQLFragment in "\(type.code)" }
    let edges: SQLFragment = """
      SELECT relation.subject FROM relation
      WHERE relation.object IN (\(companies)) AND relation.type IN (\(SQLFragment.joined(types, ", ")))
      """
    switch tense {
    case .now: return "\(edges) AND \(isNow)"
    case .past: return "\(edges) AND NOT \(isNow)"
    case nil:
      return """
        \(edges) UNION ALL
        SELECT involvement.person FROM application
        CROSS JOIN involvement ON involvement.application = application.id WHERE application.company IN (\(companies))
        """
    }
  }

  /// As ``Period/isOver(on:)`` has it: an end at an unknown date is below every date.
  private var isNow: SQLFragment { "(relation.endDate = 0 OR relation.endDate >= \(today.date.packed))" }

  private func rejecting(_ span: Selector.Span) -> SQLFragment {
    let days = span.packed(today: today)
    return """
      SELECT application.company FROM application
      WHERE application.outcome = 'rejected'
      AND application.outcomeDate BETWEEN \(days.lowerBound) AND \(days.upperBound)
      """
  }

  private func present(at events: SQLFragment) -> SQLFragment {
    """
    SELECT relation.subject FROM relation WHERE relation.object IN (\(events)) UNION ALL
    SELECT participant.entity FROM interaction
    CROSS JOIN participant ON participant.interaction = interaction.id WHERE interaction.event IN (\(events))
    """
  }

  private func introduced(by people: SQLFragment) -> SQLFragment {
    """
    SELECT relation.subject FROM relation WHERE relation.object IN (\(people))
    AND relation.type IN (\(RelationType.introducedBy.code), \(RelationType.referredBy.code))
    """
  }

  private func tiedToMe(by type: RelationType) throws -> SQLFragment {
    let me = try myRow()
    return """
      SELECT relation.object FROM relation WHERE relation.subject = \(me) AND relation.type = \(type.code)
      UNION ALL
      SELECT relation.subject FROM relation WHERE relation.object = \(me) AND relation.type = \(type.code)
      """
  }

  /// Everything that is open for `any`, with a date or without.
  private func due(_ horizon: Selector.Horizon) -> SQLFragment {
    let last = horizon.last(today: today).date.packed
    let first = horizon == .any ? 0 : 1
    return """
      SELECT followUp.entity FROM followUp
      WHERE followUp.state = 'open' AND followUp.due BETWEEN \(first) AND \(last) UNION ALL
      SELECT keepInTouch.entity FROM keepInTouch WHERE keepInTouch.due > 0 AND keepInTouch.due <= \(last)
      """
  }

  // MARK: Tests of a row

  private func idle(_ interval: Interval) throws -> Part {
    let days = Selector.Span.within(interval).packed(today: today)
    return Part(
      """
      (+entity.kind = 1 AND entity.id <> \(try myRow()) AND NOT EXISTS (
        SELECT 1 FROM participant CROSS JOIN interaction ON interaction.id = participant.interaction
        WHERE participant.entity = entity.id AND interaction.date BETWEEN \(days.lowerBound) AND \(days.upperBound)))
      """)
  }

  private func met(_ span: Selector.Span) throws -> Part {
    let me = try myRow()
    let days = span.packed(today: today)
    let whether: SQLFragment =
      span == .any
      ? "EXISTS (\(StoredGraph.meetings(with: me, from: 0)))"
      : "\(StoredGraph.metDate(with: me)) BETWEEN \(days.lowerBound) AND \(days.upperBound)"
    return Part("(+entity.kind = 1 AND entity.id <> \(me) AND \(whether))")
  }

  private func fields(_ field: Selector.Field, _ text: String?) throws -> Part {
    let test = Selector.FieldTest(text, field.comparison)
    switch field {
    case .name: return Part("fieldHolds(\(try graph.connection.fields.add(.text(test))), entity.name)")
    case .title:
      return Part(
        """
        EXISTS (SELECT 1 FROM relation WHERE relation.subject = entity.id
          AND relation.type = \(RelationType.worksFor.code) AND \(isNow)
          AND fieldHolds(\(try graph.connection.fields.add(.text(test))), relation.title))
        """)
    default: return Part("fieldHolds(\(try graph.connection.fields.add(.field(field, test))), entity.properties)")
    }
  }

  private func customFields(_ name: String, _ text: String?, at column: Int) throws -> Part {
    let key = Selector.fieldKey(name)
    guard try graph.hasCustomField(key) else { throw SelectorError(.unknownKey(name), at: column) }
    let test = Selector.FieldTest(text, .words)
    return Part("fieldHolds(\(try graph.connection.fields.add(.custom(key, test))), entity.properties)")
  }

  /// 0, which is no row, where nobody said who you are.
  private func myRow() throws -> Int { try graph.me().flatMap { try graph.rowID(of: $0) }.map { Int($0) } ?? 0 }
}

extension StoredGraph {
  /// The dates of what happened with an entity: the day on which you met, and every interaction.
  static func meetings(with me: Int, from first: Int) -> SQLFragment {
    """
    SELECT relation.startDate AS date FROM relation
    WHERE relation.subject = \(me) AND relation.type = \(RelationType.met.code) AND relation.object = entity.id
    AND relation.startDate >= \(first)
    UNION ALL SELECT relation.startDate FROM relation
    WHERE relation.subject = entity.id AND relation.type = \(RelationType.met.code) AND relation.object = \(me)
    AND relation.startDate >= \(first)
    UNION ALL SELECT interaction.date FROM participant
    CROSS JOIN interaction ON interaction.id = participant.interaction
    WHERE participant.entity = entity.id AND interaction.date >= \(first)
    """
  }

  /// The first of them that has a year; else the day, in UTC, on which the entity was recorded.
  static func metDate(with me: Int) -> SQLFragment {
    """
    coalesce((SELECT min(meeting.date) FROM (\(meetings(with: me, from: 10000))) AS meeting),
      CAST(strftime('%Y%m%d', entity.created, 'unixepoch') AS INTEGER))
    """
  }

  /// Whether any entity has a custom field of that name, as ``Selector/fieldKey(_:)`` spells it.
  func hasCustomField(_ key: String) throws -> Bool {
    let position = try connection.fields.add(.customName(key))
    let statement = try connection.prepared(
      "SELECT 1 FROM entity WHERE instr(entity.properties, '\"customFields\"') AND fieldHolds(\(position), entity.properties) LIMIT 1"
    )
    return try statement.step()
  }
}
