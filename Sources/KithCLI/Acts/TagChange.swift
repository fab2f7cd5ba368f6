import KithCore
import KithStore

/// Tags put on records and taken off them. A tag is the same however its letters are written.
struct TagChange {
  let added: [String]
  let removed: [String]

  /// - Throws: ``CommandError`` for a tag that is empty.
  init(adding added: [String], removing removed: [String]) throws {
    self.added = try added.map(TagChange.checked)
    self.removed = try removed.map(TagChange.checked)
  }

  /// `+compilers` is `compilers`.
  private static func checked(_ text: String) throws -> String {
    guard let tag = try? NameArgument.checked(text.hasPrefix("+") ? String(text.dropFirst()) : text) else {
      throw CommandError("a tag is empty or holds a control character", code: .usage)
    }
    return tag
  }

  /// Whether that changed anything.
  func apply(to id: Identifier, _ editor: StoreEditor) throws -> Bool {
    guard var entity = try editor.graph.entity(id) else { return false }
    let unwanted = Set(removed.map(SearchKey.fold))
    entity.tags.removeAll { unwanted.contains(SearchKey.fold($0)) }
    for tag in added where !entity.tags.contains(where: { SearchKey.fold($0) == SearchKey.fold(tag) }) {
      entity.tags.append(tag)
    }
    return try editor.update(entity)
  }

  /// "tagged compilers, no longer tagged swift"
  var sentence: String {
    [
      added.isEmpty ? nil : "tagged \(added.joined(separator: ", "))",
      removed.isEmpty ? nil : "not tagged \(removed.joined(separator: ", "))",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  func perform(on records: [EntitySummary], _ editor: StoreEditor) throws -> String {
    let changed = try records.filter { try apply(to: $0.id, editor) }
    let rest = records.count - changed.count
    guard !changed.isEmpty else { return "\(ChosenRecords.names(records)): \(sentence) already" }
    return "\(ChosenRecords.names(changed)): now \(sentence)" + (rest == 0 ? "" : "; \(rest) already")
  }
}
