import KithCore

/// The parts of a name as address books want them, one text each.
struct OutgoingName {
  var prefix = "", given = "", additional = "", family = "", suffix = ""
  /// Values that share their text with another one.
  var joined = 0

  init(_ entity: Entity) {
    if let name = entity.personName, !name.isEmpty {
      take(name)
      if !isBlank { return }
    }
    // A name without parts is split where that loses nothing: a contact without a first name is shown without a name.
    let guess = PersonName(parsing: entity.name)
    if guess.additional.isEmpty { take(guess) }
    if guess.additional.isEmpty, !isBlank, spells(entity.name) { return }
    (given, family) = (entity.name, "")
  }

  private var isBlank: Bool {
    prefix.isEmpty && given.isEmpty && additional.isEmpty && family.isEmpty && suffix.isEmpty
  }

  /// Whether a reader will make `text` of the parts.
  func spells(_ text: String) -> Bool {
    var rest = text.utf8[...]
    var isFirst = true
    for part in 0..<5 {
      let word = part == 0 ? prefix : part == 1 ? given : part == 2 ? additional : part == 3 ? family : suffix
      if word.isEmpty { continue }
      if !isFirst {
        guard rest.first == 0x20 else { return false }
        rest = rest.dropFirst()
      }
      isFirst = false
      guard rest.starts(with: word.utf8) else { return false }
      rest = rest.dropFirst(word.utf8.count)
    }
    return rest.isEmpty
  }

  private mutating func take(_ name: PersonName) {
    prefix = join(name.prefixes)
    given = join(name.given)
    additional = join(name.additional)
    family = join(name.family)
    suffix = join(name.suffixes)
  }

  private mutating func join(_ values: [String]) -> String {
    if values.isEmpty { return "" }
    if values.count == 1 { return values[0] }
    joined += values.count - 1
    return values.joined(separator: " ")
  }
}
