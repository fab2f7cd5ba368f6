import KithCore
import Testing

struct DueRankTests {
  private static let today = CivilDay("2026-11-23")!

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let facts: DueFacts
    /// Lateness, act, tie, promise.
    let points: [Int]

    init(_ name: String, _ facts: DueFacts, _ points: [Int]) {
      testDescription = name
      self.facts = facts
      self.points = points
    }
  }

  private static func touch(
    _ every: String, due: String, since: String? = nil, _ tie: Tie.Kind? = nil, promise: Bool = false
  ) -> DueFacts {
    DueFacts(
      .keepInTouch, due: CivilDay(due), every: Interval(every), since: since.flatMap { CivilDay($0) }, tie: tie,
      hasOpenPromise: promise)
  }

  static let cases = [
    Case("due today", DueFacts(.thank, due: today), [0, 90, 0, 0]),
    Case("due tomorrow is not late", DueFacts(.thank, due: today + 1), [0, 90, 0, 0]),
    Case("without a date", DueFacts(.keepPromise, due: nil), [0, 100, 0, 0]),
    Case("a day late", DueFacts(.thank, due: today + -1), [7, 90, 0, 0]),
    Case("a week late is one span", DueFacts(.askFeedback, due: today + -7), [50, 70, 0, 0]),
    Case(
      "years late count for no more than three spans", DueFacts(.tellNews, due: CivilDay("1999-01-01")),
      [150, 70, 0, 0]),
    Case("the first day of the calendar", DueFacts(.renew, due: CivilDay("0001-01-01")), [150, 60, 0, 0]),
    Case("a day beyond it", DueFacts(.renew, due: CivilDay(daysSince1970: .min)), [150, 60, 0, 0]),
    Case("theirs counts the same whatever it is", DueFacts(.keepPromise, owedBy: .them, due: today), [0, 30, 0, 0]),
    Case("a week late of six", touch("6w", due: "2026-11-16"), [8, 20, 0, 0]),
    Case("a week late of one", touch("1w", due: "2026-11-16"), [50, 20, 0, 0]),
    Case("a week late of a year", touch("1y", due: "2026-11-16"), [0, 20, 0, 0]),
    Case("a month late of three", touch("3mo", due: "2026-10-24"), [16, 20, 0, 0]),
    Case("with an interviewer", touch("6w", due: "2026-11-23", .interviewedMe), [0, 20, 50, 0]),
    Case("with a recruiter", touch("6w", due: "2026-11-23", .recruitsForIt), [0, 20, 20, 0]),
    Case("a tie that has no weight", touch("6w", due: "2026-11-23", .isMember), [0, 20, 0, 0]),
    Case("with a promise open", touch("6w", due: "2026-10-12", .referredMe, promise: true), [50, 20, 50, 40]),
  ]

  @Test(arguments: cases)
  func pointsAreASum(_ row: Case) {
    let rank = DueRank(row.facts, on: DueRankTests.today)
    #expect([rank.lateness, rank.act, rank.tie, rank.promise] == row.points)
    #expect(rank.points == row.points.reduce(0, +))
  }

  @Test func everyActHasAWeightAndMinutes() {
    for act in FollowUp.Act.allCases {
      #expect(DueWeights.standard.acts[act] != nil, "\(act)")
      #expect(ActMinutes.standard.minutes[act] != nil, "\(act)")
    }
  }

  @Test func theArithmeticIsKept() {
    let rank = DueRank(
      DueRankTests.touch("6w", due: "2026-11-09", since: "2026-09-28"), on: DueRankTests.today)
    #expect((rank.daysLate, rank.span, rank.daysSince) == (14, 42, 56))
    #expect(rank.lateness == 16)
  }

  @Test func aWeightlessRankingHasNoPoints() {
    let weights = DueWeights(acts: [:], theirs: 0, ties: [:], promise: 0, perSpan: 0, latest: 0, days: 0)
    let facts = DueFacts(.thank, due: CivilDay("2020-01-01"), tie: .interviewedMe, hasOpenPromise: true)
    #expect(DueRank(facts, on: DueRankTests.today, weights).points == 0)
  }

  @Test(
    arguments: [
      (30, [.thank, .keepPromise]), (25, [.thank, .tellNews, .askFeedback]), (10, [.thank]), (9, [.tellNews]),
      (4, []), (0, []), (-5, []), (1000, [.thank, .keepPromise, .tellNews, .askFeedback]),
    ] as [(Int, [FollowUp.Act])])
  func whatFitsIsTakenInOrder(_ total: Int, _ taken: [FollowUp.Act]) {
    let acts: [FollowUp.Act] = [.thank, .keepPromise, .tellNews, .askFeedback]
    #expect(ActMinutes.standard.fitting(acts, into: total) { DueFacts($0, due: nil) } == taken)
  }
}
