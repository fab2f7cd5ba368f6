import KithCore
import Testing

struct KeepInTouchTests {
  private let ada = Identifier(high: 0, low: 1)

  private func kept(snoozedUntil: String? = nil, isIgnored: Bool = false) throws -> KeepInTouch {
    KeepInTouch(
      ada, every: try #require(Interval("6w")), since: try #require(CivilDay("2026-11-02")),
      snoozedUntil: snoozedUntil.flatMap { CivilDay($0) }, isIgnored: isIgnored)
  }

  @Test func isDueOneIntervalLaterOrWhenTheSnoozeEnds() throws {
    #expect(try kept().due == CivilDay("2026-12-14"))
    #expect(try kept(snoozedUntil: "2026-12-01").due == CivilDay("2026-12-14"))
    #expect(try kept(snoozedUntil: "2027-01-15").due == CivilDay("2027-01-15"))
    #expect(try kept(snoozedUntil: "2027-01-15", isIgnored: true).due == nil)
  }
}
