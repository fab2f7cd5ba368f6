import Foundation
import Testing

/// What a tired person or a bad file may do to the command, and what must come of it.
@Suite struct HostileUseTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("kith me 'Sam Rivera'; kith met 'Ada Lovelace' --at 'Analytical Engines' --email ada@example.com")
    try body(kith)
  }

  @Test(arguments: ["", ".lock", "-journal"])
  func anExportNeverReplacesTheStore(_ suffix: String) throws {
    try withKith { kith in
      let result = try kith.run("kith export vcard --to .local/share/kith/../kith/kith.sqlite\(suffix)")
      #expect(result.status == 64)
      #expect(try kith.run("kith check").status == 0)
    }
  }

  /// Name parts that an address book told are not given up for a guess at them.
  @Test func tellingMoreOfMeKeepsMyNameParts() throws {
    try withKith { kith in
      let card = "BEGIN:VCARD\\nVERSION:3.0\\nFN:Grace Brewster Hopper\\nN:Brewster Hopper;Grace;;Dr;\\nEND:VCARD\\n"
      _ = try kith.run(
        "printf '\(card)' > g.vcf; kith import g.vcf --store g.sqlite; kith me 'Grace Brewster Hopper' --store g.sqlite"
      )
      _ = try kith.run("kith me --email grace@example.com --store g.sqlite")
      let graph = try kith.run("kith export jsonl --store g.sqlite").output
      #expect(graph.contains("\"family\":[\"Brewster Hopper\"]"))
      #expect(graph.contains("grace@example.com"))
    }
  }

  @Test func strictWritesNothingToStdoutEither() throws {
    try withKith { kith in
      let result = try kith.run("kith export vcard --strict 2> words > cards; echo $?; wc -c < cards")
      #expect(result.output == "6\n0\n")
    }
  }

  @Test func pipesAreWrittenAsTheyAre() throws {
    try withKith { kith in
      let result = try kith.run(
        "mkfifo p; cat p > got & kith export vcard --to p > /dev/null 2>&1; wait; head -1 got; test -p p")
      #expect(result.output == "BEGIN:VCARD\n")
      #expect(result.status == 0)
    }
  }

  @Test func aLinkIsFollowedAndTheModeKept() throws {
    try withKith { kith in
      let result = try kith.run(
        """
        touch real.vcf; chmod 644 real.vcf; ln -s real.vcf link.vcf; kith export vcard --to link.vcf > /dev/null 2>&1
        test -L link.vcf && head -1 real.vcf && stat -c %a real.vcf
        """)
      #expect(result.output == "BEGIN:VCARD\n644\n")
    }
  }

  @Test func aClosedStreamIsNotTheNextFile() throws {
    try withKith { kith in
      let size = try kith.run("kith export jsonl >&-; wc -c < .local/share/kith/kith.sqlite.lock").output
      #expect(size == "kith: cannot write stdout: Bad file descriptor\n0\n", "a lost answer is an error")
    }
  }

  @Test func specialNamesAreFiles() throws {
    try withKith { kith in
      let result = try kith.run(
        "kith met 'Grace Hopper' --store :memory: > /dev/null; kith list --store :memory: --format csv")
      #expect(result.output.contains("Grace Hopper"))
    }
  }

  @Test func aLinkToTheStoreSharesItsLock() throws {
    try withKith { kith in
      let result = try kith.run("ln -s .local/share/kith/kith.sqlite l; kith met 'Grace Hopper' --store l; ls")
      #expect(!result.output.contains("l.lock"))
      #expect(try kith.run("kith list").output.contains("Grace Hopper"))
    }
  }

  @Test func meIsNeverPartOfAName() throws {
    try withKith { kith in
      _ = try kith.run("kith met 'Luigi Menabrea'")
      #expect(try kith.run("kith log call me hi").output.contains("Sam Rivera"))
      #expect(try kith.run("kith person rm me").output.contains("Sam Rivera"))
    }
  }

  /// A switchboard's number: four times the people may take little more than four times as long.
  @Test func aSharedNumberCostsLinearTime() throws {
    try withKith { kith in
      let rows =
        "python3 -c \"print('name,phone'); [print('Person Nr%d,+4912345678' % i) for i in range(8000)]\" > s.csv"
      let clock = ContinuousClock()
      let time = try clock.measure { _ = try kith.run(rows + "; kith import s.csv --store s.sqlite") }
      #expect(time < .seconds(90))
      #expect(try kith.run("kith list --store s.sqlite --format ids | wc -l").output == "8000\n")
    }
  }

  @Test(arguments: [
    "kith list --format \"$B\"", "kith met X --email \"$B\"", "kith list --store \"$B\"", "kith list \"kind:$B\"",
    "kith \"$B\"", "kith export vcard --option \"version=$B\"", "KITH_NOW=\"$B\" kith list", "kith undo -- \"$B\"",
  ])
  func wordsForPeopleNeverSteerTheTerminal(_ command: String) throws {
    try withKith { kith in
      let result = try kith.run(command, environment: ["B": "\u{1b}]0;p\u{7}\u{9b}\u{202e}X"])
      #expect(result.status != 0)
      let control = result.output.unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || (0x7f..<0xa0).contains($0.value))
      }
      #expect(control.isEmpty)
      #expect(!result.output.contains("\u{202e}"))
    }
  }

  @Test func aDayToComeIsRefused() throws {
    try withKith { kith in
      #expect(try kith.run("kith met 'Grace Hopper' --on 2027-01-01").status == 64)
      _ = try kith.run("kith apply 'Analytical Engines' Engineer --on 2026-10-01")
      #expect(try kith.run("kith reject 'Analytical Engines' --on 2026-09-01").output.contains("before you applied"))
    }
  }
}
