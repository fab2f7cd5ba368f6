import ArgumentParser
import KithCore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything known of a person, company, organization or event.",
    discussion: """
      Shows all that match, by name or a part of one, nickname, e-mail address, phone number or id; 'me' is you.

      Example:
        kith show ada
      """)

  @Argument(help: "Who or what.", completion: .records)
  var reference: String

  @OptionGroup var options: ShowOptions

  func run() throws { try options.show(reference, among: Set(Entity.Kind.allCases)) }
}
