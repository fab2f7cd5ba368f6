import Testing

/// `kith intro` as a person uses it, through the program itself. 2026-11-23 is a Monday.
struct IntroductionCommandTests {
  private static func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    let made = try kith.run(
      """
      set -e
      kith me "Jo Doe"
      kith met "Ada Lovelace"
      kith person add "Grace Hopper" --at Initech
      kith relate ada knows grace
      kith apply Initech "Compiler engineer"
      """)
    #expect(made.status == 0, "\(made.output)")
    try body(kith)
  }

  private static func open(_ kith: BuiltKith) throws -> [String] {
    let script = """
      import json, sys
      names = {}
      for line in sys.stdin:
          r = json.loads(line)
          if r["record"] == "entity": names[r["id"]] = r["name"].split()[0]
          if r["record"] == "followUp" and r.get("state", "open") == "open":
              print(r["act"], names[r["entity"]], r.get("owedBy", "me"), r["due"], r["what"])
      """
    return try kith.run("kith export jsonl | python3 -c '\(script)'").output.split(separator: "\n").map(String.init)
  }

  @Test func anIntroductionGoesItsWay() throws {
    try Self.withKith { kith in
      let asked = try kith.run("kith intro ask ada grace --for initech --why 'her compilers'")
      #expect(
        asked.output.hasPrefix(
          "asked Ada Lovelace to introduce you to Grace Hopper on 2026-11-23; remind them by 2026-11-30 ["))
      #expect(try Self.open(kith) == ["followUp Ada me 2026-11-30 the introduction to Grace Hopper"])
      #expect(
        try kith.run("kith intro agreed ada").output.hasPrefix(
          "Ada Lovelace agreed to the introduction of you to Grace Hopper"))
      #expect(try Self.open(kith) == ["followUp Ada them 2026-11-30 the introduction to Grace Hopper"])
      #expect(try kith.run("kith intro agreed grace").status == 0)
      #expect(
        try kith.run("kith intro list").output.contains(
          "both agreed 2026-11-23  her compilers  Compiler engineer at Initech"))
      #expect(
        try kith.run("kith intro made ada").output
          == "Ada Lovelace introduced you to Grace Hopper on 2026-11-23; write to Grace Hopper by 2026-11-25\n")
      #expect(try Self.open(kith) == ["followUp Grace me 2026-11-25 Ada Lovelace introduced you"])
      #expect(
        try kith.run("kith intro met grace --note 'compilers and cobol'").output
          == "met Grace Hopper on 2026-11-23, introduced by Ada Lovelace; thank Ada Lovelace by 2026-11-24\n")
      #expect(try Self.open(kith) == ["thank Ada me 2026-11-24 for the introduction to Grace Hopper"])
      let grace = try kith.run("kith show grace").output
      #expect(grace.contains("met           2026-11-23, introduced by Ada Lovelace"))
      #expect(grace.contains("introduction  through Ada Lovelace, met 2026-11-23"))
      #expect(grace.contains("2026-11-23 meeting: compilers and cobol"))
      #expect(try kith.run("kith path grace").output.hasPrefix("1  you → Grace Hopper\n"))
      #expect(try kith.run("kith intro thanked ada").status == 0)
      #expect(try Self.open(kith) == [])
      #expect(try kith.run("kith intro list").output == "no introduction is open\n")
      #expect(try kith.run("kith intro list --all --format csv").output.contains("thanked 2026-11-23"))
      #expect(try kith.run("kith brief ada").output.contains("intro    to Grace Hopper, thanked 2026-11-23"))
      #expect(try kith.run("kith check").output.contains("1 introduction"))
    }
  }

  @Test func itIsNotMadeBeforeBothAgree() throws {
    try Self.withKith { kith in
      _ = try kith.run("kith intro ask ada grace")
      let neither = try kith.run("kith intro made ada")
      #expect(neither.status == 1)
      #expect(neither.output.contains("neither Ada Lovelace nor Grace Hopper has agreed to it as far as is recorded"))
      _ = try kith.run("kith intro agreed ada")
      let one = try kith.run("kith intro made ada")
      #expect(one.status == 1 && one.output.contains("Grace Hopper has not agreed to it"))
      for early in ["met grace", "thanked ada"] {
        let refused = try kith.run("kith intro \(early)")
        #expect(refused.status == 1 && refused.output.contains("not made yet"), "\(early)")
      }
      #expect(try kith.run("kith intro made ada --anyway").status == 0)
      #expect(try kith.run("kith intro agreed grace").status == 1, "too late to agree")
    }
  }

  @Test func aNoClosesWhatWasToBeDone() throws {
    for decliner in ["ada", "grace"] {
      try Self.withKith { kith in
        _ = try kith.run("kith intro ask ada grace; kith intro agreed ada")
        let declined = try kith.run("kith intro declined \(decliner) --note 'too busy'")
        #expect(
          declined.status == 0 && declined.output.hasSuffix("Ada Lovelace does not introduce you to Grace Hopper\n"))
        #expect(try Self.open(kith) == [])
        #expect(try kith.run("kith intro made ada --anyway").status == 1)
        #expect(try kith.run("kith intro ask ada grace").status == 0, "one may ask again")
      }
    }
  }

  @Test func whoIsNotToBeAskedIsNotAsked() throws {
    try Self.withKith { kith in
      _ = try kith.run("kith person edit ada --do-not-ask yes")
      let refused = try kith.run("kith intro ask ada grace")
      #expect(refused.status == 1 && refused.output.contains("marked as not to be asked"))
      #expect(try kith.run("kith intro ask ada grace --anyway").status == 0)
    }
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    try Self.withKith { kith in
      #expect(try kith.run("kith intro ask me grace").output.contains("'me' is you"))
      #expect(try kith.run("kith intro ask ada me").status == 1)
      #expect(try kith.run("kith intro ask ada ada").output.contains("cannot introduce you to themselves"))
      #expect(try kith.run("kith intro ask ada nobody").status == 4)
      #expect(try kith.run("kith intro agreed ada").status == 4)
      #expect(try kith.run("kith intro ask ada grace --on 2027-01-01").status == 64)
      _ = try kith.run("kith intro ask ada grace --on 2026-11-02")
      let again = try kith.run("kith intro ask ada grace")
      #expect(again.status == 1 && again.output.contains("already, on 2026-11-02"))
      _ = try kith.run("kith intro agreed ada")
      #expect(try kith.run("kith intro agreed ada").status == 1)
    }
  }

  @Test func ofSeveralOneIsNamed() throws {
    try Self.withKith { kith in
      _ = try kith.run("kith person add 'Mary Somerville'; kith intro ask ada grace; kith intro ask ada mary")
      let several = try kith.run("kith intro agreed ada")
      #expect(several.status == 3 && several.output.contains("Ada Lovelace to Mary Somerville, asked 2026-11-23 ["))
      #expect(try kith.run("kith intro agreed ada mary").status == 0)
      #expect(try kith.run("kith intro agreed ada").output.contains("you to Grace Hopper"))
      #expect(try kith.run("kith intro list ada --format ids").output.split(separator: "\n").count == 2)
    }
  }

  @Test func everyStepIsOneEntryThatCanBeTakenBack() throws {
    try Self.withKith { kith in
      var states = [try kith.run("kith export jsonl").output]
      let steps = ["ask ada grace", "agreed ada", "agreed grace", "made ada", "met grace", "thanked ada"]
      for step in steps {
        #expect(try kith.run("kith intro \(step) --dry-run").status == 0)
        #expect(try kith.run("kith export jsonl").output == states.last, "a rehearsal of \(step)")
        #expect(try kith.run("kith intro \(step)").status == 0, "\(step)")
        states.append(try kith.run("kith export jsonl").output)
      }
      for state in states.dropLast().reversed() {
        _ = try kith.run("kith undo")
        #expect(try kith.run("kith export jsonl").output == state)
      }
    }
  }

  @Test func hostileTextStaysOffTheTerminal() throws {
    try Self.withKith { kith in
      let text = #""$(printf 'evil\033[2Jtext\nline')""#
      for command in [
        "kith intro ask ada grace --why \(text)", "kith intro agreed ada --note \(text)", "kith intro list",
        "kith show ada", "kith brief grace", "kith intro list --format json", "kith intro list --format csv",
      ] {
        let output = try kith.run(command).output
        #expect(!output.utf8.contains(0x1b), "\(command)")
      }
    }
  }
}
