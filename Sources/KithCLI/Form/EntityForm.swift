import KithCore

/// A record as a plain text form for an editor, and back.
///
/// `changed(by: text())` is the record itself, whatever it holds: what was not touched is not read.
struct EntityForm {
  let entity: Entity
  private var fields: [FormField] { FormField.all(for: entity) }

  func text() -> String {
    var text = heading
    for field in fields {
      let values = field.values(entity)
      for value in values { text += value.lines }
      if values.isEmpty, field.isOffered { text += "\(field.keys[0]):\n" }
    }
    return text
  }

  private var heading: String {
    """
    # \(TerminalText.cleaned(entity.name)), \(entity.kind) [\(entity.id.short)]
    #
    # Save and leave the editor to record the changes. Lines that begin with # do not count.
    # One value a line: repeat a line to add a value, take a line out to remove one.
    # Types and a label may stand before a value:  E-mail: work [Lab] ada@example.com
    # The lines of a note, and the parts of an address, follow it indented by two spaces:
    #   Address: home
    #     Street: 12 St James's Square
    #     City: London
    # Further fields: \(fields.filter { !$0.isOffered }.flatMap(\.keys).joined(separator: ", ")).
    #   Field: shirt size = M
    # Where somebody works is no part of the form: kith person edit --at, kith relate.


    """
  }

  /// The record as the form now has it.
  /// - Throws: ``FormError``
  func changed(by text: [UInt8]) throws -> Entity {
    let items = try FormReader.items(in: text)
    guard !items.isEmpty else { return entity }
    var problems: [FormProblem] = []
    let grouped = sorted(items, &problems)
    var changed = entity
    for (field, items) in zip(fields, grouped) {
      do { try field.merge(items, &changed) } catch let problem as FormProblem { problems.append(problem) }
    }
    if !problems.isEmpty { throw FormError(problems: problems.sorted { $0.line < $1.line }) }
    changed.followRenaming(from: entity)
    return changed
  }

  /// The items of each field, their keys spelled as the field spells them.
  private func sorted(_ items: [FormItem], _ problems: inout [FormProblem]) -> [[FormItem]] {
    let fields = fields
    var places: [String: (field: Int, key: String)] = [:]
    for (index, field) in fields.enumerated() {
      for key in field.keys { places[EntityForm.fold(key)] = (index, key) }
    }
    var grouped = Array(repeating: [FormItem](), count: fields.count)
    for item in items {
      if let place = places[EntityForm.fold(item.key)] {
        grouped[place.field].append(FormItem(key: place.key, written: item.written, line: item.line))
      } else {
        problems.append(unknown(item, fields))
      }
    }
    return grouped
  }

  private static func fold(_ key: String) -> String { SearchKey.words(key).joined() }

  private func unknown(_ item: FormItem, _ fields: [FormField]) -> FormProblem {
    let known = fields.flatMap(\.keys)
    let near = known.first {
      EditDistance.between(EntityForm.fold($0), EntityForm.fold(item.key), atMost: 2) != nil
    }
    let hint = near.map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))"
    return FormProblem("no field '\(String(TerminalText.cleaned(item.key).prefix(40)))'; \(hint)", at: item.line)
  }
}

extension Entity {
  /// The parts of a person's name follow the name if they were only taken from it.
  mutating func followRenaming(from old: Entity) {
    guard kind == .person, name != old.name, personName == old.personName else { return }
    if old.personName == nil || old.personName == PersonName(parsing: old.name) {
      personName = PersonName(parsing: name)
    }
  }
}
