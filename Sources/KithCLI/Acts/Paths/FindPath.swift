import KithCore
import KithStore

/// Looks for the best chains to somebody, or to anybody at a company.
struct FindPath {
  let target: String
  let from: String?
  let maximum: Int
  let avoiding: [String]
  let graph: StoredGraph
  let today: CivilDay

  struct Found {
    let from: EntitySummary
    let target: EntitySummary
    let chains: [IntroductionChain]
  }

  /// - Throws: ``CommandError`` with exit 3 or 4 where a name leads nowhere, and 4 where no chain does.
  func run() throws -> Found {
    let resolver = Resolver(graph: graph)
    let isPlace = target.hasPrefix("@")
    let reference = isPlace ? String(target.dropFirst()) : target
    let goal = try resolver.one(
      reference, among: isPlace ? [.company, .organization] : [.person, .company, .organization])
    let start = try startingPoint(resolver)
    guard goal.id != start.id else { throw CommandError("\(name(start)) and the target are the same person") }
    let question = PathQuestion(
      from: start.id, to: goal, maximum: maximum, avoiding: try avoiding.map { try resolver.one($0, .person).id },
      today: today)
    switch try graph.paths(question) {
    case .found(let chains): return Found(from: start, target: goal, chains: chains)
    case .tooFar(let steps): throw tooFar(goal, steps)
    case .nothing: throw try nothing(start, goal)
    case .nobodyThere:
      throw CommandError(
        "nobody is known to be or to have been at \(goal.name)",
        hint: "kith who @\"\(goal.name)\" lists everyone tied to it", code: .notFound)
    }
  }

  private func startingPoint(_ resolver: Resolver) throws -> EntitySummary {
    if let from { return try resolver.one(from, .person) }
    guard let me = try graph.me(), let summary = try graph.summary(of: me) else {
      throw CommandError(
        "nobody has said who you are", hint: "kith me \"Your Name\", or --from says where to begin", code: .notFound)
    }
    return summary
  }

  private func name(_ person: EntitySummary) -> String { from == nil ? PathOutput.you : person.name }

  private func tooFar(_ goal: EntitySummary, _ steps: Int) -> CommandError {
    CommandError(
      "no chain of \(maximum) steps or fewer leads to \(FindPath.anybody(goal))", hint: "--max \(steps) finds one",
      code: .notFound)
  }

  private static func anybody(_ goal: EntitySummary) -> String {
    goal.kind == .person ? goal.name : "anybody at \(goal.name)"
  }

  /// What is known all the same.
  private func nothing(_ start: EntitySummary, _ goal: EntitySummary) throws -> CommandError {
    var hint = "kith overlaps shows who was where you were"
    if goal.kind == .person, try start.id == graph.me() {
      let (count, last) = try graph.contacts(with: goal.id)
      if count > 0 {
        hint =
          "you were in touch with them \(count) time\(count == 1 ? "" : "s")"
          + (last.map { ", last \($0)" } ?? "") + ": kith relate me met \"\(goal.name)\" records the tie"
      }
    } else if goal.kind != .person {
      hint = "kith who @\"\(goal.name)\" lists everyone tied to it"
    }
    return CommandError(
      "no chain of people leads from \(name(start)) to \(FindPath.anybody(goal))", hint: hint, code: .notFound)
  }
}
