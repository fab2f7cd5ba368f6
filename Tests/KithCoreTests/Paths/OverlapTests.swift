import KithCore
import Testing

struct OverlapTests {
  private static let place = EntitySummary(id: Identifier(high: 1, low: 1), kind: .company, name: "Initech")
  private static let event = EntitySummary(id: Identifier(high: 1, low: 2), kind: .event, name: "SwiftConf 2026")
  private static let today = PartialDate("2026-11-20")!

  /// `2019/2021`, `2019/`, `/2021`, `/` for a time that lasts and of which nothing else is known, `2019/?` for one that is over.
  private static func period(_ text: String) -> Period {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return Period(
      start: PartialDate(parts[0]), end: PartialDate(parts[1]), endedAtUnknownDate: parts[1] == "?")
  }

  @Test(arguments: [
    ("2018/2021", "2019/2023", true), ("2019/2021", "2022/2023", false),
    // The one may have left in January and the other have come in December.
    ("2019/2021", "2021/2023", false), ("2019/2021-06", "2021-06/2023", false),
    ("2019/2021-06-15", "2021-06-15/2023", true), ("2019/2021-06-15", "2021-06-16/2023", false),
    ("2019/2021-12", "2021-03/2023", true),
    // What has no end lasts until today.
    ("2019/", "2020/", true), ("2019/", "/", true), ("/", "/", true), ("2019/2021", "/", false),
    ("2027/", "/", false), ("2019/", "2026-11-20/", true),
    // An end without a start: they were there when they left.
    ("/2021", "2018/2023", true), ("/2021", "2018/2021", false), ("/2021-06", "2021-06/2023", false),
    ("/2021", "/2021", false), ("/2021-06-15", "2021/2023", false), ("/2022-06-15", "2021/2023", true),
    ("/2022-06-15", "2021/2023-01", true),
    // Over since nobody knows when: they were there when they came.
    ("2019/?", "2018/2020", true), ("2019/?", "2020/2023", false), ("2019/?", "/", false),
    // A year of which only a part is known can be any day of it.
    ("2019/2019", "2019/2019", false), ("2019/2019", "2018/2020", true),
    ("--04/", "2019/2021", false),
  ])
  func onlyWhatIsCertainIsAnOverlap(_ one: String, _ other: String, _ overlaps: Bool) {
    let first = Presence(.worksFor, at: Self.place, Self.period(one))
    let second = Presence(.worksFor, at: Self.place, Self.period(other))
    #expect((first.overlap(with: second, today: Self.today) != nil) == overlaps)
    #expect((second.overlap(with: first, today: Self.today) != nil) == overlaps, "the other way round")
  }

  @Test func itSaysFromWhenToWhenAndOnWhatGround() throws {
    let first = Presence(.worksFor, at: Self.place, title: "CTO", Self.period("2018/2021"))
    let second = Presence(.founded, at: Self.place, Self.period("2019/"))
    let overlap = try #require(first.overlap(with: second, today: Self.today))
    #expect(overlap.period == Self.period("2019/2021"))
    #expect(overlap.kind == .worked && overlap.proof == [first, second])
    let open = try #require(
      Presence(.memberOf, at: Self.place).overlap(
        with: Presence(.memberOf, at: Self.place, Self.period("2019/")), today: Self.today))
    #expect(open.period.isEmpty, "since when both were there is not known")
  }

  @Test func whoWasAtAnEventWasThereTogether() {
    let first = Presence(.attended, at: Self.event)
    let second = Presence(.spokeAt, at: Self.event)
    #expect(first.overlap(with: second, today: Self.today)?.kind == .attended)
    let early = Presence(.attended, at: Self.event, Self.period("2026-10-01/2026-10-01"))
    let late = Presence(.attended, at: Self.event, Self.period("2026-10-03/2026-10-03"))
    #expect(early.overlap(with: late, today: Self.today) == nil)
    #expect(early.overlap(with: second, today: Self.today) != nil)
  }

  @Test func anotherPlaceOrKindIsNone() {
    let worked = Presence(.worksFor, at: Self.place)
    #expect(worked.overlap(with: Presence(.studiedAt, at: Self.place), today: Self.today) == nil)
    #expect(worked.overlap(with: Presence(.worksFor, at: Self.event), today: Self.today) == nil)
    #expect(worked.overlap(with: Presence(.recruitsFor, at: Self.place), today: Self.today) == nil)
  }
}
