import KithCore
import KithStore

/// Records how an application ended.
struct CloseApplication {
  var company: String
  var outcome: JobApplication.Outcome.Kind
  var which: ApplicationOptions
  var stage: String?
  var reason: String?

  func perform(_ editor: StoreEditor) throws -> String {
    let employer = try Resolver(graph: editor.graph).one(company, .company, .organization)
    var application = try which.find(at: employer, "open ", in: editor.graph) { $0.outcome == nil }
    if let applied = application.appliedOn, which.day < applied {
      throw CommandError(
        "\(which.day) is before you applied to \(employer.name), on \(applied)", hint: "--on says when")
    }
    let reached = stage ?? application.stages.last?.name
    if let stage, !application.stages.contains(where: { $0.name == stage }) {
      application.stages.append(JobApplication.Stage(stage))
    }
    application.outcome = JobApplication.Outcome(outcome, on: which.day, stage: reached, reason: reason)
    try editor.save(application)
    let after = reached.map { " after \($0)" } ?? ""
    return "\(application.position) at \(employer.name): \(outcome.rawValue)\(after) on \(which.day)"
  }
}
