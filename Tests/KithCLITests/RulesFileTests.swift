import Foundation
import Testing

/// A user's own rules: where they are read, what they change, and what a slip in them says.
@Suite struct RulesFileTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("mkdir -p .config/kith; kith apply Acme Loom --with 'Ada Lovelace:interviewer' --on 2026-10-01")
    try body(kith)
  }

  private func write(_ rules: String, _ kith: BuiltKith, to file: String = ".config/kith/rules") throws {
    try rules.write(to: kith.home.appendingPathComponent(file), atomically: true, encoding: .utf8)
  }

  @Test func ownRulesStandInPlaceOfTheBuiltInOnes() throws {
    try withKith { kith in
      try write("weekend: none\non rejected: thank interviewer after 2 working days\n", kith)
      let done = try kith.run("kith reject acme --on 2026-11-06 --yes").output
      #expect(done.hasPrefix("Loom at Acme: rejected after applied on 2026-11-06; 1 follow-up\n"))
      #expect(done.contains("thank  2026-11-08"))
    }
  }

  @Test func theyAreWhereTheSettingsAre() throws {
    try withKith { kith in
      _ = try kith.run("mkdir -p settings/kith elsewhere")
      try write("on rejected: nothing\n", kith, to: "elsewhere/mine")
      _ = try kith.run("ln -s ../../elsewhere/mine settings/kith/rules")
      let folder = kith.home.appendingPathComponent("settings").path
      let done = try kith.run("kith reject acme --on 2026-11-06", environment: ["XDG_CONFIG_HOME": folder])
      #expect(done.output == "Loom at Acme: rejected after applied on 2026-11-06\n")
    }
  }

  @Test func aSlipIsPointedAtAndNothingIsRecorded() throws {
    try withKith { kith in
      try write("# mine\non rejected: thank intervewer after 1 working day\n", kith)
      let before = try kith.run("kith export jsonl").output
      for command in ["kith reject acme --on 2026-11-06", "kith rules"] {
        let result = try kith.run(command)
        #expect(result.status == 1)
        #expect(
          result.output.hasPrefix(
            "kith: '~/.config/kith/rules': line 2, column 20: 'intervewer' stands where somebody for 'thank' "
              + "(interviewer, recruiter, hiringManager, referrer, contact, introducer) was expected\n"),
          "\(result.output)")
      }
      #expect(try kith.run("kith export jsonl").output == before)
      #expect(try kith.run("kith rules --built-in").status == 0)
      #expect(try kith.run("kith reject acme --on 2026-11-06 --no-follow-ups").status == 0)
    }
  }

  @Test func whatIsPrintedCanBeStartedFrom() throws {
    try withKith { kith in
      let builtIn = try kith.run("kith rules --format json").output
      #expect(builtIn.hasPrefix("{\"schema\":1,\"weekend\":[\"sunday\",\"saturday\"],"), "\(builtIn)")
      // The shell has emptied the file by the time that kith reads it.
      #expect(try kith.run("kith rules > .config/kith/rules").output.isEmpty)
      let own = try kith.run("kith rules --format json").output
      #expect(own == builtIn.replacing("{\"schema\":1,", with: "{\"schema\":1,\"file\":\"~/.config/kith/rules\","))
      _ = try kith.run("kith rules > twice; cp twice .config/kith/rules")
      #expect(try kith.run("kith rules --format json").output == own)
    }
  }

  @Test(arguments: ["head -c 2000000 /dev/zero > rules", "mkdir rules", "ln -s nowhere rules"])
  func whatIsNoFileOfRulesIsRefused(_ making: String) throws {
    try withKith { kith in
      _ = try kith.run("cd .config/kith; " + making)
      let result = try kith.run("kith reject acme --on 2026-11-06")
      #expect(result.status == 1)
      #expect(result.output.contains("'~/.config/kith/rules'"), "\(result.output)")
    }
  }

  @Test func wordsOfAFileNeverSteerTheTerminal() throws {
    try withKith { kith in
      try write("\u{1b}]0;p\u{7}\u{9b} is no rule", kith)
      let output = try kith.run("kith rules").output
      #expect(!output.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7f..<0xa0).contains($0.value)) })
    }
  }
}
