import ArgumentParser
import KithCore
import KithStore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, or one by its number.",
    discussion: """
      kith history shows the numbers. Undoing an undo does the change again.

      Example:
        kith undo 12
      """)

  @Argument(help: "The entry's number; the last change if nothing is said.")
  var number: Int?

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("undo") { editor in
      let entry = try editor.undo(number)
      guard let again = entry.undoes else { return "undone \(entry.number): \(entry.summary)" }
      return "done again \(again): " + entry.summary.replacing("undone \(again): ", with: "")
    }
  }
}
