import KithCore
import KithStore

/// Makes a new record of a name that is not taken.
struct AddRecord {
  let kind: Entity.Kind
  let name: String
  /// Another one, even if one of that name is known.
  let isNew: Bool

  /// The record, not in the store yet.
  /// - Throws: ``CommandError`` with exit 3 if there is one of that kind and name.
  func entity(_ editor: StoreEditor) throws -> Entity {
    let name = try NameArgument.checked(name)
    let known = isNew ? [] : try editor.graph.entities(named: name, of: [kind])
    guard known.isEmpty else {
      let list = known.map { "  \($0.name) [\($0.id.short)]" }
      throw CommandError(
        "there is \(kind.indefinite) of that name already:\n" + TerminalText.cleanedLines(list),
        hint: "--new records another one of that name", code: .ambiguous)
    }
    return Entity(id: editor.identifiers.next(), kind: kind, name: name, created: editor.now)
  }

  /// Adds what the options say, and stores it.
  static func insert(_ entity: Entity, _ options: NewRecordOptions, _ editor: StoreEditor) throws {
    var entity = entity
    options.facts.facts.add(to: &entity)
    if let city = options.city { entity.addresses.append(PostalAddress(locality: [city])) }
    try editor.insert(entity)
  }
}
