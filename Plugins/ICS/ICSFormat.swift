import KithCore

/// Events, interviews and what is to be done, for calendars (RFC 5545).
///
/// What takes place on a day is a VEVENT, what is to be done a VTODO, and what happened or has no day a VJOURNAL. The UID of
/// each comes from its record, so that a calendar that imports a later file updates what it has.
public struct ICSFormat: Exporter {
  public let format = Format(
    name: "ics", summary: "events, interviews and follow-ups for calendars", specification: "RFC 5545",
    mediaType: "text/calendar", fileExtensions: ["ics"],
    options: [
      FormatOption(
        name: "todos",
        summary: "follow-ups as to-dos, or as all-day events for calendars that pass over to-dos (Google, Outlook)",
        choices: ["todo", "event"]),
      FormatOption(
        name: "split", summary: "a file for each entry, in the folder that --to names", choices: ["no", "yes"]),
    ],
    coverage: Coverage(
      kinds: [.event], fields: [.period, .addresses, .links, .notes, .tags], interactions: true, applications: true,
      followUps: true, keepInTouch: true))

  public init() {}

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let calendar = CalendarExport(graph, context)
    try calendar.begin()
    try calendar.writeEvents()
    try calendar.writeInteractions()
    try calendar.writeApplications()
    try calendar.writeFollowUps()
    try calendar.writeIntervals()
    try calendar.end()
  }
}
