import ArgumentParser
import KithCore
import KithStore

struct DupesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dupes", abstract: "List records that may be the same.",
    discussion: """
      People, companies and organizations that look alike, the likeliest first: how likely from 0 to 100, and why. A \
      selector keeps to pairs of which one is named by it. kith merge makes one record of two; kith dupes --not says \
      that they are two, and the pair never returns. --merge-certain merges all that have an e-mail address or a phone \
      number in common, names that agree, and nothing that speaks against it, as one change.

      Example:
        kith dupes +compilers --min 80
        kith dupes --not "Ada Lovelace" "Ada Byron"
        kith dupes --merge-certain --dry-run
      """)

  @Argument(help: "Which records, with whomever; with --not, who they are.", completion: .selectors)
  var selector: [String] = []

  @Flag(name: .customLong("not"), help: "They are two: never list them as a pair again.")
  var areDifferent = false

  @Flag(name: .customLong("merge-certain"), help: "Merge all pairs that are certain.")
  var mergesCertain = false

  @Option(
    name: .customLong("min"), help: ArgumentHelp("The least score: 0 to 100, 50 if not said.", valueName: "score"))
  var least: Int?

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many pairs.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: "How to print it.")
  var format: OutputFormat = .table

  @Flag(name: .customLong("verbose"), help: "Say on stderr how many pairs were compared.")
  var isVerbose = false

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
    if let least, !(0...100).contains(least) {
      throw ValidationError("--min is \(least); it takes a number from 0 to 100")
    }
    if areDifferent, selector.count < 2 {
      throw ValidationError("--not takes two records or more: who are not the same")
    }
    if areDifferent, mergesCertain { throw ValidationError("--not and --merge-certain are two things") }
    if mergesCertain, !selector.isEmpty || least != nil || limit != nil {
      throw ValidationError("--merge-certain takes all that is certain: no selector, --min or --limit")
    }
  }

  func run() throws {
    if areDifferent { return try write.perform("dupes", TellApart(references: selector).perform) }
    if mergesCertain { return try MergeCertain().perform(consent, write) }
    let typed = try TypedSelector(selector)
    try write.store.read { graph in
      let found = try graph.duplicates(
        lowest: Double(least ?? 50) / 100, among: try typed.query(in: graph), limit: limit)
      try DuplicateOutput(format: format).write(found, to: Descriptor.standardOutput.sink())
      guard isVerbose else { return }
      try Descriptor.standardError.say(DuplicateOutput.effort(found))
    }
  }
}
