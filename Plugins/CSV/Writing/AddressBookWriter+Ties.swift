import KithCore

/// Employment, family and the days of a life.
extension AddressBookWriter {
  func fill(_ relations: [OutgoingRelation], of person: Entity) {
    let jobs = OutgoingJobs(relations, today: today)
    jobs.report(person, losses)
    if let job = jobs.current.first {
      put(job.object.name, .company)
      put(job.title ?? "", .title)
      put(job.units.joined(separator: ", "), .department)
      losses.lose(.moreJobs, person, count: jobs.current.count - 1)
    }
    for (type, column) in layout.relations.sorted(by: { $0.value < $1.value }) {
      fill(relations.filter { $0.type == type }, column, isList: type == .parentOf, person)
    }
  }

  private func put(_ text: String, _ part: ColumnMeaning.Part) {
    if let column = layout.job[part], !text.isEmpty { put(text, column) }
  }

  private func fill(_ ties: [OutgoingRelation], _ column: Int, isList: Bool, _ person: Entity) {
    guard !ties.isEmpty else { return }
    let names = ties.map(\.object.name)
    put(isList ? names.joined(separator: "; ") : names[0], column)
    if !isList { losses.lose(.leftOut, person, count: names.count - 1) }
    if isList, names.contains(where: { $0.utf8.contains { $0 == 0x3b || $0 == 0x2c } }) { losses.lose(.split, person) }
    for tie in ties where tie.hasDetails || tie.title != nil { losses.lose(.relationDetails, person) }
  }

  func fillDates(_ person: Entity) {
    var lost = 0
    var (hasBirthday, hasAnniversary) = (false, false)
    for day in person.anniversaries {
      let isPlain = LabelWord.isSame(day.details, ContactDetails())
      switch day.kind {
      case .birth where !hasBirthday:
        hasBirthday = fillBirthday(day.date)
        if !hasBirthday || !isPlain { lost += 1 }
      case .wedding where !hasAnniversary && layout.anniversary != nil:
        hasAnniversary = layout.anniversary.map { put(local: day.date, $0) } ?? false
        if !hasAnniversary || !isPlain { lost += 1 }
      default: lost += 1
      }
    }
    losses.lose(.dates, person, count: lost)
  }

  private func fillBirthday(_ date: PartialDate) -> Bool {
    if let column = layout.birthday[.value] { return put(local: date, column) }
    guard let year = layout.birthday[.year], let month = layout.birthday[.month], let day = layout.birthday[.day] else {
      return false
    }
    for (part, column) in [(date.year, year), (date.month, month), (date.day, day)] {
      if let part { put("\(part)", column) }
    }
    return date.year != DateText.unknownYear
  }

  /// As Outlook in English has it, `12/10/1815`, with 1604 for a year that is not known.
  private func put(local date: PartialDate, _ column: Int) -> Bool {
    guard let month = date.month, let day = date.day, date.year != DateText.unknownYear else { return false }
    put("\(month)/\(day)/\(date.year ?? DateText.unknownYear)", column)
    return true
  }
}

/// Employment as an address book can hold it: what is over is left out.
struct OutgoingJobs {
  private(set) var current: [OutgoingRelation] = []
  private var past = 0

  init(_ relations: [OutgoingRelation], today: PartialDate?) {
    if relations.count == 1, let only = relations.first, only.type == .worksFor, only.period.isEmpty {
      current = relations
      return
    }
    for relation in relations where relation.type == .worksFor {
      if let today, relation.period.isOver(on: today) { past += 1 } else { current.append(relation) }
    }
  }

  func report(_ person: Entity, _ losses: RowLosses) {
    losses.lose(.pastJobs, person, count: past)
    for job in current {
      if !job.period.isEmpty { losses.lose(.jobDates, person) }
      if job.units.count > 1 { losses.lose(.units, person) }
      if job.object.kind != .company { losses.lose(.employerKind, person) }
    }
  }
}

extension OutgoingRelation {
  /// More than a title and the name of a person.
  var hasDetails: Bool { !units.isEmpty || !period.isEmpty || object.kind != .person }
}
