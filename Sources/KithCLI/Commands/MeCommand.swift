import ArgumentParser
import KithCore
import KithStore

struct MeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "me", abstract: "Say who you are, or show it.",
    discussion: """
      Example:
        kith me "Sam Rivera" --email sam@example.org
      """)

  @Argument(help: "Your full name; nothing to show what is recorded.")
  var name: String?

  @OptionGroup var facts: FactOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    if name == nil, facts.facts.isEmpty { return try show() }
    try write.perform("me") { editor in
      let known = try editor.graph.me().flatMap { try editor.graph.summary(of: $0)?.name }
      guard let told = name ?? known else {
        throw CommandError("nobody said who you are", hint: "kith me \"Sam Rivera\" says it", code: .notFound)
      }
      let name = try NameArgument.checked(told)
      let me = try owner(named: name, editor)
      guard var entity = try editor.graph.entity(me) else { throw StoreError.unknownEntity(me) }
      // The parts of a name that is known already may be better than what one can guess from it.
      if entity.name != name || entity.personName == nil {
        entity.name = name
        entity.personName = PersonName(parsing: name)
      }
      facts.facts.add(to: &entity)
      try editor.update(entity)
      let was = known.flatMap { $0 == name ? nil : " (was \($0))" } ?? ""
      return "you are \(name)\(was)" + (facts.facts.isEmpty ? "" : ", " + facts.facts.words)
    }
  }

  /// The person recorded as me, or else the one person of that name, or else a new one.
  private func owner(named name: String, _ editor: StoreEditor) throws -> Identifier {
    if let me = try editor.graph.me() { return me }
    let known = try editor.graph.matches(name, among: [.person]).exact
    if known.count == 1 { try editor.setMe(known[0].id) }
    return try editor.requireMe()
  }

  private func show() throws {
    let line = try write.store.read { graph in
      guard let me = try graph.me(), let entity = try graph.entity(me) else {
        throw CommandError("nobody said who you are", hint: "kith me \"Sam Rivera\" says it", code: .notFound)
      }
      return ([entity.name] + entity.emails.map(\.address) + entity.phones.map(\.number)).joined(separator: ", ")
    }
    try Descriptor.standardOutput.say(TerminalText.cleaned(line))
  }
}
