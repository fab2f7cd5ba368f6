import KithCore

/// The parts of a name as address books want them, one text each.
struct OutgoingName {
  var prefix = "", given = "", additional = "", family = "", suffix = ""
  /// Values that share their text with another one.
  var joined = 0
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
    prefix = join(name.prefixes)
    given = join(name.given)
    additional = join(name.additional)
    family = join(name.family)
    suffix = join(name.suffixes)
    if prefix.isEmpty, additional.isEmpty, suffix.isEmpty, !given.isEmpty, !family.isEmpty {
      formatted = given + " " + family
    } else {
      formatted = [prefix, given, additional, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return !formatted.isEmpty
  }

  private mutating func join(_ values: [String]) -> String {
    if values.isEmpty { return "" }
    if values.count == 1 { return values[0] }
    joined += values.count - 1
    return values.joined(separator: " ")
  }
}
