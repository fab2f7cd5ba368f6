import KithCore
import KithStore
import Testing

@testable import KithCLI

struct LessonsTests {
  @Test(arguments: [
    ("1y", "2025-11-23"), ("3mo", "2026-08-23"), ("2w", "2026-11-09"), ("10d", "2026-11-13"), ("2026", "2026-01-01"),
    ("2026-02", "2026-02-01"), ("2026-11-02", "2026-11-02"), ("yesterday", "2026-11-22"),
  ])
  func sinceIsADay(_ text: String, _ day: String) throws {
    try RecordsFixture.run { _ in #expect(SinceArgument(argument: text)?.day == CivilDay(day)) }
  }

  @Test(arguments: ["", "soon", "--04-12", "3", "99999999999999999999y"])
  func otherWordsAreNoDay(_ text: String) throws {
    try RecordsFixture.run { _ in #expect(SinceArgument(argument: text) == nil) }
  }

  @Test func themesBringSourcesTogether() throws {
    try FeedbackTests.run { fixture in
      _ = try FeedbackTests.step(fixture, .received, "grace", "fewer words", theme: "Depth")
      _ = try FeedbackTests.step(fixture, .received, "grace", "talk", theme: "communication", on: "2026-11-10")
      _ = try FeedbackTests.step(fixture, .received, "ada", "say it aloud", theme: "Communication")
      _ = try FeedbackTests.step(fixture, .acted, "ada", "two mock interviews")
      _ = try FeedbackTests.step(fixture, .asked, "ada", theme: "other")
      let lessons = try fixture.read { try Lessons($0, since: nil) }
      #expect(lessons.rejections == 1)
      #expect(lessons.themes.map(\.name) == ["communication", "Depth", nil])
      #expect(
        lessons.themes.map { $0.sources.map(\.text) } == [
          ["say it aloud", "talk"], ["fewer words"], ["more systems depth"],
        ])
      let first = lessons.themes[0].sources[0]
      #expect(first.giver?.name == "Ada Lovelace" && first.company?.name == "Analytical Engines")
      #expect(first.stage == "onsite" && first.steps.map(\.kind) == [.received, .acted])
      #expect(lessons.themes[2].sources[0].giver == nil)
    }
  }

  @Test func whatIsOlderIsLeftOut() throws {
    try FeedbackTests.run { fixture in
      _ = try FeedbackTests.step(fixture, .received, "ada", "old", on: "2025-12-31")
      _ = try FeedbackTests.step(fixture, .received, "grace", "some time", on: "2026")
      let lessons = try fixture.read { try Lessons($0, since: CivilDay("2026-11-03")) }
      #expect(lessons.rejections == 0)
      #expect(lessons.themes.flatMap(\.sources).map(\.text) == ["some time"])
    }
  }

  @Test func tableAndJSON() throws {
    try FeedbackTests.run { fixture in
      _ = try FeedbackTests.step(fixture, .received, "ada", "say it\naloud", theme: "communication")
      _ = try FeedbackTests.step(fixture, .acted, "ada", "two mock interviews", on: "2026-11-21")
      let lessons = try fixture.read { try Lessons($0, since: nil) }
      let (table, json) = (OutputSink.inMemory(), OutputSink.inMemory())
      try LessonsOutput.writeTable(lessons, .none, table)
      let row =
        "communication (1)  say it aloud        Ada Lovelace      Analytical Engines, after onsite  2026-11-20  "
        + "acted on 2026-11-21: two mock interviews"
      #expect(table.string.contains(row))
      try LessonsOutput.writeJSON(lessons, since: CivilDay("2026-01-01"), json)
      #expect(
        json.string.hasPrefix(#"{"schema":1,"since":"2026-01-01","rejections":1,"themes":[{"theme":"communication""#))
      #expect(json.string.contains(#""text":"say it\naloud","steps":[{"step":"received","date":"2026-11-20"}"#))
    }
  }
}
