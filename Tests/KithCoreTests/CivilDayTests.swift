import KithCore
import Testing

struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2000-03-01", 11017), ("1900-03-01", -25508),
    ("2026-11-02", 20759), ("0001-01-01", -719162), ("9999-12-31", 2_932_896),
  ])
  func countsDays(_ text: String, _ days: Int) throws {
    let date = try #require(PartialDate(text))
    let day = try #require(CivilDay(date))
    #expect(day.daysSince1970 == days)
    #expect(CivilDay(daysSince1970: days).date == date)
    #expect(day.description == text)
  }

  @Test func givesEveryDayOfFourCenturiesBack() {
    var expected = (year: 1800, month: 1, day: 1)
    for days in -62091..<84006 {
      let parts = CivilDay(daysSince1970: days).parts
      guard parts == expected else {
        Issue.record("day \(days) is \(parts), not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > PartialDate.days(inMonth: expected.month, of: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
    #expect(expected == (2200, 1, 1))
  }

  @Test(arguments: ["2026", "2026-11", "--11-02", "--11", "---02"])
  func isNoDayUnlessComplete(_ text: String) throws {
    #expect(CivilDay(try #require(PartialDate(text))) == nil)
  }

  @Test func knowsWeekdays() {
    #expect(CivilDay(daysSince1970: 0).weekday == 4, "1 January 1970 was a Thursday")
    #expect(CivilDay(daysSince1970: -5).weekday == 6)
    #expect((CivilDay(daysSince1970: 20759) + 5).weekday == 6, "2 November 2026 is a Monday")
  }

  @Test func sorts() {
    #expect(CivilDay(daysSince1970: -1) < CivilDay(daysSince1970: 0))
    #expect(CivilDay(daysSince1970: 3) + -3 == CivilDay(daysSince1970: 0))
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2024-03-30", -1, "2024-02-29"),
    ("2026-11-02", 0, "2026-11-02"), ("2026-11-30", 15, "2028-02-29"), ("2026-01-15", -1, "2025-12-15"),
    ("0001-01-01", -1, "0001-01-01"), ("9999-12-01", 1, "9999-12-31"), ("2026-01-01", .max, "9999-12-31"),
    ("2026-01-01", .min, "0001-01-01"),
  ])
  func addsMonths(_ text: String, _ months: Int, _ expected: String) throws {
    #expect(try #require(CivilDay(text)).adding(months: months).description == expected)
  }

  @Test func staysWithinTheYearsThatADateCanSay() {
    #expect((CivilDay(daysSince1970: 2_932_896) + 1).description == "9999-12-31")
    #expect((CivilDay(daysSince1970: -719_162) + -1).description == "0001-01-01")
    #expect((CivilDay(daysSince1970: 1) + .max).description == "9999-12-31")
    #expect((CivilDay(daysSince1970: -1) + .min).description == "0001-01-01")
  }

  @Test(arguments: ["2026-11", "2026", "--11-02", "", "2026-02-29", "soon"])
  func readsCompleteDatesAlone(_ text: String) { #expect(CivilDay(text) == nil) }
}
