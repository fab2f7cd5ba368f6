import ArgumentParser
import KithCore

struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a note to somebody.",
    discussion: """
      The draft says what is recorded and leaves out what is not. kith never sends anything.

      Example:
        kith draft ask-feedback grace --eml question.eml
      """)

  @Argument(
    help: ArgumentHelp(DraftKind.allCases.map(\.rawValue).joined(separator: ", ") + "."),
    completion: .list(DraftKind.allCases.map(\.rawValue)))
  var kind: String

  @Argument(help: "To whom.", completion: .people)
  var person: String

  @Option(
    name: .customLong("meet"),
    help: ArgumentHelp(
      "For intro: whom you want to meet, if they were not asked for that introduction yet.", valueName: "person"),
    completion: .people)
  var wanted: String?

  @OptionGroup var draft: DraftOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if wanted != nil, kind != DraftKind.intro.rawValue { throw ValidationError("--meet is for kith draft intro") }
    guard DraftKind(rawValue: kind) == nil else { return }
    let known = DraftKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("no draft '\(kind)'; there are \(known)")
  }

  func run() throws {
    guard let kind = DraftKind(rawValue: kind) else { return }
    try store.refuseAsTarget(draft.file)
    let act = WriteDraft(kind: kind, who: person, options: draft, wanted: wanted)
    try store.read { try act.perform($0) }
  }
}
