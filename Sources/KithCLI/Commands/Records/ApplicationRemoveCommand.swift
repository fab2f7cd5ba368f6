import ArgumentParser
import KithCore

struct ApplicationRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Remove an application.",
    discussion: """
      What happened in its course stays recorded. kith undo brings it back.

      Example:
        kith application rm "Analytical Engines" --yes
      """)

  @Argument(help: ApplicationArgument.help, completion: .companies)
  var reference: String

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let (target, people) = try write.store.read { graph in
      let target = try ApplicationReference(reference, in: graph).one()
      return (target, try graph.application(target.application.id)?.involved.count ?? 0)
    }
    let parts = people == 0 ? "" : people == 1 ? " with the part of 1 person" : " with the parts of \(people) people"
    let sentence = "the application to \(target.company.name) for \(target.application.position)" + parts
    guard try write.dryRun || consent.isGiven(for: "remove \(sentence)") else { return }
    try write.perform("application rm") { editor in
      try editor.deleteApplication(target.application.id)
      return "removed \(sentence)"
    }
  }
}
