import ArgumentParser
import KithCore

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Remove records of any kind, and what hangs on them.",
    discussion: """
      One by a reference, or all that a selector means but yourself. kith undo brings them back.

      Examples:
        kith rm ada
        kith rm +import-2019 not @"Analytical Engines" --dry-run
      """)

  @Argument(help: "A record, or a selector for many; see kith help selectors.", completion: .selectors)
  var selector: [String]

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let chosen = try ChosenRecords(selector, Set(Entity.Kind.allCases))
    let removals = try write.store.read { graph in
      if let reference = chosen.typed.reference {
        let target = try Resolver(graph: graph).one(reference, among: chosen.kinds)
        if try graph.me() == target.id {
          throw CommandError(
            "that is you; nothing was removed", hint: "kith me \"Your Name\" says who you are, if it is somebody else")
        }
        return [try RecordRemoval(target, in: graph)]
      }
      return try chosen.all(in: graph).map { try RecordRemoval($0, in: graph) }
    }
    let sentence = RecordRemoval.sentence(of: removals)
    guard try write.dryRun || consent.isGiven(for: "remove \(sentence)") else { return }
    try write.perform("rm") { editor in
      try editor.delete(removals.map(\.target.id))
      return "removed \(sentence)"
    }
  }
}

extension RecordRemoval {
  /// "3 people (Ada Lovelace, …) with 4 relations"
  fileprivate static func sentence(of removals: [RecordRemoval]) -> String {
    guard removals.count > 1 else { return removals.first?.sentence ?? "" }
    let relations = removals.reduce(0) { $0 + $1.relations }
    let with = relations == 0 ? "" : " with what hangs on them"
    return ChosenRecords.names(removals.map(\.target)) + with
  }
}
