import KithCore

/// Names for the groups of one card, `item1`, `item2`, …, that do not meet those that its properties already have.
struct GroupNames {
  private var next: Int?
  private var labels: [String: String] = [:]

  mutating func startCard() {
    next = nil
    if !labels.isEmpty { labels = [:] }
  }

  mutating func fresh(in entity: Entity) -> String {
    let number = next ?? GroupNames.highest(in: entity) + 1
    next = number + 1
    return "item\(number)"
  }

  /// Notes that `group` is labelled; false if it is so already.
  mutating func label(_ group: String, _ text: String) -> Bool {
    labels.updateValue(text, forKey: group.lowercased()) == nil
  }

  /// Whether `group` has another label than `text`.
  func isTaken(_ group: String, by text: String) -> Bool {
    labels[group.lowercased()].map { $0 != text } ?? false
  }

  private static func highest(in entity: Entity) -> Int {
    var highest = 0
    func note(_ group: String?) {
      guard let group, group.utf8.count < 16, group.lowercased().hasPrefix("item") else { return }
      if let number = Int(group.dropFirst(4)) { highest = max(highest, number) }
    }
    for email in entity.emails { note(email.details.group) }
    for phone in entity.phones { note(phone.details.group) }
    for address in entity.addresses { note(address.details.group) }
    for account in entity.onlineServices { note(account.details.group) }
    for link in entity.links { note(link.details.group) }
    for anniversary in entity.anniversaries { note(anniversary.details.group) }
    for property in entity.keptProperties { note(property.group) }
    return highest
  }
}
