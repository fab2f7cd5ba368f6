import KithCore

/// A selector under a name of its own.
public struct SavedSelector: Sendable, Equatable {
  public let name: String
  /// As it may be typed.
  public let text: String
}

extension StoredGraph {
  static let savedPrefix = "selector:"

  /// By name.
  public func savedSelectors() throws -> [SavedSelector] {
    let statement = try connection.statement(
      "SELECT substr(name, 10), value FROM setting WHERE name >= 'selector:' AND name < 'selector;' ORDER BY name")
    var found: [SavedSelector] = []
    while try statement.step() { found.append(SavedSelector(name: statement.text(0), text: statement.text(1))) }
    return found
  }

  public func savedSelector(_ name: String) throws -> SavedSelector? {
    let statement = try connection.statement("SELECT value FROM setting WHERE name = ?")
    statement.bind(1, StoredGraph.savedPrefix + SearchKey.fold(name))
    defer { statement.reset() }
    return try statement.step() ? SavedSelector(name: SearchKey.fold(name), text: statement.text(0)) : nil
  }

  /// The selector with those that it names in their places.
  /// - Throws: ``SelectorError`` for one that is not there, that names itself, or that makes it too big.
  func expanding(_ selector: Selector) throws -> Selector {
    var expansion = SelectorExpansion(graph: self)
    return try expansion.whole(selector, at: nil, depth: 0)
  }
}

/// Puts saved selectors in the places where they are named.
private struct SelectorExpansion {
  let graph: StoredGraph
  /// Those that are being put in.
  private var outer: [String] = []
  private var terms = 0

  init(graph: StoredGraph) { self.graph = graph }

  /// All terms of a saved one stand where its name was typed: `place`.
  mutating func whole(_ selector: Selector, at place: Int?, depth: Int) throws -> Selector {
    guard depth <= Selector.deepest else { throw SelectorError(.tooDeep, at: place ?? 0) }
    switch selector {
    case .term(.saved(let name), let column): return try saved(SearchKey.fold(name), at: place ?? column, depth: depth)
    case .term(let term, let column):
      terms += 1
      guard terms <= Selector.mostTerms else { throw SelectorError(.tooManyTerms, at: place ?? column) }
      return .term(term, column: place ?? column)
    case .not(let part): return .not(try whole(part, at: place, depth: depth + 1))
    case .and(let parts): return .and(try all(parts, at: place, depth: depth + 1))
    case .or(let parts): return .or(try all(parts, at: place, depth: depth + 1))
    }
  }

  private mutating func all(_ parts: [Selector], at place: Int?, depth: Int) throws -> [Selector] {
    var found: [Selector] = []
    for part in parts { found.append(try whole(part, at: place, depth: depth)) }
    return found
  }

  private mutating func saved(_ name: String, at column: Int, depth: Int) throws -> Selector {
    if let first = outer.firstIndex(of: name) { throw SelectorError(.cycle(outer[first...] + [name]), at: column) }
    guard let saved = try graph.savedSelector(name) else { throw SelectorError(.unknownSaved(name), at: column) }
    outer.append(name)
    defer { outer.removeLast() }
    return try whole(try Selector(saved.text), at: column, depth: depth + 1)
  }
}

extension StoreEditor {
  /// Keeps a selector under a name, in place of what had that name; false if that is just what is kept.
  /// - Throws: ``SelectorError`` if it names itself, by whatever way.
  @discardableResult
  public func save(_ selector: Selector, as name: String) throws -> Bool {
    let key = StoredGraph.savedPrefix + SearchKey.fold(name)
    let statement: PreparedStatement
    if try graph.savedSelector(name) == nil {
      statement = try connection.statement("INSERT INTO setting (value, name, id) VALUES (?, ?, ?)")
      statement.bind(3, newRowID(in: "setting"))
    } else {
      statement = try connection.statement("UPDATE setting SET value = ?1 WHERE name = ?2 AND value <> ?1")
    }
    statement.bind(1, selector.description)
    statement.bind(2, key)
    let isChange = try changes(statement)
    _ = try graph.expanding(.term(.saved(name)))
    return isChange
  }

  /// Forgets it; false if there is none of that name.
  @discardableResult
  public func deleteSelector(_ name: String) throws -> Bool {
    let delete = try connection.statement("DELETE FROM setting WHERE name = ?")
    delete.bind(1, StoredGraph.savedPrefix + SearchKey.fold(name))
    return try changes(delete)
  }
}
