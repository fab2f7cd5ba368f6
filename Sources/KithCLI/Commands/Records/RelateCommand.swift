import ArgumentParser
import KithCore

struct RelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate", abstract: "Record how two records are tied.",
    discussion: """
      TYPE is one of \(RelationTypeArgument.list). 'me' is you.

      Examples:
        kith relate ada worksFor "Analytical Engines" --title CTO --since 2024-03
        kith relate "Analytical Engines" hosted "SwiftConf 2026"
      """)

  @Argument(help: "Who or what.", completion: .records)
  var subject: String

  @Argument(
    help: ArgumentHelp("How, such as worksFor, knows, introducedBy.", valueName: "type"),
    completion: .relationTypes)
  var type: RelationTypeArgument

  @Argument(help: "Whom or what.", completion: .records)
  var object: String

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("Since when: \(DateArgument.help).", valueName: "date"))
  var start: DateArgument?

  @Option(name: .customLong("until"), parsing: .unconditional, help: ArgumentHelp("Until when.", valueName: "date"))
  var end: DateArgument?

  @Flag(name: .customLong("over"), help: "It is over, nobody knows since when.")
  var isOver = false

  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("The position held, or what kind of relation it is.", valueName: "text"))
  var title: String?

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if isOver, end != nil { throw ValidationError("--over is for an unknown date, --until for a known one") }
    if let start, let end, end.date < start.date {
      throw ValidationError("--until \(end.date) is before --since \(start.date)")
    }
  }

  func run() throws {
    let act = try Relate(
      subject: subject, type: type.type, object: object, title: title,
      period: Period(start: start?.date, end: end?.date, endedAtUnknownDate: isOver))
    try write.perform("relate", act.perform)
  }
}
