import KithCore

/// A key under which an entity is found. Derived from the entity alone, so that it can be taken out and made anew.
struct LookupKey: Hashable {
  enum Kind: Int {
    case word = 1
    case email, phone, link, foreignUID, company, tag
  }

  let kind: Kind
  let text: String

  static func keys(of entity: Entity) -> Set<LookupKey> {
    var keys = Set<LookupKey>()
    for name in [entity.name] + entity.nicknames {
      for word in SearchKey.words(name) { keys.insert(LookupKey(kind: .word, text: word)) }
      if entity.kind != .person { keys.insert(LookupKey(kind: .company, text: CompanyName.key(name))) }
    }
    for email in entity.emails { keys.insert(LookupKey(kind: .email, text: SearchKey.email(email.address))) }
    for phone in entity.phones {
      if let digits = SearchKey.phone(phone.number) { keys.insert(LookupKey(kind: .phone, text: digits)) }
    }
    for link in entity.links { keys.insert(LookupKey(kind: .link, text: SearchKey.link(link.url))) }
    for uid in entity.foreignUIDs { keys.insert(LookupKey(kind: .foreignUID, text: uid)) }
    for tag in entity.tags { keys.insert(LookupKey(kind: .tag, text: SearchKey.fold(tag))) }
    return keys.filter { !$0.text.isEmpty && $0.text.utf8.count <= longest }
  }

  /// Longer ones are no names that anybody types; they would only fill the index.
  static let longest = 500
}
