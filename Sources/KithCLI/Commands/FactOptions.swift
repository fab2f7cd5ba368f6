import ArgumentParser
import KithCore

/// How to reach somebody, and what to remember: the options of every command that records a person.
struct FactOptions: ParsableArguments {
  @Option(name: .customLong("email"), help: ArgumentHelp("An e-mail address. May be repeated.", valueName: "address"))
  var emails: [String] = []

  @Option(
    name: .customLong("phone"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A phone number. May be repeated.", valueName: "number"))
  var phones: [String] = []

  @Option(name: .customLong("url"), help: ArgumentHelp("A web address. May be repeated.", valueName: "url"))
  var links: [String] = []

  @Option(
    name: .customLong("tag"), help: ArgumentHelp("A tag. May be repeated.", valueName: "tag"), completion: .tags)
  var tags: [String] = []

  @Option(name: .customLong("note"), help: ArgumentHelp("A private note. May be repeated.", valueName: "text"))
  var notes: [String] = []

  func validate() throws {
    for email in emails where !email.contains("@") || email.contains(where: \.isWhitespace) {
      throw ValidationError("'\(email)' is no e-mail address: it needs an '@' and no spaces")
    }
    for phone in phones where SearchKey.phone(phone) == nil {
      throw ValidationError("'\(phone)' is no phone number: it needs five digits or more")
    }
  }

  var facts: PersonFacts {
    PersonFacts(
      emails: emails, phones: phones, links: links, tags: tags.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 },
      notes: notes)
  }
}
