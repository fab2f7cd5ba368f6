import Foundation
import Testing

/// `kith reject` proposes, records all of it as one, and takes all of it back.
@Suite struct RejectTests {
  private static let process = """
    kith me 'Sam Rivera'
    kith met 'Ada Lovelace' --at 'Analytical Engines' --via 'Mary Somerville' --on 2026-09-01
    kith apply 'Analytical Engines' 'Compiler engineer' --with ada:interviewer --with 'Grace Hopper:recruiter' \
      --with 'Charles Babbage:referrer' --with ada:hiringManager --on 2026-10-01
    """
  private static let reject = "kith reject 'Analytical Engines' --stage onsite --on 2026-11-02 --reason 'more depth'"

  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    let made = try kith.run("set -e; " + RejectTests.process)
    #expect(made.status == 0, "\(made.output)")
    try body(kith)
  }

  private func graph(_ kith: BuiltKith) throws -> String { try kith.run("kith export jsonl").output }

  private func lines(_ kith: BuiltKith, _ record: String) throws -> [Substring] {
    try graph(kith).split(separator: "\n").filter { $0.contains("\"\(record)\"") }
  }

  @Test func itIsRecordedAsOneAndTakenBackAsOne() throws {
    try withKith { kith in
      let before = try graph(kith)
      let done = try kith.run(RejectTests.reject + " --yes")
      #expect(done.status == 0)
      #expect(
        done.output == """
          Compiler engineer at Analytical Engines: rejected after onsite on 2026-11-02; 6 follow-ups, 1 interval of touch
          WHO                 WHAT                     DUE         WHY
          Ada Lovelace        thank                    2026-11-03  interviewer
                              ask for feedback         2026-11-05  hiring manager, asked before 1 other
                              keep in touch every 3mo  2027-02-02  interviewer
          Grace Hopper        thank                    2026-11-03  recruiter
          Charles Babbage     tell the news            2026-11-03  referrer
          Mary Somerville     tell the news            2026-11-03  introduced you to Ada Lovelace
          Analytical Engines  try again                2027-05-02

          """)
      #expect(try graph(kith) != before)
      #expect(try kith.run("kith check").status == 0)
      #expect(try kith.run("kith undo").status == 0)
      #expect(try graph(kith) == before)
    }
  }

  @Test func aRehearsalChangesNothing() throws {
    try withKith { kith in
      let before = try graph(kith)
      let rehearsed = try kith.run(RejectTests.reject + " --dry-run").output
      #expect(try graph(kith) == before)
      let done = try kith.run(RejectTests.reject + " --yes").output
      #expect(rehearsed == "dry run: " + done)
    }
  }

  @Test func withoutATerminalItSaysThatAllIsRecorded() throws {
    try withKith { kith in
      let done = try kith.run(RejectTests.reject).output
      #expect(
        done.hasSuffix(
          "no terminal to ask on: all of it is recorded; --only narrows it, --no-follow-ups leaves it out\n"))
    }
  }

  @Test(arguments: [
    ("--only thank,feedback", 3, 0), ("--only keep-in-touch", 0, 1), ("--only tryAgain --yes", 1, 0),
    ("--no-follow-ups", 0, 0), ("--yes", 6, 1),
  ])
  func itCanBeNarrowed(_ option: String, _ followUps: Int, _ intervals: Int) throws {
    try withKith { kith in
      let done = try kith.run(RejectTests.reject + " " + option)
      #expect(done.status == 0)
      #expect(try lines(kith, "followUp").count == followUps)
      #expect(try lines(kith, "keepInTouch").count == intervals)
    }
  }

  @Test(arguments: ["--only thx", "--only ''", "--only thank, --yes", "--only thank --no-follow-ups", "--format csv"])
  func misuseIsRefused(_ option: String) throws {
    try withKith { kith in
      let before = try graph(kith)
      let refused = try kith.run(RejectTests.reject + " " + option)
      #expect(refused.status == 64)
      #expect(try graph(kith) == before)
    }
  }

  @Test func whatIsClosedIsNotClosedAgain() throws {
    try withKith { kith in
      _ = try kith.run(RejectTests.reject)
      let before = try graph(kith)
      let again = try kith.run(RejectTests.reject)
      #expect(again.status == 4)
      #expect(
        again.output.hasPrefix(
          "kith: Compiler engineer at Analytical Engines is closed already: rejected 2026-11-02 after onsite\n"))
      #expect(try graph(kith) == before)
    }
  }

  @Test func afterReopeningNothingIsDoubled() throws {
    try withKith { kith in
      _ = try kith.run(RejectTests.reject)
      let before = try lines(kith, "followUp")
      _ = try kith.run("kith application edit compiler --reopen; " + RejectTests.reject)
      #expect(try lines(kith, "followUp") == before)
      #expect(try lines(kith, "keepInTouch").count == 1)
    }
  }

  @Test func aCompanyHasOneDayFromWhichToTryAgain() throws {
    try withKith { kith in
      _ = try kith.run(RejectTests.reject)
      _ = try kith.run("kith apply 'Analytical Engines' 'Test engineer' --on 2026-11-03")
      let before = try graph(kith)
      let later = try kith.run("kith reject 'Analytical Engines' --on 2026-11-20 --yes").output
      #expect(later.contains("try again  2027-05-20"))
      let again = try lines(kith, "followUp").filter { $0.contains("tryAgain") }
      #expect(again.count == 1)
      #expect(again.first?.contains("2027-05-20") == true)
      _ = try kith.run("kith undo")
      #expect(try graph(kith) == before)
    }
  }

  /// What is due is counted in days of the calendar: neither zone nor hour of the machine has a part in it.
  @Test func noZoneChangesADay() throws {
    var found = Set<String>()
    for (zone, now) in [
      ("UTC", "2026-11-23T12:00:00Z"), ("Pacific/Kiritimati", "2026-11-23T12:00:00Z"),
      ("America/Los_Angeles", "2026-11-23T00:30:00Z"), ("Europe/Berlin", "2026-11-22T23:30:00Z"),
      ("Asia/Kathmandu", "2026-11-23T23:59:59Z"),
    ] {
      try withKith { kith in
        found.insert(try kith.run(RejectTests.reject + " --yes", environment: ["TZ": zone, "KITH_NOW": now]).output)
        let dues = try lines(kith, "followUp").map { $0.replacing(/"created":"[^"]*"/, with: "") }
        found.insert(dues.joined(separator: "\n"))
      }
    }
    #expect(found.count == 2)
  }

  /// A month says no day to count from.
  @Test func anAnswerOfNoCertainDayCountsFromToday() throws {
    try withKith { kith in
      let done = try kith.run("kith reject 'Analytical Engines' --on 2026-11 --only feedback").output
      #expect(done.contains("ask for feedback  2026-11-26"), "\(done)")
    }
  }

  @Test func offersAndWithdrawalsFollowTheirRules() throws {
    try withKith { kith in
      let offer = try kith.run("kith offer 'Analytical Engines' --on 2026-11-02 --only thank").output
      #expect(offer.contains("offer after applied on 2026-11-02; 2 follow-ups\n"))
      _ = try kith.run("kith undo")
      let withdrawn = try kith.run("kith withdraw 'Analytical Engines' --on 2026-11-02 --only news --format json")
        .output
      #expect(withdrawn.contains("\"act\":\"tellNews\",\"due\":\"2026-11-03\",\"role\":\"referrer\""), "\(withdrawn)")
    }
  }

  @Test func namesNeverSteerTheTerminal() throws {
    try withKith { kith in
      let card = "BEGIN:VCARD\\nVERSION:3.0\\nFN:Eve\\033]0;p\\007\\302\\233X\\nN:X;Eve;;;\\nEND:VCARD\\n"
      _ = try kith.run("printf '\(card)' > e.vcf; kith import e.vcf")
      _ = try kith.run("kith apply 'Difference Engines' Loom --with eve:interviewer --on 2026-10-01")
      let result = try kith.run("kith reject 'Difference Engines' --on 2026-11-02")
      #expect(result.status == 0 && result.output.contains("Eve"))
      let control = result.output.unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || (0x7f..<0xa0).contains($0.value))
      }
      #expect(control.isEmpty)
    }
  }

  // MARK: On a terminal

  private func onTerminal(_ kith: BuiltKith, _ command: String, answers: String) throws -> String {
    try kith.run("(sleep 1; printf '\(answers)'; sleep 1) | script -qec \"\(command)\" /dev/null").output
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: [
      ("y\\nn\\nall\\n", 5, 1), ("n\\ny\\nnone\\n", 1, 0), ("none\\n", 0, 0),
    ])
  func eachPersonIsAskedAbout(_ answers: String, _ followUps: Int, _ intervals: Int) throws {
    try withKith { kith in
      let shown = try onTerminal(kith, RejectTests.reject, answers: answers)
      #expect(
        shown.contains(
          "Ada Lovelace (hiring manager, asked before 1 other): thank by 2026-11-03, ask for feedback by 2026-11-05, "
            + "keep in touch every 3mo? [Y/n/all/none/quit]"), "\(shown)")
      #expect(try lines(kith, "followUp").count == followUps)
      #expect(try lines(kith, "keepInTouch").count == intervals)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func whoeverQuitsRecordsNothing() throws {
    try withKith { kith in
      let before = try graph(kith)
      let shown = try onTerminal(kith, RejectTests.reject, answers: "y\\nq\\n")
      #expect(shown.contains("stopped; nothing was recorded"))
      #expect(try graph(kith) == before)
    }
  }
}
