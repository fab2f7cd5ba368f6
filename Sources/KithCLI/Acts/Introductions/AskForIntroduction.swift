import KithCore
import KithStore

/// Records that somebody was asked to introduce you to somebody else.
struct AskForIntroduction {
  var connector: String
  var person: String
  var application: String?
  var reason: String
  var date: PartialDate
  /// Also somebody who is marked as not to be asked.
  var isAnyway = false

  /// Returns the line that says what was done.
  func perform(_ editor: StoreEditor) throws -> String {
    let resolver = Resolver(graph: editor.graph)
    let asked = try resolver.one(connector, .person)
    let wanted = try resolver.one(person, .person)
    try check(asked, wanted, editor.graph)
    let about = try application.map { try ApplicationReference($0, in: editor.graph).one().application }
    let introduction = Introduction(
      id: editor.identifiers.next(), connector: asked.id, person: wanted.id, application: about?.id, reason: reason,
      steps: [Introduction.Step(.asked, on: date)])
    try editor.save(introduction)
    let next = try IntroductionFollowUps(
      editor: editor, introduction: introduction, names: (asked.name, wanted.name), today: Invocation.current.today
    ).addNext()
    return "asked \(asked.name) to introduce you to \(wanted.name) on \(date)\(next) [\(introduction.id.short)]"
  }

  private func check(_ asked: EntitySummary, _ wanted: EntitySummary, _ graph: StoredGraph) throws {
    guard asked.id != wanted.id else { throw CommandError("\(asked.name) cannot introduce you to themselves") }
    if let me = try graph.me(), me == asked.id || me == wanted.id {
      throw CommandError(
        "'\(TerminalText.cleaned(me == asked.id ? connector : person))' is you",
        hint: "an introduction takes two others: who is asked, and whom you want to meet")
    }
    if !isAnyway, try graph.entity(asked.id)?.doNotAsk == true {
      throw CommandError(
        "\(asked.name) is marked as not to be asked for introductions",
        hint: "--anyway records it all the same; kith person edit … --do-not-ask no takes the mark off")
    }
    let open = try graph.introductions(about: asked.id).first {
      $0.connector == asked.id && $0.person == wanted.id && $0.isOpen
    }
    if let open {
      throw CommandError(
        "\(asked.name) was asked for this introduction already" + (open.askedOn.map { ", on \($0)" } ?? ""),
        hint: "kith intro agreed, declined or made says what came of it")
    }
  }
}
