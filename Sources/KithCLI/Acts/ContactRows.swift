import KithCore

/// The rows of a card that tell how to reach somebody, and what else is known of them.
enum ContactRows {
  static func add(_ entity: Entity, to card: inout Card) {
    card.add(entity.kind == .person ? "nickname" : "also named", entity.nicknames.joined(separator: ", "))
    for email in entity.emails { card.add("e-mail", with(email.details, email.address)) }
    for phone in entity.phones { card.add("phone", with(phone.details, phone.number)) }
    for address in entity.addresses { card.add("address", with(address.details, line(address))) }
    for service in entity.onlineServices {
      card.add("account", with(service.details, [service.service, service.user, service.uri].joinedKnown(" ")))
    }
    for link in entity.links { card.add("link", with(link.details, link.url)) }
    for anniversary in entity.anniversaries {
      card.add(label(anniversary), anniversary.date.description)
    }
    if entity.kind != .event { card.add("period", entity.period.phrase) }
    card.add("tags", entity.tags.joined(separator: ", "))
    for note in entity.notes { card.add("note", note) }
    for field in entity.customFields { card.add(field.name, field.value + (field.isPrivate ? " (private)" : "")) }
    if let photo = entity.photo { card.add("photo", words(photo)) }
  }

  /// "ada@example.com (work, Summer house)"
  private static func with(_ details: ContactDetails, _ value: String) -> String {
    let aside = details.types + (details.label.map { [$0] } ?? []) + (details.preference == 1 ? ["preferred"] : [])
    return aside.isEmpty ? value : "\(value) (\(aside.joined(separator: ", ")))"
  }

  private static func line(_ address: PostalAddress) -> String {
    let parts = [
      address.poBox, address.extended, address.street, address.locality, address.region, address.postalCode,
      address.country,
    ].flatMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? address.formatted ?? "" : parts.joined(separator: ", ")
  }

  private static func label(_ anniversary: Anniversary) -> String {
    switch anniversary.kind {
    case .birth: "birthday"
    case .death: "died"
    case .wedding: "wedding"
    case .other: anniversary.details.label ?? "date"
    }
  }

  private static func words(_ photo: Photo) -> String {
    switch photo {
    case .data(let mediaType, let bytes): "\(mediaType), \(bytes.count) bytes"
    case .uri(let uri): uri
    }
  }
}

extension Array where Element == String? {
  func joinedKnown(_ separator: String) -> String {
    compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
