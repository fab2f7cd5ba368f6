import KithCore
import KithStore

/// A record for a person to read.
struct RecordCard {
  let details: RecordDetails
  let today: PartialDate
  /// Everything, however much there is.
  let isWhole: Bool
  private static let shownInteractions = 5
  private static let shownNames = 12

  private var entity: Entity { details.entity }

  func write(to output: OutputSink, terminal: Terminal) throws {
    var card = Card(heading, terminal: terminal)
    switch entity.kind {
    case .person: addEmployment(to: &card)
    case .company, .organization: addPeople(to: &card)
    case .event: card.add("when", entity.period.phrase?.replacing("since ", with: "from "))
    }
    if entity.kind == .person { card.add("met", FirstMeeting(details).phrase) }
    ContactRows.add(entity, to: &card)
    addRelations(to: &card)
    addApplications(to: &card)
    addIntroductions(to: &card)
    addInteractions(to: &card)
    card.add("recorded", entity.created.description.prefix(10) + changed)
    card.add("id", entity.id.description)
    try card.write(to: output)
  }

  private var heading: String {
    let aside = details.isMe ? " (you)" : entity.kind == .person ? "" : " (\(entity.kind))"
    return entity.name + aside
  }

  private var changed: String {
    let (created, modified) = (entity.created.description.prefix(10), entity.modified.description.prefix(10))
    return created == modified ? "" : ", changed \(modified)"
  }

  private func addEmployment(to card: inout Card) {
    let (now, before) = details.employments(today: today)
    for job in now { card.add("works for", RecordCard.employment(job)) }
    for job in before { card.add("worked for", RecordCard.employment(job)) }
  }

  private func addPeople(to card: inout Card) {
    let (now, before) = details.employments(today: today)
    addShortened("people now", now.map(RecordCard.employment), to: &card)
    addShortened("people before", before.map(RecordCard.employment), to: &card)
  }

  /// "Ada Lovelace, CTO, Research, since 2024"
  private static func employment(_ job: RelatedEntity) -> String {
    ([job.other.name, job.relation.title] + job.relation.units + [job.relation.period.phrase])
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Relations that no other row shows, grouped by how they read.
  private func addRelations(to card: inout Card) {
    var phrases: [String] = []
    var groups: [String: [String]] = [:]
    for related in details.related where isShownAsRelation(related) {
      if groups[related.phrase] == nil { phrases.append(related.phrase) }
      groups[related.phrase, default: []].append(RecordCard.name(related))
    }
    for phrase in phrases { card.add(phrase, joined(groups[phrase] ?? [])) }
  }

  private func isShownAsRelation(_ related: RelatedEntity) -> Bool {
    switch related.relation.type {
    case .worksFor: entity.kind == .event
    case .introducedBy: !related.isSubject
    case .met: details.isMe || related.other.id != details.me
    default: true
    }
  }

  private static func name(_ related: RelatedEntity) -> String {
    let aside = [related.relation.title, when(related.relation)].compactMap { $0 }.filter { !$0.isEmpty }
    return related.other.name + (aside.isEmpty ? "" : " (\(aside.joined(separator: ", ")))")
  }

  /// What happened once has a date, what lasts has a period.
  private static func when(_ relation: Relation) -> String? {
    switch relation.type {
    case .met, .introducedBy, .referredBy, .attended, .spokeAt: relation.period.start?.description
    default: relation.period.phrase
    }
  }

  private func joined(_ names: [String]) -> String {
    let shown = isWhole ? names[...] : names.prefix(RecordCard.shownNames)
    let more = names.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " … and \(more) more (--all)" : "")
  }

  private func addShortened(_ label: String, _ values: [String], to card: inout Card) {
    let shown = isWhole ? values[...] : values.prefix(RecordCard.shownNames)
    card.add(label, Array(shown))
    if shown.count < values.count { card.add(label, "… and \(values.count - shown.count) more (--all)") }
  }

  private func addApplications(to card: inout Card) {
    for application in details.applications {
      let roles = application.involved.filter { $0.person == entity.id }.map(\.role.words)
      let isPerson = entity.kind == .person
      let parts =
        isPerson ? [details.name(of: application.company), application.position] + roles : [application.position]
      let end = isPerson ? application.standing : application.course
      card.add("application", (parts + [end]).joined(separator: ", "))
    }
  }

  private func addIntroductions(to card: inout Card) {
    for introduction in details.introductions { card.add("introduction", details.words(introduction)) }
    if entity.doNotAsk { card.add("introductions", "not to be asked for any") }
  }

  private func addInteractions(to card: inout Card) {
    let shown = isWhole ? details.interactions[...] : details.interactions.prefix(RecordCard.shownInteractions)
    for interaction in shown {
      let others = interaction.participants.filter { $0 != entity.id }.map(details.name)
      let with = others.isEmpty ? "" : " (with \(joined(others)))"
      card.add("contact", "\(interaction.date) \(interaction.channel): \(interaction.summary)\(with)")
    }
    let more = details.interactions.count - shown.count
    if more > 0 { card.add("contact", "… and \(more) earlier (--all)") }
  }
}
