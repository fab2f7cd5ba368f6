import KithCore
import KithStore

/// Records what is told on the way to something else: a company, an event, a person named for the first time becomes a
/// record, and is said to be new.
struct Telling {
  let editor: StoreEditor
  private let resolver: Resolver
  /// "new company Analytical Engines"
  private(set) var news: [String] = []

  init(_ editor: StoreEditor) {
    self.editor = editor
    resolver = Resolver(graph: editor.graph)
  }

  mutating func company(_ name: String) throws -> EntitySummary {
    try resolver.told(name, [.company, .organization]) ?? make(name, .company)
  }

  mutating func event(_ name: String) throws -> EntitySummary {
    try resolver.told(name, [.event]) ?? make(name, .event)
  }
  mutating func person(_ name: String) throws -> EntitySummary {
    try resolver.told(name, [.person]) ?? make(name, .person)
  }

  mutating func organization(_ name: String) throws -> EntitySummary {
    try resolver.told(name, [.organization, .company]) ?? make(name, .organization)
  }

  mutating func make(_ name: String, _ kind: Entity.Kind) throws -> EntitySummary {
    var entity = Entity(
      id: editor.identifiers.next(), kind: kind, name: try NameArgument.checked(name), created: editor.now)
    if kind == .person { entity.personName = PersonName(parsing: entity.name) }
    let alike = try resolver.alike(entity.name, [kind]).first.map { " (is it \($0.name)? then kith undo)" }
    try editor.insert(entity)
    news.append("new \(kind) \(entity.name)" + (alike ?? ""))
    return entity.summary
  }

  /// Says one more thing beside what was done.
  mutating func say(_ words: String) { news.append(words) }

  /// The news as the end of a sentence; empty without any.
  var sentence: String { news.isEmpty ? "" : "; " + news.joined(separator: ", ") }
}
