import KithCore

/// The parts of a name as address books want them, one text each.
struct OutgoingName {
  var prefix = "", given = "", additional = "", family = "", suffix = ""
  /// Some part had several values.
  var isJoined = false
  /// What a reader will make of the parts.
  var formatted = ""

  init(_ entity: Entity) {
    if let name = entity.personName, !name.isEmpty, take(name) { return }
    // A name without parts is split where that loses nothing: a contact without a first name is shown without a name.
    let guess = PersonName(parsing: entity.name)
    if guess.formatted == entity.name, guess.additional.isEmpty, take(guess) { return }
    (given, family, formatted) = (entity.name, "", entity.name)
  }

  private mutating func take(_ name: PersonName) -> Bool {
    prefix = joined(name.prefixes)
    given = joined(name.given)
    additional = joined(name.additional)
    family = joined(name.family)
    suffix = joined(name.suffixes)
    if prefix.isEmpty, additional.isEmpty, suffix.isEmpty, !given.isEmpty, !family.isEmpty {
      formatted = given + " " + family
    } else {
      formatted = [prefix, given, additional, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return !formatted.isEmpty
  }

  private mutating func joined(_ values: [String]) -> String {
    if values.isEmpty { return "" }
    if values.count == 1 { return values[0] }
    isJoined = true
    return values.joined(separator: " ")
  }
}
