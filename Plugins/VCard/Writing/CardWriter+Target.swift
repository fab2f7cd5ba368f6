import KithCore

extension CardWriter {
  /// Says what the program that the card is for will not show, though the file has it.
  func reportTargetLosses(of entity: Entity) {
    switch style.target {
    case .none: break
    case .apple: reportApple(entity)
    case .google: reportGoogle(entity)
    case .outlook: reportOutlook(entity)
    case .thunderbird: reportThunderbird(entity)
    case .nextcloud: reportNextcloud(entity)
    case .android: reportAndroid(entity)
    }
  }

  private func miss(_ code: String, _ what: String, _ entity: Entity, if isThere: Bool) {
    guard isThere else { return }
    lose("\(style.target.rawValue)-\(code)", "\(style.target.title) \(what)", of: entity)
  }

  private func reportApple(_ entity: Entity) {
    reportVagueDates(entity)
    miss(
      "categories", "shows no categories; lists=groups writes group cards", entity,
      if: !entity.tags.isEmpty && !style.listsAreGroups)
    miss(
      "photo-data", "shows no picture of a 'data:' address in 4.0", entity, if: version == .v4 && hasPhotoData(entity))
  }

  private func reportGoogle(_ entity: Entity) {
    reportVagueDates(entity)
    reportGroupCard(entity)
    miss("version", "reads no 4.0", entity, if: version == .v4)
  }

  private func reportOutlook(_ entity: Entity) {
    reportVagueDates(entity)
    reportGroupCard(entity)
    miss("position", "drops 'GEO'", entity, if: has("GEO", entity))
    miss("logo", "drops 'LOGO'", entity, if: has("LOGO", entity))
    miss(
      "post-office-box", "drops post office boxes", entity,
      if: entity.addresses.contains { $0.poBox.contains { !$0.isEmpty } })
    miss("label", "shows no labels of your own", entity, if: hasLabels(entity))
    miss(
      "yearless-date", "shows a date without a year in 1604", entity,
      if: entity.anniversaries.contains { $0.date.year == nil && $0.date.isDay })
    if case .uri = entity.photo { miss("photo-address", "shows no picture behind an address", entity, if: true) }
    miss("version", "reads 2.1 and some 3.0, and no 4.0", entity, if: version == .v4)
  }

  private func reportThunderbird(_ entity: Entity) {
    reportGroupCard(entity)
    miss("label", "shows no labels of your own", entity, if: hasLabels(entity))
  }

  private func reportNextcloud(_ entity: Entity) {
    reportGroupCard(entity)
    miss("label", "shows no labels of your own", entity, if: hasLabels(entity))
    miss("version", "does not import 2.1", entity, if: version == .v2)
  }

  private func reportAndroid(_ entity: Entity) {
    reportVagueDates(entity)
    reportGroupCard(entity)
    miss("version", "refuses 4.0 or loses its pictures", entity, if: version == .v4)
  }

  private func reportGroupCard(_ entity: Entity) {
    miss("group-card", "shows no group cards", entity, if: GroupCard.isOne(entity))
  }

  /// Dates without a day are no dates before 4.0.
  private func reportVagueDates(_ entity: Entity) {
    miss(
      "vague-date", "shows no date without a day", entity,
      if: version != .v4 && entity.anniversaries.contains { !$0.date.isDay })
  }

  private func has(_ name: String, _ entity: Entity) -> Bool {
    entity.keptProperties.contains { $0.name.isEqualIgnoringCase(name) }
  }

  private func hasPhotoData(_ entity: Entity) -> Bool {
    if case .data = entity.photo { true } else { false }
  }

  private func hasLabels(_ entity: Entity) -> Bool {
    func isOwn(_ details: ContactDetails) -> Bool { details.label.map { !AppleLabel.isBuiltIn($0) } ?? false }
    return entity.emails.contains { isOwn($0.details) } || entity.phones.contains { isOwn($0.details) }
      || entity.addresses.contains { isOwn($0.details) } || entity.links.contains { isOwn($0.details) }
  }

  /// What is wrong with the file as a whole for its target.
  func reportTargetLimits(cards: Int) {
    let title = style.target.title
    if style.target == .outlook, cards > 1 {
      let message = "\(title) takes the first card of a file; split=yes writes a file for each"
      diagnostics.report(Diagnostic(.warning, "outlook-one-card", message, count: cards - 1))
    }
    if style.target == .google, cards > 3000 {
      let message = "\(title) takes 3,000 cards at a time"
      diagnostics.report(Diagnostic(.warning, "google-limit", message, count: cards - 3000))
    }
  }
}

extension PartialDate {
  /// Whether it is a day, be its year known or not.
  fileprivate var isDay: Bool { month != nil && day != nil }
}
