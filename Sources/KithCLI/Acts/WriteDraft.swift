import KithCore
import KithStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Drafts a note, to stdout, to a file or as a link. kith never sends it.
struct WriteDraft {
  var kind: DraftKind
  var who: String
  var options: DraftOptions
  var isRehearsal = false
  /// Whom one wants to meet, for a request to introduce.
  var wanted: String?

  func perform(_ graph: StoredGraph) throws {
    let found = try TemplateFolder.current.find(options.template ?? kind.rawValue, builtIn: options.isBuiltIn)
    let occasion = try DraftOccasion(who, application: options.application, act: kind.act, in: graph)
    let facts = try facts(occasion, graph)
    let draft = try found.draft(facts, kind)
    let to = MailAddress(occasion.person)
    if let file = options.file {
      try write(message(draft, occasion, to, graph), to: file, occasion.person)
    } else if options.isLink {
      try Descriptor.standardOutput.say(MailLink.text(draft, to: to))
    } else {
      let heading = "To: \(DraftFacts.line(occasion.person.name))" + (to.map { " <\($0.address)>" } ?? "")
      try Descriptor.standardOutput.say("\(heading)\nSubject: \(draft.subject)\n\n\(draft.body.dropLast())")
    }
    if to == nil, options.file != nil || options.isLink { try sayNoAddress(of: occasion.person) }
    try sayWhatToLookAt(draft, facts)
  }

  private func facts(_ occasion: DraftOccasion, _ graph: StoredGraph) throws -> DraftFacts {
    var facts = try DraftFactFinder(graph: graph, occasion: occasion, today: Invocation.current.today).facts()
    if let topic = options.topic { facts[.topic] = topic }
    let name = TerminalText.cleaned(occasion.person.name)
    if kind == .news, occasion.application == nil {
      throw CommandError(
        "\(name) has no part in an application", hint: "--application says of which there is news", code: .notFound)
    }
    if kind == .reportBack, facts[.advice] == nil {
      throw CommandError(
        "no advice of \(name)'s is recorded", hint: "kith feedback received records what they said", code: .notFound)
    }
    if kind == .intro {
      try IntroductionFacts(graph: graph, connector: occasion.person, today: Invocation.current.today)
        .add(to: &facts, meeting: wanted)
    }
    return facts
  }

  private func message(
    _ draft: Draft, _ occasion: DraftOccasion, _ to: MailAddress?, _ graph: StoredGraph
  ) throws -> MailMessage {
    let me = try graph.me().flatMap { try graph.entity($0) }
    let from = me.flatMap { MailAddress($0) }
    if from == nil {
      try Descriptor.standardError.say(
        "no e-mail address of yours is recorded: the draft has no From; kith me --email ADDRESS records one")
    }
    let identity = [
      options.template ?? kind.rawValue, occasion.person.id.description, occasion.application?.id.description ?? "",
      Invocation.current.today.description,
    ]
    return MailMessage(
      draft: draft, from: from, to: to, date: Invocation.current.now, identity: identity.joined(separator: "|"))
  }

  private func write(_ message: MailMessage, to file: String, _ person: Entity) throws {
    let line = "a draft to \(TerminalText.cleaned(person.name)) in '\(TerminalText.cleaned(file))'"
    if isRehearsal { return try Descriptor.standardOutput.say("dry run: \(line)") }
    if file != "-", access(file, F_OK) == 0 {
      throw CommandError(
        "'\(TerminalText.cleaned(file))' is there already; nothing was written",
        hint: "it may be a draft that was edited: name another file, or remove it")
    }
    let target = try ExportTarget(path: file)
    do {
      try message.bytes.withUnsafeBufferPointer { try target.sink.write($0) }
      try target.commit()
    } catch {
      target.discard()
      throw error
    }
    if file != "-" { try Descriptor.standardOutput.say("wrote \(line)") }
  }

  private func sayNoAddress(of person: Entity) throws {
    let name = TerminalText.cleaned(person.name)
    let why = person.emails.isEmpty ? "no e-mail address" : "no e-mail address that fits a message"
    try Descriptor.standardError.say(
      "\(name) has \(why): the draft has no To; kith person edit \"\(name)\" --email ADDRESS records one")
  }

  private func sayWhatToLookAt(_ draft: Draft, _ facts: DraftFacts) throws {
    if options.topic == nil, let topic = facts[.topic], draft.body.contains(topic) {
      try Descriptor.standardError.say(
        "the draft quotes your own note of the conversation: --about TEXT says it otherwise, --about \"\" leaves it out"
      )
    }
    if facts[.me] == nil {
      try Descriptor.standardError.say("the draft is not signed: kith me \"Your Name\" says who you are")
    }
  }
}
