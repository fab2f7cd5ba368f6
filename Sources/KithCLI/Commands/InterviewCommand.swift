import ArgumentParser
import KithCore
import KithStore

struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview", abstract: "Record an interview and who was in it.",
    discussion: """
      Example:
        kith interview "Analytical Engines" --stage onsite --with ada \\
          --with "Grace Hopper:hiringManager" --on fri
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Who interviewed you; name:role for another role.", valueName: "person"), completion: .people)
  var people: [String] = []

  @Option(
    name: .customLong("stage"),
    help: ArgumentHelp("\(JobApplication.Stage.commonNames.joined(separator: ", ")).", valueName: "stage"))
  var stage: StageArgument = StageArgument("technical")

  @OptionGroup var which: ApplicationOptions

  @Option(name: .customLong("note"), help: ArgumentHelp("What it was about.", valueName: "text"))
  var note: String?

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("interview") { editor in
      var telling = Telling(editor)
      let employer = try Resolver(graph: editor.graph).one(company, .company, .organization)
      var application = try which.find(at: employer, "open ", in: editor.graph) { $0.outcome == nil }
      let day = which.day
      let involved = try InvolvedPeople(arguments: people, defaultRole: .interviewer).resolve(&telling, on: day)
      application.involve(involved)
      let step = JobApplication.Stage(stage.name, on: day)
      if !application.stages.contains(step) { application.stages.append(step) }
      try editor.save(application)
      if !involved.isEmpty {
        try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: day, channel: "interview", participants: involved.map(\.person),
            summary: note ?? "Interview (\(stage.name))", application: application.id))
      }
      let names = try involved.compactMap { try editor.graph.summary(of: $0.person)?.name }
      let with = names.isEmpty ? "" : " with \(names.joined(separator: ", "))"
      return "interview at \(employer.name)\(with), \(stage.name), on \(day)" + telling.sentence
    }
  }
}
