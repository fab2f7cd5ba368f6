import KithCore

extension CalendarExport {
  func writeInteractions() throws { try graph.forEachInteraction { try write($0) } }

  /// An interview is an event of its day; whatever else happened is an entry of the journal.
  private func write(_ interaction: Interaction) throws {
    let day = CivilDay(interaction.date)
    let isEvent = interaction.channel == "interview" && day != nil
    if isEvent, let day, let application = interaction.application {
      interviews.insert(InterviewKey(application: application, day: day))
    }
    if day == nil { report("no-day", "what happened on no certain day is a journal entry", interaction.id, .warning) }
    try entry(
      isEvent ? .event : .journal, uid: interaction.id.description, of: interaction.id, revised: nil,
      known: CalendarText.noon(of: day ?? CivilDay(daysSince1970: 0))
    ) {
      try lines.text("SUMMARY", try summary(of: interaction))
      if let day { isEvent ? try writeDays(day) : try lines.plain("DTSTART;VALUE=DATE", CalendarText.day(day)) }
      if !isEvent { try lines.text("CATEGORIES", interaction.channel) }
      let event = try interaction.event.map { try name($0, "an event") } ?? ""
      let place = event.isEmpty || interaction.summary.contains(event) ? "" : "at \(event)"
      try writeDescription([day == nil ? interaction.date.description : "", interaction.summary, place])
    }
  }

  /// "Interview: Ada Lovelace", "call: Ada Lovelace"
  private func summary(of interaction: Interaction) throws -> String {
    let what = interaction.channel == "interview" ? "Interview" : interaction.channel
    let people = try names(interaction.participants)
    return people.isEmpty ? what : "\(what): \(people)"
  }
}
