import Testing

/// `kith path` and `kith overlaps` as a person uses them, through the program itself.
struct PathCommandTests {
  private static func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    let made = try kith.run(
      """
      set -e
      kith me "Jo Doe"
      kith met "Ada Lovelace" --at Initech --event "SwiftConf 2026" --on 2026-11-02
      kith log call ada "compilers" --on 2026-11-10
      kith person add "Grace Hopper" --at Initech --title CTO
      kith relate ada colleagueOf grace --since 2019 --until 2021
      kith person add "Charles Babbage" --at "Difference Engines"
      kith relate grace knows charles
      """)
    #expect(made.status == 0, "\(made.output)")
    try body(kith)
  }

  @Test func everyStepHasItsEvidence() throws {
    try Self.withKith { kith in
      let found = try kith.run("kith path grace")
      #expect(found.status == 0)
      #expect(
        found.output == """
          1  you → Ada Lovelace → Grace Hopper
               you, Ada Lovelace: met at SwiftConf 2026 on 2026-11-02; 2 contacts, last 2026-11-10
               Ada Lovelace, Grace Hopper: colleagues 2019 to 2021; both at Initech
          kith intro ask "Ada Lovelace" "Grace Hopper" records that you asked

          """)
      #expect(try kith.run("kith path grace 2>/dev/null").output.contains("intro ask") == false, "stdout is data")
      #expect(try kith.run("kith path @'Difference Engines'").output.contains("Charles Babbage, at Difference Engines"))
    }
  }

  @Test func programsGetItToo() throws {
    try Self.withKith { kith in
      let json = try kith.run(
        "kith path charles --format json | python3 -c 'import json,sys; d=json.load(sys.stdin);"
          + " print(d[\"schema\"], [[p[\"name\"] for p in c[\"people\"]] for c in d[\"chains\"]],"
          + " d[\"chains\"][0][\"ties\"][1][\"evidence\"][0], d[\"chains\"][0][\"connectors\"][0][\"introductions\"])'")
      #expect(
        json.output
          == "1 [['Jo Doe', 'Ada Lovelace', 'Grace Hopper', 'Charles Babbage']] colleagues 2019 to 2021 0\n")
      #expect(try kith.run("kith path grace --format ids").output.split(separator: " ").count == 3)
      #expect(try kith.run("kith path grace --format csv").output.hasPrefix("chain,strength,step,from,to,evidence"))
    }
  }

  @Test func whereNoChainLeadsItSaysWhatWouldHelp() throws {
    try Self.withKith { kith in
      let short = try kith.run("kith path charles --max 2")
      #expect(short.status == 4)
      #expect(short.output.contains("no chain of 2 steps or fewer leads to Charles Babbage\nhint: --max 3 finds one"))
      _ = try kith.run("kith person add 'Luigi Menabrea'; kith log call luigi hello; kith company add Olivetti")
      let touched = try kith.run("kith path luigi")
      #expect(touched.status == 4)
      #expect(touched.output.contains("you were in touch with them 1 time, last 2026-11-23: kith relate me met"))
      let nobody = try kith.run("kith path @olivetti")
      #expect(nobody.status == 4)
      #expect(nobody.output.contains("nobody is known to be or to have been at Olivetti"))
    }
  }

  @Test func namesThatLeadNowhereAreSaid() throws {
    try Self.withKith { kith in
      #expect(try kith.run("kith path nobody").status == 4)
      let me = try kith.run("kith path me")
      #expect(me.status == 1 && me.output.contains("the same person"))
      #expect(try kith.run("kith path grace --from nobody").status == 4)
      #expect(try kith.run("kith path grace --max 0").status == 64)
      #expect(try kith.run("kith path grace --max 11").status == 64)
      let event = try kith.run("kith path 'SwiftConf 2026'")
      #expect(event.status == 4 && event.output.contains("SwiftConf 2026 is an event"))
      _ = try kith.run("kith person add 'Ada King'")
      #expect(try kith.run("kith path ada").status == 3)
    }
  }

  @Test func whoIsNotToBeAskedIsPassedBy() throws {
    try Self.withKith { kith in
      #expect(try kith.run("kith person edit ada --do-not-ask yes").output == "Ada Lovelace: changed\n")
      #expect(try kith.run("kith path grace").status == 4)
      #expect(try kith.run("kith path ada").status == 0, "they may be the target")
      #expect(try kith.run("kith show ada").output.contains("not to be asked for any"))
      #expect(try kith.run("kith brief ada").output.contains("not for introductions"))
      for format in ["vcard", "csv", "jcard", "jscontact", "xcard"] {
        let card = try kith.run("kith export \(format) ada 2>/dev/null").output
        #expect(!card.lowercased().contains("ask"), "\(format) has no place for it")
      }
      #expect(try kith.run("kith export vcard ada").output.contains("whom not to ask for introductions stays home"))
      for format in ["jsonl", "xml"] {
        let home = "KITH_STORE=~/\(format).sqlite"
        let copied = try kith.run(
          "kith export \(format) --to all.\(format) && HOME=$PWD && \(home) kith import all.\(format) && \(home) kith path grace"
        )
        #expect(copied.status == 4, "\(format) brings it back: \(copied.output)")
      }
      #expect(try kith.run("kith person edit ada --do-not-ask no").status == 0)
      #expect(try kith.run("kith path grace").status == 0)
    }
  }

  @Test func overlapsAreSuggestedAndNotWritten() throws {
    try Self.withKith { kith in
      _ = try kith.run(
        """
        kith relate me worksFor initech --since 2020; kith person add "Mary Somerville"
        kith relate mary worksFor initech --since 2018 --title VP
        """)
      let before = try kith.run("kith export jsonl").output
      let found = try kith.run("kith overlaps")
      #expect(found.status == 0)
      #expect(found.output.contains("Mary Somerville  both at Initech since 2020"))
      #expect(found.output.contains("you: works there, since 2020, Mary Somerville: VP, since 2018"))
      #expect(!found.output.contains("Ada Lovelace"), "whom you know is not suggested")
      #expect(try kith.run("kith export jsonl").output == before)
      #expect(try kith.run("kith overlaps --format json | python3 -m json.tool").status == 0)
      #expect(try kith.run("kith overlaps charles").output.contains("nobody else is known to have been where"))
      #expect(try kith.run("kith overlaps --limit 0").status == 64)
    }
  }

  @Test func withoutYouSomebodyElseBegins() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("kith person add 'Ada Lovelace'; kith person add 'Grace Hopper'; kith relate ada knows grace")
    let unknown = try kith.run("kith path ada")
    #expect(unknown.status == 4 && unknown.output.contains("nobody has said who you are"))
    #expect(try kith.run("kith overlaps").status == 4)
    #expect(try kith.run("kith path grace --from ada").output.hasPrefix("1  Ada Lovelace → Grace Hopper\n"))
  }
}
