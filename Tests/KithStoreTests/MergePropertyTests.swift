import KithCore
import KithJSONLines
import Testing

@testable import KithStore

/// Random graphs: a merge loses no row but those that would say a thing twice or tie a record to itself, undo brings back
/// the export byte by byte, and which of the two goes on makes no other difference.
struct MergePropertyTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func mergingConserves(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed &* 7919)
    defer { history.store.close() }
    for _ in 0..<20 { _ = try history.edit() }
    try sprinkleIntroductions(history)
    guard let (survivor, other) = try pair(history) else { return }
    let before = try export(history.store)
    let dump = try history.dump()
    let expected = try history.store.read { try RowCounts($0, merging: other, into: survivor) }

    try merge(other, into: survivor, history)
    let found = try history.store.read { try RowCounts($0) }
    #expect(found == expected)
    try history.store.read { try $0.expectSound("after a merge") }
    let one = try history.store.read { try JoinedGraph($0, survivor, [survivor, other]) }

    try history.undo(nil)
    try history.expect(dump, "undo of a merge")
    #expect(try export(history.store) == before)

    try merge(survivor, into: other, history)
    let turned = try history.store.read { try JoinedGraph($0, other, [survivor, other]) }
    #expect(one.lines == turned.lines, "\(Set(one.lines).symmetricDifference(turned.lines).sorted())")
  }

  private func merge(_ other: Identifier, into survivor: Identifier, _ history: RandomHistory) throws {
    _ = try history.store.write("merge", at: TemporaryStore.now) { try $0.merge(other, into: survivor) }
  }

  /// Two of one kind that have the most to lose.
  private func pair(_ history: RandomHistory) throws -> (Identifier, Identifier)? {
    let entities = try history.store.read { graph in
      var all: [Entity] = []
      try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in all.append(entity) }
      return all
    }
    let kinds = Dictionary(grouping: entities, by: \.kind).values.filter { $0.count > 1 }
    guard let chosen = kinds.sorted(by: { $0[0].kind < $1[0].kind }).randomElement(using: &history.random) else {
      return nil
    }
    let two = chosen.shuffled(using: &history.random)
    return (two[0].id, two[1].id)
  }

  private func sprinkleIntroductions(_ history: RandomHistory) throws {
    try history.store.write("introduce", at: TemporaryStore.now) { editor in
      let people = try editor.graph.texts("SELECT id FROM entity WHERE kind = 1 ORDER BY id")
      for (place, connector) in people.enumerated() {
        for person in people.dropFirst(place + 1) {
          let row = editor.newRowID(in: "introduction")
          let uuid = Identifier.test(UInt64(5000 + row)).description.replacing("-", with: "")
          try editor.connection.execute(
            "INSERT INTO introduction VALUES (\(row), x'\(uuid)', \(connector), \(person), NULL, '', '[]')")
        }
      }
    }
  }

  private func export(_ store: Store) throws -> String {
    let format = JSONLinesFormat()
    let sink = OutputSink.inMemory()
    let context = ExportContext(
      output: sink, options: try OptionValues([], for: format.format), now: TemporaryStore.now,
      diagnostics: DiagnosticLog())
    try store.read { try format.run(on: $0, in: context) }
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}

/// How many rows each table has, or is to have after a merge: worked out from the rows as they are, one by one.
private struct RowCounts: Equatable {
  var counts: [String: Int] = [:]

  init(_ graph: StoredGraph) throws {
    for table in JournaledTable.all {
      counts[table.name] = try graph.connection.statement("SELECT count(*) FROM \(table.name)").firstInt() ?? 0
    }
  }

  init(_ graph: StoredGraph, merging other: Identifier, into survivor: Identifier) throws {
    try self.init(graph)
    let (row, gone) = (try #require(try graph.rowID(of: survivor)), try #require(try graph.rowID(of: other)))
    func mapped(_ text: String) -> String { text == "\(gone)" ? "\(row)" : text }
    func distinct(_ table: String, _ columns: String) throws -> Int {
      Set(
        try graph.texts("SELECT \(columns) FROM \(table)").map { $0.split(separator: "|").map { mapped(String($0)) } }
      )
      .count
    }
    counts["entity", default: 0] -= 1
    counts["participant"] = try distinct("participant", "interaction || '|i' || '|' || entity")
    counts["involvement"] = try distinct("involvement", "'a' || application || '|' || person || '|r' || role || date")
    counts["photo"] = try distinct("photo", "entity")
    counts["keepInTouch"] = try distinct("keepInTouch", "entity")
    counts["introduction", default: 0] -= try graph.texts(
      "SELECT 1 FROM introduction WHERE connector IN (\(row), \(gone)) AND person IN (\(row), \(gone))"
    ).count
    counts["relation"] = try RowCounts.relations(graph, gone, row)
  }

  private struct Edge: Hashable {
    var subject: Int64
    var type: Int
    var object: Int64
    var key: String
    var isBare: Bool
    var isOpen: Bool
    var isFromOther = false
  }

  private static func relations(_ graph: StoredGraph, _ gone: Int64, _ row: Int64) throws -> Int {
    let statement = try graph.connection.cursor(
      "SELECT subject, type, object, title, startDate, units, endDate FROM relation ORDER BY id")
    var untouched = 0
    var groups: [String: [Edge]] = [:]
    while try statement.step() {
      var edge = Edge(
        subject: statement.rowID(0), type: statement.int(1), object: statement.rowID(2),
        key: "\(statement.text(3))|\(statement.int(4))", isBare: false, isOpen: statement.int(6) == 0)
      edge.isBare = edge.key == "|0" && statement.text(5).isEmpty && edge.isOpen
      let ends = [edge.subject, edge.object]
      if ends.contains(row), ends.contains(gone) { continue }
      guard ends.contains(row) || ends.contains(gone) else {
        untouched += 1
        continue
      }
      edge.isFromOther = ends.contains(gone)
      if edge.subject == gone { edge.subject = row }
      if edge.object == gone { edge.object = row }
      let isSymmetric = RelationType(code: edge.type)?.isSymmetric ?? false
      let pair = isSymmetric ? [edge.subject, edge.object].sorted() : [edge.subject, edge.object]
      groups["\(edge.type) \(pair)", default: []].append(edge)
    }
    return untouched + groups.values.reduce(0) { $0 + count($1) }
  }

  private static func count(_ edges: [Edge]) -> Int {
    guard edges.contains(where: \.isFromOther), edges.contains(where: { !$0.isFromOther }) else { return edges.count }
    let kinds = Dictionary(grouping: edges, by: \.key).values
    let open = kinds.contains { group in !group.contains(where: \.isBare) && group.allSatisfy(\.isOpen) }
    let bare = kinds.filter { group in group.allSatisfy(\.isBare) }.count
    return kinds.count - (open ? bare : 0)
  }
}

/// A graph without the choice of which id goes on: lines that are the same whichever does.
private struct JoinedGraph {
  private(set) var lines: [String] = []
  private let ids: Set<Identifier>

  init(_ graph: StoredGraph, _ survivor: Identifier, _ ids: Set<Identifier>) throws {
    self.ids = ids
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in lines.append(line(entity)) }
    try graph.forEachRelation { relation in
      let ends = [id(relation.subject), id(relation.object)]
      lines.append(
        "\(relation.type) \(relation.type.isSymmetric ? ends.sorted() : ends) \(relation.title ?? "") \(relation.units) \(relation.period)"
      )
    }
    try graph.forEachInteraction {
      lines.append("\($0.id) \($0.participants.map(id).sorted()) \($0.event.map(id) ?? "") \($0.summary)")
    }
    try graph.forEachApplication {
      lines.append(
        "\($0.id) \(id($0.company)) \($0.involved.map { "\(id($0.person)) \($0.role)" }.sorted()) \($0.stages)")
    }
    try graph.forEachFollowUp {
      lines.append("\($0.id) \(id($0.entity)) \($0.event.map(id) ?? "") \($0.act) \($0.state)")
    }
    try graph.forEachFeedback { lines.append("\($0.id) \(id($0.giver)) \($0.steps)") }
    try graph.forEachKeepInTouch {
      lines.append("\(id($0.entity)) \($0.every) \($0.since) \(String(describing: $0.snoozedUntil)) \($0.isIgnored)")
    }
    lines += try graph.me().map { ["me \(id($0))"] } ?? []
    lines.sort()
  }

  private func id(_ id: Identifier) -> String { ids.contains(id) ? "the one" : id.description }

  /// Names, pictures and dates as sets: which of them is the one that is shown is the survivor's to say.
  private func line(_ entity: Entity) -> String {
    let isJoined = ids.contains(entity.id)
    let names = Set(([entity.name] + entity.nicknames).map { $0.lowercased() }).sorted()
    let known = isJoined ? Set(entity.foreignUIDs + [entity.id.description]).sorted() : entity.foreignUIDs
    let kept = entity.keptProperties.filter { $0.format == "kith" }.map {
      "\($0.parameters.flatMap(\.values)) \($0.value)"
    }
    let photos = Set(entity.photo.map { [text($0)] } ?? []).union(kept).sorted()
    let emails = entity.emails.map { $0.address.lowercased() }.sorted()
    return
      "\(id(entity.id)) \(entity.kind) \(names) \(emails) \(entity.tags.sorted()) \(photos) \(known) \(entity.created)"
  }

  private func text(_ photo: Photo) -> String {
    switch photo {
    case .uri(let uri): "[] \(uri)"
    case .data(let mediaType, let bytes): "\([mediaType]) \(String(decoding: Base64.encode(bytes), as: UTF8.self))"
    }
  }
}
