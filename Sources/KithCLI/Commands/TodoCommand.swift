import ArgumentParser
import KithCore
import KithStore

struct TodoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "todo", abstract: "Record a promise, yours or theirs.",
    discussion: """
      Without a day it is never due: kith brief shows it, and kith plan where there is time.

      Examples:
        kith todo ada "send the paper on looms" --due fri
        kith todo ada "an introduction to Grace" --theirs
      """)

  @Argument(help: "To whom, or by whom.", completion: .records)
  var who: String

  @Argument(help: "What was promised.")
  var what: String

  @Option(
    name: .customLong("due"), parsing: .unconditional,
    help: ArgumentHelp("Until when: today, tomorrow, 3d, 2w, fri, 2026-12-01.", valueName: "date"))
  var due: ComingDay?

  @Flag(name: .customLong("theirs"), help: "They promised it.")
  var isTheirs = false

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if what.allSatisfy(\.isWhitespace) { throw ValidationError("what was promised is empty") }
  }

  func run() throws {
    try write.perform("todo") { editor in
      let entity = try Resolver(graph: editor.graph).one(who, .person, .company, .organization)
      let promise = FollowUp(
        id: editor.identifiers.next(), .keepPromise, entity.id, owedBy: isTheirs ? .them : .me, due: due?.day,
        what: what, created: editor.now)
      try editor.save(promise)
      let said = isTheirs ? "\(entity.name) promised: \(what)" : "promised \(entity.name): \(what)"
      return said + (due.map { ", until \($0.day)" } ?? "") + " [\(promise.id.short)]"
    }
  }
}
