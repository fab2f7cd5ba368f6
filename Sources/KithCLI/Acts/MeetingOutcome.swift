import KithCore

/// What became of having met somebody.
struct MeetingOutcome: Equatable {
  enum FollowUp: String, CaseIterable {
    /// Within the days that ``MeetingList/followUpDays`` says.
    case inTime
    case later, no
    /// Not yet, and there is still time.
    case pending
  }

  let person: EntitySummary
  let met: PartialDate
  let followedUp: FollowUp
  /// The last thing that happened with them after the days for following up.
  let spokeAgain: PartialDate?
  /// The first application since, in which they are the referrer; and in which they have any part.
  let referral: Identifier?
  let application: Identifier?

  /// `interactions` and `applications` are all with them; `settled` are the days on which what was to be done after the
  /// meeting was done. What is not dated to the day counts for nothing.
  init(
    _ person: EntitySummary, met: PartialDate, at event: Identifier?, interactions: [Interaction], settled: [CivilDay],
    applications: [JobApplication], today: CivilDay
  ) {
    self.person = person
    self.met = met
    let day = CivilDay(met) ?? today
    let limit = day + MeetingList.followUpDays
    let touches = interactions.filter { $0.event == nil || $0.event != event }
      .compactMap { CivilDay($0.date) }.filter { $0 > day }
    switch (touches + settled).min() {
    case let first?: followedUp = first <= limit ? .inTime : .later
    case nil: followedUp = today <= limit ? .pending : .no
    }
    spokeAgain = touches.filter { $0 > limit }.max()?.date
    let since = applications.filter { application in
      MeetingOutcome.day(of: person.id, in: application).map { $0 >= day } ?? false
    }
    application = since.first?.id
    referral =
      since.first { application in
        application.involved.contains { $0.person == person.id && $0.role == .referrer }
      }?.id
  }

  /// When you applied, or when they came in where that is not known.
  private static func day(of person: Identifier, in application: JobApplication) -> CivilDay? {
    let part = application.involved.filter { $0.person == person }.compactMap(\.date).min()
    return (application.appliedOn ?? part).flatMap { CivilDay($0) }
  }
}
