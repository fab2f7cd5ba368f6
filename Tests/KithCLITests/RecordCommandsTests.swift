import Testing

/// The built command, as a person runs it.
struct RecordCommandsTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    try body(kith)
  }

  @Test func recordsLiveAndDie() throws {
    try withKith { kith in
      #expect(try kith.run("kith show grace").status == 4)
      #expect(
        try kith.run("kith person add 'Grace Hopper' --at 'Analytical Engines' --title Engineer").output
          == "recorded Grace Hopper, Engineer at Analytical Engines; new company Analytical Engines\n")
      #expect(try kith.run("kith person add 'grace hopper'").status == 3)
      #expect(
        try kith.run("kith person edit grace --left=2026-11-01").output
          == "Grace Hopper: left Analytical Engines on 2026-11-01\n")
      #expect(try kith.run("kith person edit grace --left").status == 4)
      let card = try kith.run("kith person show grace").output
      #expect(card.contains("worked for  Analytical Engines, Engineer, until 2026-11-01"))
      #expect(try kith.run("kith company show grace").status == 4)
      let refused = try kith.run("kith person rm grace")
      #expect(refused.status == 64)
      #expect(refused.output.contains("hint: --yes does it"))
      #expect(
        try kith.run("kith person rm grace --yes").output
          == "removed Grace Hopper with 1 relation\n")
      #expect(try kith.run("kith undo").status == 0)
      #expect(try kith.run("kith show grace").output == card)
    }
  }

  @Test func editorEditsInAShell() throws {
    try withKith { kith in
      _ = try kith.run("kith person add 'Grace Hopper'")
      let editor = ["EDITOR": "sed -i '$aTag: navy'", "TMPDIR": kith.home.path]
      #expect(
        try kith.run("kith person edit grace --dry-run", environment: editor).output
          == "dry run: Grace Hopper: changed\n")
      #expect(try kith.run("kith person edit grace", environment: editor).output == "Grace Hopper: changed\n")
      #expect(try kith.run("kith show grace").output.contains("tags      navy"))
      #expect(
        try kith.run("kith person edit grace", environment: ["EDITOR": "true", "TMPDIR": kith.home.path]).output
          == "Grace Hopper: nothing changed\n")
      #expect(try kith.run("kith person edit grace").status == 64)
      #expect(try kith.run("ls -d kith-*").status != 0)
    }
  }

  @Test func rehearsalsAndMistakesChangeNothing() throws {
    try withKith { kith in
      _ = try kith.run("kith person add 'Grace Hopper'")
      #expect(try kith.run("kith org add Navy --dry-run").output == "dry run: recorded the organization Navy\n")
      #expect(try kith.run("kith org list").output == "no organizations are recorded\n")
      #expect(try kith.run("kith relate grace worksfro navy").status == 64)
      #expect(try kith.run("kith relate grace worksFor nobody").status == 4)
      #expect(try kith.run("kith person list --unknown").status == 64)
      #expect(try kith.run("kith event add x --from 2026-11-02 --to 2026-11-01").status == 64)
    }
  }

  @Test(arguments: ["person", "company", "org", "event", "application"])
  func everyHelpHasAnExample(_ noun: String) throws {
    try withKith { kith in
      for verb in ["add", "show", "list", "edit", "rm"] {
        let help = try kith.run("kith \(noun) \(verb) --help")
        #expect(help.status == 0)
        #expect(help.output.contains("Example"))
        #expect(help.output.contains("\n  kith \(noun) \(verb)"))
      }
    }
  }
}
