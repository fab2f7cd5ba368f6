import ArgumentParser
import KithCore

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Put tags on records, or take them off.",
    discussion: """
      One record by a reference, or all that a selector means.

      Examples:
        kith tag ada --add compilers --add london
        kith tag @"Analytical Engines":now +swift --add team --remove prospect --yes
      """)

  @Argument(help: "A record, or a selector for many; see kith help selectors.", completion: .selectors)
  var selector: [String]

  @Option(
    name: .customLong("add"), help: ArgumentHelp("A tag to put on; may be said again.", valueName: "tag"),
    completion: .tags)
  var added: [String] = []

  @Option(
    name: .customLong("remove"), help: ArgumentHelp("A tag to take off; may be said again.", valueName: "tag"),
    completion: .tags)
  var removed: [String] = []

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if added.isEmpty, removed.isEmpty { throw ValidationError("tag needs --add TAG or --remove TAG") }
  }

  func run() throws {
    let change = try TagChange(adding: added, removing: removed)
    let chosen = try ChosenRecords(selector, Set(Entity.Kind.allCases))
    if let reference = chosen.typed.reference {
      return try write.perform("tag") { editor in
        try change.perform(on: [Resolver(graph: editor.graph).one(reference, among: chosen.kinds)], editor)
      }
    }
    let found = try write.store.read { try chosen.all(in: $0) }
    let deed = "change the tags of \(ChosenRecords.names(found))"
    guard try found.count == 1 || write.dryRun || consent.isGiven(for: deed) else { return }
    try write.perform("tag") { try change.perform(on: found, $0) }
  }
}
