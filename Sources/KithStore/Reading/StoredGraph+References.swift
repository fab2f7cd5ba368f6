import KithCore

/// What a reference that somebody typed may mean.
public struct ReferenceMatches: Sendable, Equatable {
  /// By id, e-mail, phone, or the whole of a name.
  public var exact: [EntitySummary] = []
  /// By the beginnings of words of a name.
  public var partial: [EntitySummary] = []

  /// The better of the two.
  public var best: [EntitySummary] { exact.isEmpty ? partial : exact }
}

extension StoredGraph {
  /// Whom `text` may mean among `kinds`: `me`, which is the user and never a part of a name; an id or its beginning (six digits or more), an e-mail address, a phone number,
  /// a name or nickname, or the beginnings of words of one.
  public func matches(_ text: String, among kinds: Set<Entity.Kind>) throws -> ReferenceMatches {
    var matches = ReferenceMatches()
    let trimmed = text.trimmingSpaces
    guard !trimmed.isEmpty else { return matches }
    if SearchKey.fold(trimmed) == "me" {
      if kinds.contains(.person), let me = try me(), let summary = try summary(of: me) { matches.exact = [summary] }
      return matches
    }
    matches.exact = try exactMatches(trimmed, among: kinds).filter { kinds.contains($0.kind) }.unique
    if matches.exact.isEmpty {
      let words = SearchKey.words(trimmed)
      matches.partial = try entities(withWordsBeginning: words).filter { kinds.contains($0.kind) }
    }
    return matches
  }

  private func exactMatches(_ text: String, among kinds: Set<Entity.Kind>) throws -> [EntitySummary] {
    if text.contains("@") {
      let found = try summaries(under: LookupKey(kind: .email, text: SearchKey.email(text)))
      if !found.isEmpty { return found }
    }
    let named = try wholeNameMatches(text)
    if !named.isEmpty { return named }
    let byID = try summaries(idBeginning: text)
    if !byID.isEmpty { return byID }
    if text.utf8.allSatisfy({ $0 < 0x41 }), let digits = SearchKey.phone(text) {
      return try summaries(under: LookupKey(kind: .phone, text: digits))
    }
    return []
  }

  private func wholeNameMatches(_ text: String) throws -> [EntitySummary] {
    let words = SearchKey.words(text)
    var found = try summaries(under: LookupKey(kind: .company, text: CompanyName.key(text)))
    guard let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return found }
    for candidate in try summaries(under: LookupKey(kind: .word, text: longest), limit: 20_000) {
      let isWhole = SearchKey.words(candidate.name) == words
      if try isWhole || hasNickname(words, candidate) { found.append(candidate) }
    }
    return found
  }

  /// Whether one of the other names is just these words. The entity is read only if its shown name does not account for them.
  private func hasNickname(_ words: [String], _ candidate: EntitySummary) throws -> Bool {
    guard !Set(words).isSubset(of: SearchKey.words(candidate.name)), let entity = try entity(candidate.id) else {
      return false
    }
    return entity.nicknames.contains { SearchKey.words($0) == words }
  }

  private func summaries(idBeginning text: String) throws -> [EntitySummary] {
    guard let range = Identifier.range(beginning: text) else { return [] }
    let statement = try connection.statement(
      "SELECT uuid, kind, name FROM entity WHERE uuid BETWEEN ? AND ? ORDER BY uuid LIMIT 100")
    statement.bind(1, range.lowerBound)
    statement.bind(2, range.upperBound)
    return try summaries(statement) + merged(idBetween: range)
  }

  /// Those that go on under another id since they were merged.
  private func merged(idBetween range: ClosedRange<Identifier>) throws -> [EntitySummary] {
    let statement = try connection.statement(
      """
      SELECT entity.uuid, entity.kind, entity.name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key BETWEEN ? AND ? ORDER BY lookup.key LIMIT 100
      """)
    statement.bind(1, LookupKey.Kind.foreignUID.rawValue)
    statement.bind(2, range.lowerBound.description)
    statement.bind(3, range.upperBound.description)
    return try summaries(statement)
  }

  /// The row of the record that had the id `id` before it was merged; nil if there is none, or more than one.
  func mergedRow(of id: Identifier) throws -> Int64? {
    let statement = try connection.statement("SELECT entity FROM lookup WHERE kind = ? AND key = ? LIMIT 2")
    statement.bind(1, LookupKey.Kind.foreignUID.rawValue)
    statement.bind(2, id.description)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows.count == 1 ? rows[0] : nil
  }

  /// Names that differ from `text` in a letter or two, for "did you mean".
  public func nearest(to text: String, among kinds: Set<Entity.Kind>, limit: Int = 3) throws -> [EntitySummary] {
    var found: [(distance: Int, summary: EntitySummary)] = []
    for word in SearchKey.words(text) where word.utf8.count > 2 {
      for key in try words(beginning: String(word.prefix(1))) {
        guard let distance = EditDistance.between(word, key, atMost: word.count > 5 ? 2 : 1) else { continue }
        found += try summaries(under: LookupKey(kind: .word, text: key), limit: 10).map { (distance, $0) }
      }
    }
    let ranked = found.filter { kinds.contains($0.summary.kind) }.sorted { $0.distance < $1.distance }
    return Array(ranked.map(\.summary).unique.prefix(limit))
  }

  private func words(beginning prefix: String) throws -> [String] {
    let statement = try connection.statement(
      "SELECT DISTINCT key FROM lookup WHERE kind = 1 AND key >= ? AND key < ? LIMIT 5000")
    statement.bind(1, prefix)
    statement.bind(2, prefix + "\u{10ffff}")
    var words: [String] = []
    while try statement.step() { words.append(statement.text(0)) }
    return words
  }
}

extension Identifier {
  /// The identifiers that begin with the digits of `text`, six or more, with or without hyphens; nil if it spells none.
  static func range(beginning text: String) -> ClosedRange<Identifier>? {
    let digits = SearchKey.fold(text.hasPrefix("urn:uuid:") ? String(text.dropFirst(9)) : text).replacing("-", with: "")
    guard (6...32).contains(digits.utf8.count), digits.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }),
      let low = Identifier(uuid: digits + String(repeating: "0", count: 32 - digits.utf8.count)),
      let high = Identifier(uuid: digits + String(repeating: "f", count: 32 - digits.utf8.count))
    else { return nil }
    return low...high
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  var unique: [Element] {
    // The first set of a type costs the runtime more than comparing a few elements with each other.
    if count <= 8 { return reduce(into: [] as [Element]) { if !$0.contains($1) { $0.append($1) } } }
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
