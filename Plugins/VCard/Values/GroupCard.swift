import KithCore

/// A card that is a list of others: `KIND:group` with MEMBER, Apple's `X-ADDRESSBOOKSERVER-KIND:group` in 2.1 and 3.0.
enum GroupCard {
  /// Marks a MEMBER whose own card says more about the membership.
  static let relatedMark = "X-KITH-RELATED"

  /// Whether an entity came as such a card.
  static func isOne(_ entity: Entity) -> Bool {
    entity.kind == .organization && entity.keptProperties.contains(where: isKind)
  }

  static func isKind(_ property: KeptProperty) -> Bool {
    property.name.isEqualIgnoringCase("KIND") && property.value.isEqualIgnoringCase("group")
  }

  static func isMember(_ property: KeptProperty) -> Bool { property.name.isEqualIgnoringCase("MEMBER") }

  /// The UID that a MEMBER names: `urn:uuid:` is written before UIDs that do without it.
  static func uid(_ value: String) -> String {
    value.prefix(9).lowercased() == "urn:uuid:" ? String(value.dropFirst(9)) : value
  }

  /// Who is meant; nil for what is no UID.
  static func member(_ value: String) -> Identifier? {
    let scheme = value.prefix(7).lowercased()
    if value.isEmpty || scheme == "mailto:" || scheme.hasPrefix("tel:") { return nil }
    return Identifier(uid: uid(value))
  }
}
