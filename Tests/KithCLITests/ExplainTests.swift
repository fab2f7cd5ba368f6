import Testing

/// `--explain` on export: each record by its name, and what becomes of what the format cannot hold.
@Suite struct ExplainTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera'; kith met 'Ada Lovelace' --at 'Analytical Engines' --note secret --event 'SwiftConf 2026'
      kith apply 'Analytical Engines' Engineer
      """)
    try body(kith)
  }

  @Test func eachLossNamesItsRecord() throws {
    try withKith { kith in
      let said = try kith.run("kith export vcard --explain --to cards.vcf").output.split(separator: "\n").map(
        String.init)
      #expect(said.contains("withheld  Ada Lovelace: notes stay home (--include notes)"), "\(said)")
      #expect(said.contains("lost      Analytical Engines: companies are not part of this file and are left out"))
      #expect(said.contains("lost      Analytical Engines: applications have no place in this format and are left out"))
      #expect(said.contains { $0.hasPrefix("lost      Ada Lovelace: relations 'attended'") })
      #expect(said.last == "wrote 2 people to cards.vcf")
      #expect(!said.contains { $0.contains("secret") }, "what is withheld is not told either")
    }
  }

  @Test func explainingCountsAsManyAsCounting() throws {
    try withKith { kith in
      let counted = try kith.run("kith export vcard --strict 2>&1 | tail -2").output
      let explained = try kith.run("kith export vcard --strict --explain 2>&1 | tail -2").output
      #expect(counted == explained)
      #expect(counted.contains("nothing was written"))
    }
  }

  @Test func aNameThatSteersATerminalDoesNotHere() throws {
    try withKith { kith in
      _ = try kith.run(#"printf 'kind,name\ncompany,"E\033[31mvil"\n' > e.csv; kith import e.csv"#)
      let said = try kith.run("kith export vcard --explain > /dev/null; kith import e.csv --dry-run --explain").output
      #expect(said.contains("vil") && !said.contains("\u{1b}"), "\(said)")
    }
  }
}
