import KithCore

/// What may be told of a person, or of any record, beside its name.
struct PersonFacts: Equatable {
  var emails: [String] = []
  var phones: [String] = []
  var links: [String] = []
  var tags: [String] = []
  var notes: [String] = []

  var isEmpty: Bool { emails.isEmpty && phones.isEmpty && links.isEmpty && tags.isEmpty && notes.isEmpty }

  /// What is told, in one line; notes are private and only counted.
  var words: String {
    let noted = notes.isEmpty ? [] : [notes.count == 1 ? "a note" : "\(notes.count) notes"]
    return (emails + phones + links + tags.map { "+" + $0 } + noted).joined(separator: ", ")
  }

  /// Adds what `entity` does not have yet.
  func add(to entity: inout Entity) {
    var other = Entity(id: entity.id, kind: entity.kind, name: entity.name, created: entity.created)
    other.emails = emails.map { EmailAddress($0) }
    other.phones = phones.map { PhoneNumber($0) }
    other.links = links.map { Link($0) }
    other.tags = tags
    other.notes = notes
    entity = entity.merging(other)
  }
}
