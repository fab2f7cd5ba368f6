import ArgumentParser
import KithCore

struct RecordShowCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: "Show everything known of \(Kind.kind.indefinite).",
      discussion: """
        Example:
          kith \(Kind.word) show "\(Kind.example)"
        """)
  }

  @Argument(
    help: "A name or a part of one, a nickname, e-mail address, phone number or id.", completion: .records)
  var reference: String

  @OptionGroup var options: ShowOptions

  func run() throws { try options.show(reference, among: [Kind.kind]) }
}

extension Entity.Kind {
  /// "a person", "an event"
  var indefinite: String {
    switch self {
    case .person, .company: "a \(self)"
    case .organization, .event: "an \(self)"
    }
  }
}
