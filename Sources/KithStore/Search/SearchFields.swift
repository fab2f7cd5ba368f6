import KithCore

/// What an entity is found by, in the columns of its row of the full-text index. Derived from the graph, so that it can be
/// made anew.
struct SearchFields {
  /// Its name, other names, and those words before the @ of its e-mail addresses that are none of them.
  var name = SearchText()
  /// What its relations to companies and organizations say: titles, names, departments.
  var work = SearchText()
  var tag = SearchText()
  var note = SearchText()

  mutating func clear() {
    name.clear()
    work.clear()
    tag.clear()
    note.clear()
  }

  mutating func add(_ entity: Entity) {
    name.append(name: entity.name)
    for nickname in entity.nicknames { name.append(name: nickname) }
    for email in entity.emails { name.appendUnknownWords(of: SearchFields.localPart(email.address)) }
    for text in entity.tags { tag.append(text) }
    for text in entity.notes { note.append(text) }
  }

  static func localPart(_ address: String) -> String { String(address.prefix { $0 != "@" }) }
}
