import KithCore
import Testing

struct WorkWeekTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  @Test(arguments: [
    // 2 November 2026 is a Monday.
    ("2026-11-02", 1, "2026-11-03"), ("2026-11-02", 3, "2026-11-05"), ("2026-11-05", 1, "2026-11-06"),
    ("2026-11-06", 1, "2026-11-09"), ("2026-11-07", 1, "2026-11-09"), ("2026-11-08", 1, "2026-11-09"),
    ("2026-11-06", 3, "2026-11-11"), ("2026-11-07", 3, "2026-11-11"), ("2026-11-08", 3, "2026-11-11"),
    ("2026-11-02", 5, "2026-11-09"), ("2026-11-06", 5, "2026-11-13"), ("2026-11-07", 5, "2026-11-13"),
    ("2026-11-02", 10, "2026-11-16"), ("2026-11-06", 11, "2026-11-23"),
    // Ends of months, a leap day, a leap day that is a Saturday, the end of a year.
    ("2026-10-30", 1, "2026-11-02"), ("2024-02-28", 1, "2024-02-29"), ("2024-02-29", 1, "2024-03-01"),
    ("2026-02-27", 1, "2026-03-02"), ("2020-02-28", 1, "2020-03-02"), ("2026-12-31", 1, "2027-01-01"),
    ("2027-01-01", 1, "2027-01-04"), ("2026-11-06", 0, "2026-11-06"), ("2026-11-07", -1, "2026-11-07"),
  ])
  func countsWorkingDays(_ from: String, _ count: Int, _ expected: String) throws {
    #expect(WorkWeek.standard.day(count, after: try day(from)) == (try day(expected)))
  }

  @Test(arguments: [
    ([5, 6], "2026-11-05", 1, "2026-11-08"), ([5, 6], "2026-11-05", 6, "2026-11-15"),
    ([Int](), "2026-11-06", 1, "2026-11-07"), ([Int](), "2026-11-06", 14, "2026-11-20"),
    ([0, 1, 2, 3, 4, 5], "2026-11-06", 2, "2026-11-14"),
  ])
  func otherWeekends(_ weekend: [Int], _ from: String, _ count: Int, _ expected: String) throws {
    let week = try #require(WorkWeek(weekend: Set(weekend)))
    #expect(week.day(count, after: try day(from)) == (try day(expected)))
  }

  @Test func aWeekLeavesADayToWorkOn() {
    #expect(WorkWeek(weekend: Set(0...6)) == nil)
    #expect(WorkWeek(weekend: [7]) == nil)
    #expect(WorkWeek(weekend: [0, 6]) == .standard)
  }

  /// The table's rule, said again day by day.
  @Test func agreesWithCounting() {
    for start in 20_700..<20_760 {
      var found = CivilDay(daysSince1970: start)
      for count in 1...40 {
        repeat { found = found + 1 } while found.weekday == 0 || found.weekday == 6
        #expect(WorkWeek.standard.day(count, after: CivilDay(daysSince1970: start)) == found)
      }
    }
  }

  @Test func noCountIsTooLarge() throws {
    #expect(WorkWeek.standard.day(.max, after: try day("2026-11-06")).date.year == 9999)
  }
}
