import KithCore

extension CalendarExport {
  func writeEvents() throws {
    try graph.forEachEntity(of: [.event], relations: []) { event, _ in try write(event) }
  }

  private func write(_ event: Entity) throws {
    let first = event.period.start.flatMap { CivilDay($0) }
    let component: Component = first == nil ? .journal : .event
    if first == nil { report("no-day", "an event without a day becomes a journal entry", event.id, .warning) }
    try entry(
      component, uid: event.id.description, of: event.id, revised: event.modified, known: event.modified,
      isPrivate: false
    ) {
      try lines.plain("CREATED", CalendarText.moment(event.created))
      try lines.text("SUMMARY", event.name)
      if let first { try writePeriod(from: first, event) }
      try writePlace(of: event, isEvent: first != nil)
      if !event.tags.isEmpty { try lines.texts("CATEGORIES", event.tags) }
      if let link = event.links.first { try lines.uri("URL", link.url) }
      let when = first == nil ? CalendarExport.words(event.period) : ""
      let place = first == nil ? event.addresses.first.map(CalendarExport.location) ?? "" : ""
      try writeDescription([when, place] + event.links.dropFirst().map(\.url) + event.notes)
    }
    if event.links.contains(where: { !$0.details.isEmpty }) {
      report("link-details", "types and labels of links have no place in a calendar", event.id)
    }
  }

  private func writePeriod(from first: CivilDay, _ event: Entity) throws {
    let last = event.period.end.flatMap { CivilDay($0) }
    try writeDays(first, through: last)
    if event.period.endedAtUnknownDate || event.period.end != nil && last.map({ $0 < first }) ?? true {
      report("end-without-day", "an event whose last day is not known lasts one day in a calendar", event.id)
    }
  }

  /// `from 2026-10 to 2026-11`; empty where nothing is known.
  private static func words(_ period: Period) -> String {
    let parts = [period.start.map { "from \($0)" }, period.end.map { "to \($0)" }].compactMap { $0 }
    return period.endedAtUnknownDate ? (parts + ["over"]).joined(separator: ", ") : parts.joined(separator: " ")
  }

  /// A journal entry has no LOCATION (RFC 5545 §3.6.3).
  private func writePlace(of event: Entity, isEvent: Bool) throws {
    guard let address = event.addresses.first else { return }
    if isEvent { try lines.text("LOCATION", CalendarExport.location(address)) }
    if !address.details.isEmpty {
      report("address-details", "types and labels of addresses have no place in a calendar", event.id)
    }
    if event.addresses.count > 1 {
      report("second-address", "an entry of a calendar has one place", event.id)
    }
  }

  private static func location(_ address: PostalAddress) -> String {
    address.formatted ?? address.components.joined().filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
