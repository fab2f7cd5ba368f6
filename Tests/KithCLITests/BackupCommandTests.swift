import Testing

/// Backup, restore and repair as a person does them.
@Suite struct BackupCommandTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("kith met 'Ada Lovelace' --at 'Analytical Engines'; kith backup b.sqlite")
    try body(kith)
  }

  @Test func aRestoreAsksForConsent() throws {
    try withKith { kith in
      _ = try kith.run("kith met 'Grace Hopper'")
      #expect(try kith.run("kith restore b.sqlite").status == 64)
      #expect(
        try kith.run("kith restore b.sqlite --dry-run; kith list grace --format ids | wc -l").output.hasSuffix("1\n"))
      let restored = try kith.run("kith restore b.sqlite --yes")
      #expect(restored.output.contains("restored 'b.sqlite': 3 records"))
      #expect(restored.output.contains("is kept as"))
      #expect(try kith.run("kith list grace 2>&1").status == 4)
    }
  }

  @Test func theStoreIsNoTarget() throws {
    try withKith { kith in
      let copied = try kith.run("kith backup .local/share/kith/kith.sqlite")
      #expect(copied.status == 64)
      #expect(try kith.run("kith restore .local/share/kith/kith.sqlite --yes").status == 64)
      #expect(try kith.run("kith check").status == 0)
    }
  }

  @Test func aNewHomeGetsItsStoreFromABackup() throws {
    try withKith { kith in
      let result = try kith.run(
        "HOME=$PWD/new kith restore b.sqlite --yes && HOME=$PWD/new kith list ada --format ids | wc -l")
      #expect(result.output.hasSuffix("1\n"))
      #expect(try kith.run("stat -c %a new/.local/share/kith new/.local/share/kith/kith.sqlite").output == "700\n600\n")
    }
  }

  @Test func whatAnotherHandChangedIsNamedAndMayBeAccepted() throws {
    try withKith { kith in
      _ = try kith.run("LC_ALL=C sed 's/Analytical Engines/Analytical Enginex/' b.sqlite > bad.sqlite")
      let check = try kith.run("kith check --store bad.sqlite")
      #expect(check.status == 1)
      #expect(check.output.contains("every row is as kith wrote it"))
      #expect(try kith.run("kith check --repair --store bad.sqlite").status == 1)
      #expect(try kith.run("kith check --repair --accept --store bad.sqlite").status == 0)
      #expect(try kith.run("kith check --store bad.sqlite").status == 0)
    }
  }
}
