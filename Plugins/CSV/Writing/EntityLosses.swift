import KithCore

/// Reports what a table of entities holds only in part.
struct EntityLosses {
  let table: CSVTable
  let diagnostics: DiagnosticLog

  func report(_ entity: Entity, jobs: [OutgoingRelation], pastJobs: Int) {
    reportDetails(of: entity)
    if !entity.addresses.isEmpty, entity.addresses.contains(where: hasMoreParts) {
      lose("address-parts", "post boxes, extended and formatted addresses have no column", entity)
    }
    if table == .people { reportPerson(entity, jobs, pastJobs) }
  }

  private func reportPerson(_ person: Entity, _ jobs: [OutgoingRelation], _ pastJobs: Int) {
    if pastJobs > 0 {
      lose("past-employment", "past employment is only in the table 'relations'", person, count: pastJobs)
    }
    if jobs.contains(where: { !$0.period.isEmpty }) {
      lose("employment-dates", "dates of employment are only in the table 'relations'", person)
    }
    if jobs.contains(where: { $0.object.kind != .company }) {
      lose("employer-kind", "an employer that is an organization is written as a company", person)
    }
    guard !person.anniversaries.isEmpty else { return }
    let kept = person.birthday.map { [Anniversary(.birth, on: $0.date)] } ?? []
    if person.anniversaries != kept { lose("anniversaries", "anniversaries but one birthday have no column", person) }
  }

  private func reportDetails(of entity: Entity) {
    if hasPartialDetails(entity) {
      lose("contact-details", "groups and parameters of contact points have no place in a cell", entity)
    }
  }

  private func hasPartialDetails(_ entity: Entity) -> Bool {
    for index in entity.emails.indices where isPartial(entity.emails[index].details) { return true }
    for index in entity.phones.indices where isPartial(entity.phones[index].details) { return true }
    for index in entity.links.indices where isPartial(entity.links[index].details) { return true }
    for index in entity.addresses.indices where isPartial(entity.addresses[index].details) { return true }
    return false
  }

  @inline(__always)
  private func isPartial(_ details: ContactDetails) -> Bool {
    if details.group != nil || !details.parameters.isEmpty || !(1...100).contains(details.preference ?? 1) {
      return true
    }
    for index in details.types.indices where !ListCell.canWrite(type: details.types[index]) { return true }
    return false
  }

  private func hasMoreParts(_ address: PostalAddress) -> Bool {
    !address.poBox.isEmpty || !address.extended.isEmpty || address.formatted != nil
  }

  private func lose(_ code: String, _ message: String, _ entity: Entity, count: Int = 1) {
    diagnostics.report(Diagnostic(.loss, code, message, count: count, record: entity.id))
  }
}
