import KithCore

/// Makes SQL of a selector: the only place that does.
///
/// A term that names few rows is a set that SQLite can begin with (`entity.id IN (…)`); what only tells rows apart is
/// tested on those that are left. So a selection over a whole kind needs no table of its own.
struct SelectorCompiler {
  let graph: StoredGraph
  let today: CivilDay
  /// What stands before the statement: parts too deep to stand in it.
  private var hoisted: [SQLFragment] = []

  init(_ graph: StoredGraph, today: CivilDay) {
    self.graph = graph
    self.today = today
  }

  /// A condition, and the same rows as a set if SQLite can list them without reading all.
  struct Part {
    var condition: SQLFragment
    var set: SQLFragment?
    var depth = 0

    init(_ condition: SQLFragment) { self.condition = condition }

    init(set: SQLFragment) {
      self.set = set
      condition = "entity.id IN (\(set))"
    }
  }

  /// - Throws: ``SelectorError`` for a field or a saved selector that is not there, ``SelectionError`` for a name.
  static func query(_ selector: Selector, in graph: StoredGraph, today: CivilDay) throws -> SelectorQuery {
    var compiler = SelectorCompiler(graph, today: today)
    let normalized = try graph.expanding(selector).grounded.normalized
    let whole = try compiler.part(normalized)
    var prefix = SQLFragment()
    if !compiler.hoisted.isEmpty { prefix = "WITH \(SQLFragment.joined(compiler.hoisted, ", ")) " }
    return SelectorQuery(
      prefix: prefix, condition: whole.condition, isSet: whole.set != nil, kinds: normalized.kinds.sorted())
  }

  private mutating func part(_ selector: Selector) throws -> Part {
    switch selector {
    case .term(let term, let column): return try part(term, at: column)
    case .not(let inner):
      let inner = try part(inner)
      return Part(inner.set.map { "entity.id NOT IN (\($0))" } ?? "NOT (\(inner.condition))")
    case .and(let parts): return try flattened(conjunction(parts.map { try part($0) }))
    case .or(let parts): return try flattened(disjunction(parts.map { try part($0) }))
    }
  }

  /// The sets first: SQLite begins with one of them.
  private func conjunction(_ parts: [Part]) -> Part {
    let ordered = parts.filter { $0.set != nil } + parts.filter { $0.set == nil }
    var whole = Part("(\(SQLFragment.joined(ordered.map(\.condition), " AND ")))")
    if ordered.first?.set != nil { whole.set = "SELECT entity.id FROM entity WHERE \(whole.condition)" }
    whole.depth = (parts.map(\.depth).max() ?? 0) + 1
    return whole
  }

  private func disjunction(_ parts: [Part]) -> Part {
    let sets = parts.compactMap(\.set)
    var whole =
      sets.count == parts.count
      ? Part(set: SQLFragment.joined(sets.map { "SELECT * FROM (\($0))" }, " UNION ALL "))
      : Part("(\(SQLFragment.joined(parts.map(\.condition), " OR ")))")
    whole.depth = (parts.map(\.depth).max() ?? 0) + 1
    return whole
  }

  /// SQLite's parser has a stack of a hundred: what is deep becomes a table of its own, by its number.
  private mutating func flattened(_ part: Part) -> Part {
    guard part.depth >= SelectorCompiler.deepest else { return part }
    let isSet = part.set != nil
    let name = SQLFragment.part(hoisted.count)
    hoisted.append("\(name) (id) AS MATERIALIZED (SELECT entity.id FROM entity WHERE \(part.condition))")
    let set: SQLFragment = "SELECT id FROM \(name)"
    return isSet ? Part(set: set) : Part("entity.id IN (\(set))")
  }

  private static let deepest = 4
}
