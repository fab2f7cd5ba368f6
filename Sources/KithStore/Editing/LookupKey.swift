import KithCore

/// A key under which an entity is found. Derived from the entity alone, so that it can be taken out and made anew.
struct LookupKey: Hashable {
  enum Kind: Int {
    case word = 1
    case email, phone, link, foreignUID, company, tag
    /// What is so of few and asked of many.
    case mark
  }

  let kind: Kind
  let text: String

  /// The same key may be among them twice.
  static func keys(of entity: Entity) -> [LookupKey] {
    var keys: [LookupKey] = []
    keys.reserveCapacity(12)
    func add(_ kind: Kind, _ text: String) {
      if !text.isEmpty, text.utf8.count <= longest { keys.append(LookupKey(kind: kind, text: text)) }
    }
    for name in [[entity.name], entity.nicknames].joined() {
      for word in SearchKey.words(name) { add(.word, word) }
      if entity.kind != .person { add(.company, CompanyName.key(name)) }
    }
    for email in entity.emails { add(.email, SearchKey.email(email.address)) }
    for phone in entity.phones { add(.phone, SearchKey.phone(phone.number) ?? "") }
    for link in entity.links { add(.link, SearchKey.link(link.url)) }
    for uid in entity.foreignUIDs { add(.foreignUID, uid) }
    for tag in entity.tags { add(.tag, SearchKey.fold(tag)) }
    if entity.doNotAsk { add(.mark, doNotAsk) }
    return keys
  }

  /// The mark of somebody who is not to be asked for introductions.
  static let doNotAsk = "donotask"

  /// Longer ones are no names that anybody types; they would only fill the index.
  static let longest = 500
}
