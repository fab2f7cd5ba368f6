import KithCore

extension CalendarExport {
  func writeApplications() throws { try graph.forEachApplication { try write($0) } }

  /// The application is an entry of the journal, and each day with interviewers an event.
  private func write(_ application: JobApplication) throws {
    let company = try name(application.company, "a company")
    try writeInterviews(of: application, at: company)
    let day = application.appliedOn.flatMap { CivilDay($0) }
    let last = application.lastDay ?? CivilDay(daysSince1970: 0)
    try entry(
      .journal, uid: application.id.description, of: application.id, revised: nil, known: CalendarText.noon(of: last)
    ) {
      try lines.text("SUMMARY", "\(application.position) at \(company)")
      if let day { try lines.plain("DTSTART;VALUE=DATE", CalendarText.day(day)) }
      if let url = application.url { try lines.uri("URL", url) }
      try writeDescription(try description(of: application))
    }
  }

  private func description(of application: JobApplication) throws -> [String] {
    let stages = application.stages.map { CalendarExport.dated($0.name, $0.date) }
    let outcome = application.outcome.map { outcome in
      let after = outcome.stage.map { " after \($0)" } ?? ""
      let reason = outcome.reason.map { ": \($0)" } ?? ""
      return CalendarExport.dated(outcome.kind.rawValue + after, outcome.date) + reason
    }
    let people = try application.involved.map { involved in
      CalendarExport.dated("\(try name(involved.person, "somebody")), \(involved.role.rawValue)", involved.date)
    }
    return stages + [outcome ?? ""] + people + [application.note ?? ""]
  }

  private static func dated(_ text: String, _ date: PartialDate?) -> String { text + (date.map { ", \($0)" } ?? "") }

  private func writeInterviews(of application: JobApplication, at company: String) throws {
    var people: [CivilDay: [Identifier]] = [:]
    for involved in application.involved where involved.role == .interviewer {
      if let day = involved.date.flatMap({ CivilDay($0) }) { people[day, default: []].append(involved.person) }
    }
    for (day, interviewers) in people.sorted(by: { $0.key < $1.key })
    where !interviews.contains(InterviewKey(application: application.id, day: day)) {
      try entry(
        .event, uid: "\(application.id)-interview-\(CalendarText.day(day))", of: application.id, revised: nil,
        known: CalendarText.noon(of: day)
      ) {
        try lines.text("SUMMARY", "Interview at \(company): \(try names(interviewers))")
        try writeDays(day)
        try lines.text("DESCRIPTION", application.position)
      }
    }
  }
}

extension JobApplication {
  /// The last day on which something is known to have happened.
  fileprivate var lastDay: CivilDay? {
    (stages.map(\.date) + [outcome?.date]).compactMap { $0.flatMap { CivilDay($0) } }.max()
  }
}
