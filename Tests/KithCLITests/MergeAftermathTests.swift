import Testing

/// What merging two people has to do with what was recorded before, and with files from then.
@Suite struct MergeAftermathTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera'; kith met 'Ada Lovelace'; kith met 'A. Lovelace'; kith relate 'Ada Lovelace' knows 'A. Lovelace'
      kith intro ask 'A. Lovelace' 'Ada Lovelace'; kith export jsonl --to before.jsonl
      """)
    try body(kith)
  }

  @Test func aFileFromBeforeTiesNobodyToThemselves() throws {
    try withKith { kith in
      let merged = try kith.run("kith merge 'Ada Lovelace' 'A. Lovelace' && kith export jsonl --to after.jsonl")
      #expect(merged.status == 0)
      _ = try kith.run("kith import before.jsonl; kith export jsonl --to again.jsonl")
      #expect(
        try kith.run("grep -c '\"relation\"' after.jsonl again.jsonl | cut -d: -f2 | uniq | wc -l").output == "1\n")
      #expect(try kith.run("grep -c '\"introduction\"' again.jsonl").output == "0\n")
      #expect(try kith.run("kith check").status == 0)
    }
  }

  @Test func nothingIsDueForAnIntroductionThatIsGone() throws {
    try withKith { kith in
      let before = try kith.run("kith list due:30d --format ids | wc -l").output
      #expect(before == "1\n")
      _ = try kith.run("kith merge 'Ada Lovelace' 'A. Lovelace'")
      #expect(try kith.run("kith list due:30d --format ids | wc -l").output == "0\n")
    }
  }

  @Test func peopleWithNothingInCommonAreMergedOnlyIfThatIsSaid() throws {
    try withKith { kith in
      _ = try kith.run("kith met 'Grace Hopper'")
      #expect(try kith.run("kith merge 'Ada Lovelace' 'Grace Hopper'").status == 64)
      #expect(try kith.run("kith merge 'Ada Lovelace' 'Grace Hopper' --dry-run").status == 0)
      #expect(try kith.run("kith merge 'Ada Lovelace' 'Grace Hopper' --yes").status == 0)
    }
  }

  @Test func youAreNotRemovedByTheWay() throws {
    try withKith { kith in
      let mine = try kith.run("kith rm 'Sam Rivera' --yes")
      #expect(mine.status == 1)
      #expect(try kith.run("kith rm 'not +nothing' --yes").status == 4)
      #expect(try kith.run("kith list --format ids | wc -l").output == "3\n")
    }
  }

  @Test func aCompanyOfSeveralWordsNeedsNoQuotes() throws {
    try withKith { kith in
      _ = try kith.run("kith met 'Emmy Noether' --at 'Göttingen Rings AG'")
      let who = try kith.run("kith who Göttingen Rings AG")
      #expect(who.output.contains("Emmy Noether"))
    }
  }
}
