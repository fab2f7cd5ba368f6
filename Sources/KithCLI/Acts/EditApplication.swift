import KithCore
import KithStore

/// Changes one application.
struct EditApplication {
  let reference: String
  var position: String?
  var stage: JobApplication.Stage?
  /// `person:role`
  var people: [String] = []
  var removed: [String] = []
  var url: String?
  var note: String?
  var isReopened = false

  func perform(_ editor: StoreEditor) throws -> String {
    let target = try ApplicationReference(reference, in: editor.graph).one()
    guard var application = try editor.graph.application(target.application.id) else {
      throw CommandError("the application is gone", code: .notFound)
    }
    var telling = Telling(editor)
    if let position { application.position = try NameArgument.checked(position) }
    if let stage { application.reach(stage) }
    for name in removed { try remove(name, from: &application, editor.graph) }
    application.involve(try InvolvedPeople(arguments: people, defaultRole: .contact).resolve(&telling, on: nil))
    if let url { application.url = url.isEmpty ? nil : url }
    if let note { application.note = note.isEmpty ? nil : note }
    if isReopened { application.outcome = nil }
    let isChanged = try editor.save(application)
    let what = "\(application.position) at \(target.company.name)"
    return isChanged ? "changed \(what): \(application.standing)" + telling.sentence : "\(what): nothing to change"
  }

  private func remove(_ name: String, from application: inout JobApplication, _ graph: StoredGraph) throws {
    let meant = try Set(graph.matches(name, among: [.person]).best.map(\.id))
    let people = Set(application.involved.map(\.person)).intersection(meant)
    switch people.count {
    case 1: application.involved.removeAll { people.contains($0.person) }
    case 0:
      throw CommandError(
        "nobody named '\(TerminalText.cleaned(name))' has a part in this application",
        hint: "kith application show tells who has", code: .notFound)
    default:
      throw CommandError(
        "'\(TerminalText.cleaned(name))' may mean \(people.count) people of this application",
        hint: "say more of the name", code: .ambiguous)
    }
  }
}

extension JobApplication {
  /// Reaches a stage, or corrects when it was reached.
  mutating func reach(_ stage: Stage) {
    if let index = stages.lastIndex(where: { $0.name == stage.name }) {
      stages[index].date = stage.date
    } else {
      stages.append(stage)
    }
  }
}
