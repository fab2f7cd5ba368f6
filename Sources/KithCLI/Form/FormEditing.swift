import KithCore
import KithStore

/// Lets a person change a record in their editor. The store is open to others meanwhile.
struct FormEditing {
  let entity: Entity
  let editor: String
  private let file: FormFile
  private let form: EntityForm

  init(_ entity: Entity) throws {
    guard let editor = Invocation.current.editor else {
      throw CommandError(
        "nothing to change, and no editor for the form",
        hint: "say what changes with options such as --email, or set EDITOR",
        code: .usage)
    }
    self.entity = entity
    self.editor = editor
    form = EntityForm(entity: entity)
    file = try FormFile(form.text(), named: "\(entity.kind)-\(entity.id.short).txt")
  }

  /// The record as the form has it, nil if that is as it was. `perform` records it; only then is the form thrown away.
  func run(_ perform: (Entity?) throws -> Void) throws {
    let before = try file.read()
    do {
      let changed = try edited()
      try perform(changed == entity ? nil : changed)
    } catch {
      guard let after = try? file.read(), after != before else {
        file.remove()
        throw error
      }
      throw keepingText(error)
    }
    file.remove()
  }

  /// Opens the editor until the form can be read, or the person gives up.
  private func edited() throws -> Entity {
    while true {
      try EditorProcess.run(editor, on: file.path)
      do {
        return try form.changed(by: try file.read())
      } catch let error as FormError {
        guard Invocation.current.terminal.canAsk else { throw error }
        try Descriptor.standardError.say(FormEditing.text(of: error))
        guard try Question.confirms("Open it again?") else { throw error }
      }
    }
  }

  private func keepingText(_ error: any Error) -> CommandError {
    let described =
      (error as? FormError).map { CommandError(FormEditing.text(of: $0)) } ?? CommandError(describing: error)
    let kept = "what you wrote is kept in '\(file.path)'"
    return CommandError(
      described.message, hint: described.hint.map { "\($0); \(kept)" } ?? kept, code: described.code)
  }

  static func text(of error: FormError) -> String {
    let lines = error.problems.prefix(10).map { "  line \($0.line): \($0.message)" }
    let more = error.problems.count > 10 ? "\n  … and \(error.problems.count - 10) more" : ""
    return "the form cannot be read; nothing was changed\n" + lines.joined(separator: "\n") + more
  }
}
