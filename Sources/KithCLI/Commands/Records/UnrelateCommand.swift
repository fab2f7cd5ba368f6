import ArgumentParser
import KithCore

struct UnrelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unrelate", abstract: "Remove a tie between two records.",
    discussion: """
      Every tie of that type between the two is removed, whatever its dates. kith relate --until ends one instead.

      Example:
        kith unrelate ada worksFor "Analytical Engines"
      """)

  @Argument(help: "Who or what.", completion: .records)
  var subject: String

  @Argument(
    help: ArgumentHelp("How, such as worksFor, knows, introducedBy.", valueName: "type"),
    completion: .relationTypes)
  var type: RelationTypeArgument

  @Argument(help: "Whom or what.", completion: .records)
  var object: String

  @OptionGroup var write: WriteOptions

  func run() throws {
    let act = try Unrelate(subject: subject, type: type.type, object: object)
    try write.perform("unrelate", act.perform)
  }
}
