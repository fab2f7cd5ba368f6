import KithCore
import Testing

struct IntervalTests {
  @Test(arguments: [
    ("10d", "2026-02-20", "2026-03-02"), ("1d", "2024-02-28", "2024-02-29"), ("6w", "2026-11-02", "2026-12-14"),
    ("52w", "2026-01-01", "2026-12-31"), ("3mo", "2026-11-02", "2027-02-02"), ("1mo", "2026-01-31", "2026-02-28"),
    ("1mo", "2024-01-31", "2024-02-29"), ("3mo", "2026-11-30", "2027-02-28"), ("1mo", "2026-02-28", "2026-03-28"),
    ("1mo", "2026-12-15", "2027-01-15"), ("13mo", "2026-12-31", "2028-01-31"), ("1y", "2024-02-29", "2025-02-28"),
    ("4y", "2024-02-29", "2028-02-29"), ("100y", "2000-02-29", "2100-02-28"), ("12mo", "2026-06-30", "2027-06-30"),
    ("1y", "9999-06-01", "9999-12-31"), ("1d", "9999-12-31", "9999-12-31"),
  ])
  func addsByTheCalendar(_ text: String, _ from: String, _ expected: String) throws {
    let interval = try #require(Interval(text))
    #expect(interval.after(try #require(CivilDay(from))).date == PartialDate(expected))
    #expect(interval.description == text)
  }

  @Test(arguments: [("6W", "6w"), ("3MO", "3mo"), ("006w", "6w"), ("36500d", "36500d"), ("100y", "100y")])
  func readsAsPeopleTypeIt(_ text: String, _ shown: String) { #expect(Interval(text)?.description == shown) }

  @Test(arguments: [
    "", "6", "w", "0w", "-6w", "+6w", "6 w", "6w ", "6m", "6wd", "1.5y", "٣w", "6\u{301}w", "36501d", "101y",
    "99999999999999999999d", "9223372036854775807y",
  ])
  func isNone(_ text: String) { #expect(Interval(text) == nil) }

  @Test func isSaidInDays() throws {
    #expect(["10d", "6w", "3mo", "1y"].map { Interval($0)?.approximateDays } == [10, 42, 90, 365])
  }
}
