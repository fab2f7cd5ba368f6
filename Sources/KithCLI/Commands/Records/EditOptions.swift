import ArgumentParser
import KithCore

/// The facts that every record has: what to add, to change, to take out.
struct EditOptions: ParsableArguments {
  @Option(name: .customLong("name"), help: ArgumentHelp("Another name in place of the old one.", valueName: "name"))
  var name: String?

  @Option(
    name: [.customLong("nickname"), .customLong("alias")],
    help: ArgumentHelp("A nickname, or another name of a company. May be repeated.", valueName: "name"))
  var nicknames: [String] = []

  @Option(name: .customLong("city"), help: ArgumentHelp("The city.", valueName: "city"))
  var city: String?

  @OptionGroup var facts: FactOptions

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A field of your own, such as \"shirt size=M\". May be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(name: .customLong("unset"), help: ArgumentHelp("A field to take out. May be repeated.", valueName: "name"))
  var removedFields: [String] = []

  @Option(name: .customLong("untag"), help: ArgumentHelp("A tag to take off. May be repeated.", valueName: "tag"))
  var removedTags: [String] = []

  @Option(
    name: .customLong("remove-email"),
    help: ArgumentHelp("An e-mail address to take out. May be repeated.", valueName: "address"))
  var removedEmails: [String] = []

  @Option(
    name: .customLong("remove-phone"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A phone number to take out. May be repeated.", valueName: "number"))
  var removedPhones: [String] = []

  @Option(
    name: .customLong("remove-url"), help: ArgumentHelp("A web address to take out. May be repeated.", valueName: "url")
  )
  var removedLinks: [String] = []

  @Option(
    name: [.customLong("remove-nickname"), .customLong("remove-alias")],
    help: ArgumentHelp("A nickname or other name to take out. May be repeated.", valueName: "name"))
  var removedNicknames: [String] = []

  var changes: FactChanges {
    FactChanges(
      name: name, adds: facts.facts, nicknames: nicknames, removedNicknames: removedNicknames,
      removedEmails: removedEmails, removedPhones: removedPhones, removedLinks: removedLinks, removedTags: removedTags,
      city: city, settings: settings, removedFields: removedFields)
  }

  /// Whether no option was given.
  var isEmpty: Bool { changes.isEmpty }
}
