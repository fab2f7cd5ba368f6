import KithCore
import KithStore

/// Changes one record, by options or in a form.
struct EditRecord {
  let reference: String
  let kind: Entity.Kind
  let word: String
  let write: WriteOptions

  /// Changes facts; `more` changes what is no fact of the record itself, and says what it did.
  func perform(
    _ changes: FactChanges, period: (Period) -> Period = { $0 },
    more: (EntitySummary, inout Telling, StoreEditor) throws -> [String] = { _, _, _ in [] }
  ) throws {
    try write.perform("\(word) edit") { editor in
      let target = try find(in: editor.graph)
      guard var entity = try editor.graph.entity(target.id) else { throw StoreError.unknownEntity(target.id) }
      let old = entity
      try changes.apply(to: &entity)
      entity.period = period(entity.period)
      let isChanged = try editor.update(entity)
      var telling = Telling(editor)
      let done = try more(entity.summary, &telling, editor)
      return EditRecord.line(old, entity, isChanged, done) + telling.sentence
    }
  }

  /// The target; `me` is you.
  private func find(in graph: StoredGraph) throws -> EntitySummary {
    if reference == "me", kind == .person, let me = try graph.me(), let summary = try graph.summary(of: me) {
      return summary
    }
    return try Resolver(graph: graph).one(reference, kind)
  }

  private static func line(_ old: Entity, _ new: Entity, _ isChanged: Bool, _ done: [String]) -> String {
    var parts = done
    if isChanged { parts.insert(new.name == old.name ? "changed" : "was \(old.name)", at: 0) }
    return parts.isEmpty ? "\(new.name): nothing to change" : "\(new.name): \(parts.joined(separator: ", "))"
  }

  /// Opens the form of the record in the editor.
  func performInForm() throws {
    let entity = try write.store.read { graph in
      try graph.entity(try find(in: graph).id) ?? { throw CommandError("the record is gone", code: .notFound) }()
    }
    try FormEditing(entity).run { changed in
      guard let changed else {
        return try Descriptor.standardOutput.say("\(TerminalText.cleaned(entity.name)): nothing changed")
      }
      try write.perform("\(word) edit") { editor in
        guard try editor.graph.entity(entity.id) == entity else {
          throw CommandError("\(entity.name) was changed by another command meanwhile", hint: "edit it again")
        }
        try editor.update(changed)
        return EditRecord.line(entity, changed, true, [])
      }
    }
  }
}
