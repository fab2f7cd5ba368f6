import KithCore

/// One export: the frame of the calendar, and what its entries have in common.
final class CalendarExport {
  let graph: any ContactGraph
  let context: ExportContext
  var lines: ContentLines
  /// Interviews that were written from what was logged, so that the application does not bring them again.
  var interviews = Set<InterviewKey>()

  init(_ graph: any ContactGraph, _ context: ExportContext) {
    self.graph = graph
    self.context = context
    lines = ContentLines(context.output)
  }

  struct InterviewKey: Hashable {
    let application: Identifier
    let day: CivilDay
  }

  enum Component {
    case event, toDo, journal

    var begin: StaticString {
      switch self {
      case .event: "BEGIN:VEVENT"
      case .toDo: "BEGIN:VTODO"
      case .journal: "BEGIN:VJOURNAL"
      }
    }

    var end: StaticString {
      switch self {
      case .event: "END:VEVENT"
      case .toDo: "END:VTODO"
      case .journal: "END:VJOURNAL"
      }
    }
  }

  func begin() throws { if !context.isSplit { try beginCalendar() } }
  func end() throws { if !context.isSplit { try lines.fixed("END:VCALENDAR") } }

  private func beginCalendar() throws {
    try lines.fixed("BEGIN:VCALENDAR")
    try lines.fixed("VERSION:2.0")
    try lines.fixed("PRODID:-//kith//kith//EN")
  }

  /// Writes an entry.
  /// - Parameters:
  ///   - revised: when the record was last changed; nil where it does not say: then it is the clock, so that a calendar
  ///     takes a later file.
  ///   - known: a time of the record itself, which stands in for the clock in a folder: programs compare its files whole.
  func entry(
    _ component: Component, uid: String, of record: Identifier, revised: Timestamp?, known: Timestamp,
    isPrivate: Bool = true, _ body: () throws -> Void
  ) throws {
    if context.isSplit {
      try context.startFile(named: uid)
      try beginCalendar()
    }
    try lines.fixed(component.begin)
    try lines.plain("UID", uid)
    try writeRevision(revised ?? (context.isSplit ? known : context.now))
    if isPrivate { try lines.fixed("CLASS:PRIVATE") }
    try body()
    try lines.fixed(component.end)
    if context.isSplit { try lines.fixed("END:VCALENDAR") }
    if lines.takeReplaced() {
      report("replaced-text", "control characters and blank text have no place in a calendar", record)
    }
  }

  /// DTSTAMP, and a SEQUENCE that grows with it: by both a calendar knows the later of two files (RFC 5545 §3.8.7.2, §3.8.7.4).
  private func writeRevision(_ moment: Timestamp) throws {
    try lines.plain("DTSTAMP", CalendarText.moment(moment))
    let minutes = moment.secondsSince1970 / 60 - CalendarExport.firstMinute
    try lines.plain("SEQUENCE", String(min(max(minutes, 0), Int(Int32.max))))
  }

  /// 2020-01-01T00:00:00Z.
  private static let firstMinute = 26_297_280

  /// A day, or several with the last of them.
  func writeDays(_ first: CivilDay, through last: CivilDay? = nil) throws {
    try lines.plain("DTSTART;VALUE=DATE", CalendarText.day(first))
    if let last, last > first, CalendarText.day(last + 1) > CalendarText.day(last) {
      try lines.plain("DTEND;VALUE=DATE", CalendarText.day(last + 1))
    }
    try lines.fixed("TRANSP:TRANSPARENT")
  }

  func writeDescription(_ parts: [String]) throws {
    let parts = parts.filter { !$0.isEmpty }
    if !parts.isEmpty { try lines.text("DESCRIPTION", parts.joined(separator: "\n")) }
  }

  func name(_ id: Identifier, _ unknown: String) throws -> String { try graph.summary(of: id)?.name ?? unknown }

  /// "Ada Lovelace, Grace Hopper"
  func names(_ people: [Identifier]) throws -> String {
    var seen = Set<Identifier>()
    let different = people.filter { seen.insert($0).inserted }
    return try different.map { try name($0, "somebody") }.joined(separator: ", ")
  }

  func report(_ code: String, _ message: String, _ record: Identifier, _ kind: Diagnostic.Kind = .loss) {
    context.diagnostics.report(Diagnostic(kind, code, message, record: record))
  }
}
