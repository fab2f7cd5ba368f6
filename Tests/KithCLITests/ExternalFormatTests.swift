import Foundation
import Testing

/// Formats that are programs on the path.
@Suite struct ExternalFormatTests {
  private static let description = #"""
    {"protocol":1,"summary":"for tests","specification":"none","mediaType":"text/x-test","extensions":["t"],
    "verbs":["export","import"],"options":[{"name":"mode","summary":"how","choices":["plain","odd one; $(id)"]}],
    "coverage":{"kinds":["person"],"fields":["emails"]}}
    """#

  /// A kith on whose path the program `kith-format-test` does `body` in `sh`, when it is not asked to describe itself.
  private func withFormat(
    _ body: String, describing description: String = ExternalFormatTests.description, _ test: (BuiltKith) throws -> Void
  ) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    try kith.write(
      "bin/kith-format-test",
      "#!/bin/sh\nif [ $1 = describe ]; then cat <<'END'\n\(description)\nEND\nexit; fi\n\(body)\n", executable: true)
    _ = try kith.run(
      "kith me 'Sam Rivera'; kith met 'Ada Lovelace' --email ada@example.com --note secret; echo data > in.t")
    try test(kith)
  }

  private func run(_ kith: BuiltKith, _ command: String, _ extra: [String: String] = [:]) throws -> BuiltKith.Result {
    try kith.run("PATH=$HOME/bin:$PATH; " + command, environment: extra)
  }

  // MARK: Well-behaved programs

  @Test func aProgramWritesWhatItIsHanded() throws {
    try withFormat("cat") { kith in
      let result = try run(kith, "kith export test 2>words; cat words")
      #expect(result.status == 0)
      #expect(result.output.contains(#"{"record":"graph","schema":1}"#))
      #expect(result.output.contains("ada@example.com"))
      #expect(!result.output.contains("secret"), "private data stays home")
      #expect(result.output.contains("test: notes have no place") || result.output.contains("test: notes stay home"))
      #expect(try run(kith, "kith export test --include notes").output.contains("secret"))
    }
  }

  @Test func optionsComeAsArgumentsAndNoShellSeesThem() throws {
    try withFormat(#"printf '%s|' "$@""#) { kith in
      #expect(try run(kith, "kith export test 2>/dev/null").output == "export|mode=plain|")
      #expect(
        try run(kith, "kith export test --option 'mode=odd one; $(id)' 2>/dev/null").output
          == "export|mode=odd one; $(id)|")
      let wrong = try run(kith, "kith export test --option mode=x")
      #expect((wrong.status, wrong.output.contains("it takes plain, odd one")) == (64, true))
    }
  }

  @Test func itsEnvironmentIsShort() throws {
    try withFormat("env | cut -d= -f1 | sort | tr '\\n' ' '") { kith in
      let result = try run(kith, "kith export test 2>/dev/null", ["AWS_SECRET": "x", "KITH_STORE": "", "LANG": "C"])
      let names = Set(result.output.split(separator: " ").map(String.init)).subtracting(["PWD", "SHLVL", "_", "OLDPWD"])
      #expect(names == ["HOME", "KITH_NOW", "LANG", "LC_ALL", "PATH", "TZ"])
    }
  }

  @Test func aProgramIsRunOnlyWhenItIsNamed() throws {
    try withFormat("cat") { kith in
      try kith.write("bin/kith-format-spy", "#!/bin/sh\ntouch $HOME/was-run\n", executable: true)
      try kith.write("bin/kith-format-vcard", "#!/bin/sh\ntouch $HOME/was-run\n", executable: true)
      try kith.write("bin/kith-format-BAD", "#!/bin/sh\ntouch $HOME/was-run\n", executable: true)
      try kith.write("bin/kith-format-unready", "#!/bin/sh\ntouch $HOME/was-run\n")
      let list = try run(kith, "kith formats; kith import in.t; kith export vcard > /dev/null; kith export spi; ls")
      #expect(list.output.contains("kith-format-spy on the path"))
      #expect(!list.output.contains("kith-format-vcard"), "built-in formats win")
      #expect(!list.output.contains("BAD") && !list.output.contains("unready"))
      #expect(list.output.contains("did you mean 'spy'?"))
      #expect(!list.output.contains("was-run"))
      let relative = try kith.run("cd bin; PATH=.:$PATH; kith formats spy")
      #expect(relative.status == 64, "what lies in a relative folder of the path is not run")
    }
  }

  @Test func aDescriptionIsShown() throws {
    try withFormat("cat") { kith in
      let shown = try run(kith, "kith formats test").output
      #expect(shown.contains("kith        reads and writes it"))
      #expect(shown.contains("--option mode=plain|odd one; $(id)"))
      #expect(shown.contains("holds       people, e-mail addresses\n"))
    }
  }

  @Test func recordsAreTakenIn() throws {
    let lines = #"""
      [ "$(cat)" = data ] || exit 9
      echo '{"diagnostic":"loss","code":"colour","message":"colours are not read","line":7}' >&2
      echo '{"record":"entity","id":"person-1","kind":"person","name":"Mary Somerville"}'
      echo '{"record":"relation","subject":"person-1","type":"worksFor","object":{"name":"Analytical Engines","kind":"company"},"title":"Writer"}'
      """#
    try withFormat(lines) { kith in
      let result = try run(kith, "kith import --format test in.t")
      #expect(
        result.output == """
          imported in.t as test: new: 1 person, 1 company; 1 relation
          in.t: colours are not read (1, line 7)

          """)
      #expect(try run(kith, "kith import --format test - < in.t").output.hasPrefix("imported stdin as test: 0 changed"))
      #expect(try run(kith, "kith import --format test in.t --strict").status == 6)
    }
  }

  @Test func whatItSaysIsCountedOrPassedOnWithoutControlCharacters() throws {
    let words = #"""
      printf 'a\033[31mb\n' >&2
      echo '{"diagnostic":"loss","code":"x","message":"x is lost"}' >&2
      echo '{"diagnostic":"loss","code":"x","message":"x is lost","count":2}' >&2
      echo '{"diagnostic":"nonsense"}' >&2
      """#
    try withFormat(words) { kith in
      let result = try run(kith, "kith export test")
      #expect(result.output.contains("kith-format-test: a\u{fffd}[31mb\n"))
      #expect(result.output.contains("test: x is lost (3)\n"))
      #expect(result.output.contains(#"kith-format-test: {"diagnostic":"nonsense"}"#))
      #expect(!result.output.contains("\u{1b}"))
      #expect(try run(kith, "kith export test --strict").status == 6)
    }
  }

  // MARK: Others

  @Test(arguments: [
    ("exit 3", "kith-format-test ended with status 3"), ("kill -9 $$", "kith-format-test was ended by signal 9"),
    ("echo half; exit 1", "kith-format-test ended with status 1"),
  ])
  func aFailureLeavesNothingHalfWritten(_ body: String, _ words: String) throws {
    try withFormat(body) { kith in
      let out = try run(kith, "echo old > out.t; kith export test --to out.t; cat out.t; kith export test 2>/dev/null")
      #expect(out.output.contains(words + "; nothing was written"))
      #expect(out.output.hasSuffix("old\n"), "\(out.output)")
      let into = try run(kith, "kith import --format test in.t")
      #expect((into.status, into.output.contains(words + "; nothing was imported")) == (1, true))
    }
  }

  @Test(arguments: [
    ("not json", "line 2 of what kith-format-test wrote is no record: "),
    (#"{"record":"entity","kind":"robot","name":"R"}"#, "line 2 of what kith-format-test wrote is no record: kind"),
    (#"{"record":"entity","kind":"person""#, "line 2 of what kith-format-test wrote is no record: "),
  ])
  func whatIsNoRecordIsRefusedWithItsLine(_ line: String, _ words: String) throws {
    let good = #"{"record":"entity","id":"1","kind":"person","name":"Mary Somerville"}"#
    try withFormat("echo '\(good)'; echo '\(line)'") { kith in
      let result = try run(kith, "kith import --format test in.t; kith list")
      #expect(result.output.contains(words), "\(result.output)")
      #expect(!result.output.contains("Mary"))
    }
  }

  @Test func whatIsNotTheFormatIsSaidInItsWords() throws {
    try withFormat("echo 'line 1: expected a flower' >&2; exit 65") { kith in
      let result = try run(kith, "kith import --format test in.t")
      #expect(result.status == 1)
      #expect(result.output.hasPrefix("kith: in.t: line 1: expected a flower; nothing was imported\n"))
    }
  }

  /// Much on every stream at once, and nobody who reads the input: nothing waits for anything.
  @Test func muchOutputIsNoDeadlock() throws {
    let much = "head -c 30000000 /dev/zero | tr '\\0' 'x' | fold -w 1000; yes word | head -100000 >&2; echo end"
    try withFormat(much) { kith in
      let result = try run(kith, "kith export test 2>words | tail -c 4; wc -l < words")
      let lines = Int(result.output.dropFirst(4).dropLast()) ?? 0
      #expect(result.output.hasPrefix("end\n") && lines < 40, "\(result.output.suffix(200))")
      #expect(try kith.run("grep 'lines more' words").output == "kith-format-test: and 99980 lines more\n")
      let closed = try run(kith, "kith export test 2>/dev/null | head -c 5")
      #expect(closed.output == "xxxxx")
    }
  }

  @Test func aProgramThatLeavesAnotherBehindHoldsNobodyUp() throws {
    try withFormat("sleep 600 & echo $! > $HOME/left; echo done") { kith in
      let clock = ContinuousClock()
      var output = ""
      let time = try clock.measure { output = try run(kith, "kith export test 2>/dev/null").output }
      #expect(output == "done\n")
      #expect(time < .seconds(60))
      let state = try kith.run("sleep 0.2; ps -o stat= -p $(cat left)").output
      #expect(state.isEmpty || state.hasPrefix("Z"), "killed, if nobody has taken its status yet")
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func anInterruptedKithTakesTheProgramAlong(_ signal: String) throws {
    try withFormat("trap '' INT TERM HUP; echo $$ > $HOME/running; sleep 600; sleep 600") { kith in
      let result = try run(
        kith,
        """
        kith export test --to out.t & kith=$!; while ! [ -s running ]; do sleep 0.05; done
        kill -\(signal) $kith; wait $kith; while kill -0 $(cat running) 2>/dev/null; do sleep 0.05; done; ls
        """)
      #expect(!result.output.contains("out.t"))
    }
  }

  @Test(arguments: [
    ("", "does not describe itself: column "), ("{}", "expected 'verbs'"),
    (#"{"protocol":2,"verbs":["export"]}"#, "protocol 2 is not known; this kith speaks 1"),
    (
      #"{"verbs":["export"],"options":[{"name":"x"}]}"#,
      "an option needs a 'name' of a-z, 0-9 and hyphens and 'choices'"
    ),
    (#"{"verbs":["export"],"coverage":{"fields":["emial"]}}"#, "there is no field 'emial'"),
  ])
  func aDescriptionThatIsNoneIsSaid(_ description: String, _ words: String) throws {
    try withFormat("cat", describing: description) { kith in
      let result = try run(kith, "kith formats test")
      #expect((result.status, result.output.contains(words)) == (1, true), "\(result.output)")
    }
  }

  @Test func aFormatThatOnlyWritesIsNotAskedToRead() throws {
    try withFormat("exit 9", describing: #"{"verbs":["export"],"extensions":["t"]}"#) { kith in
      let result = try run(kith, "kith import --format test in.t")
      #expect((result.status, result.output.contains("the format 'test' is written, not read")) == (64, true))
    }
  }

  // MARK: The example

  static let hasPython =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    || FileManager.default.isExecutableFile(atPath: "/usr/local/bin/python3")

  @Test(.enabled(if: hasPython, "python3 is not installed"))
  func theExampleWritesWhatItReads() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    let result = try kith.run(
      """
      PATH=$HOME/Examples:$PATH; kith import Examples/phone.vcf > /dev/null 2>&1
      kith export ldif --include notes --to a.ldif 2>/dev/null
      kith import --format ldif a.ldif --store other.sqlite
      kith export ldif --include notes --store other.sqlite 2>/dev/null > b.ldif; diff a.ldif b.ldif && echo same
      """)
    #expect(result.output.contains("imported a.ldif as ldif: new: 1"), "\(result.output)")
    #expect(result.output.hasSuffix("same\n"), "\(result.output)")
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"))
  func theExampleReadsWhatThunderbirdWrites() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    try kith.write(
      "tb.ldif",
      """
      dn: cn=Ada Lovelace,mail=ada@example.com
      objectclass: top
      objectclass: mozillaAbPersonAlpha
      givenName: Ada
      sn: Lovelace
      cn:: QWRhIEzDtnZlbGFjZQ==
      mail: ada@example.com
      o: Analytical
        Engines
      title: CTO
      photo:< file:///etc/passwd

      dn: cn=Compilers
      objectclass: groupOfNames
      cn: Compilers
      member: cn=Ada Lovelace,mail=ada@example.com

      """)
    let result = try kith.run("PATH=$HOME/Examples:$PATH; kith import --format ldif tb.ldif; kith list +compilers")
    #expect(result.output.contains("new: 1 person, 1 company; 1 relation"))
    #expect(result.output.contains("a value that is kept in another file was not read (1, line 11)"))
    #expect(
      result.output.contains("Ada Lövelace  CTO at Analytical Engines") || result.output.contains("Analytical Engines"))
  }
}
