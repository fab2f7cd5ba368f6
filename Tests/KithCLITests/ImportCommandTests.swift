import Foundation
import Testing

/// `kith import`, run as a person would.
@Suite struct ImportCommandTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    try kith.write(
      "ada.vcf",
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:ada-1
      FN:Ada Lovelace
      N:Lovelace;Ada;;;
      EMAIL:ada@example.com
      ORG:Analytical Engines
      TITLE:Engineer
      END:VCARD
      """)
    _ = try kith.run("kith me 'Sam Rivera'; kith met 'Grace Hopper'; kith met 'Alan Turing'; kith import ada.vcf")
    try body(kith)
  }

  @Test func theSameFileTwiceChangesNothing() throws {
    try withKith { kith in
      let entries = try kith.run("kith history --format json").output
      let again = try kith.run("kith import ada.vcf")
      #expect(again.output == "imported ada.vcf as vcard: 0 changed, 1 unchanged (known 1 by UID)\n")
      #expect(try kith.run("kith history --format json").output == entries)
    }
  }

  @Test func aDryRunSaysWhoAndWhatAndByWhichKey() throws {
    try withKith { kith in
      let before = try kith.run("kith export jsonl").output
      let result = try kith.run(
        """
        sed 's/Engineer/CTO/; s/ada-1/x/; s/END/TEL:+44 20 7946 0001\\nEND/' ada.vcf > new.vcf
        printf 'BEGIN:VCARD\\nVERSION:3.0\\nFN:Mary Somerville\\nN:Somerville;Mary;;;\\nEND:VCARD\\n' >> new.vcf
        kith import new.vcf --dry-run
        """)
      #expect(
        result.output == """
          changed    Ada Lovelace (known by e-mail address): phone numbers, foreign UIDs, now CTO at Analytical Engines, \
          no longer Engineer
          new        Mary Somerville
          dry run: imported new.vcf as vcard: new: 1 person; 1 changed (known 1 by e-mail address); 1 relation; 1 job ended

          """)
      #expect(try kith.run("kith export jsonl").output == before)
      _ = try kith.run("kith import new.vcf")
      #expect(try kith.run("kith show 'Ada Lovelace'").output.contains("CTO"))
      _ = try kith.run("kith undo")
      #expect(try kith.run("kith export jsonl").output == before)
    }
  }

  @Test func aDryRunFitsTheScreenUnlessExplained() throws {
    try withKith { kith in
      let cards = (1...50).map { "BEGIN:VCARD\nVERSION:3.0\nFN:Person Nr\($0)\nN:Nr\($0);Person;;;\nEND:VCARD\n" }
      try kith.write("many.vcf", cards.joined())
      let result = try kith.run("kith import many.vcf --dry-run").output
      #expect(result.split(separator: "\n").count == 22)
      #expect(result.contains("and 30 more; --explain shows all\n"))
      #expect(try kith.run("kith import many.vcf --dry-run --explain").output.split(separator: "\n").count == 51)
    }
  }

  @Test func anExplanationNamesTheRecord() throws {
    try withKith { kith in
      let result = try kith.run("sed 's/END/BDAY:1815-13-01\\nEND/' ada.vcf > odd.vcf; kith import odd.vcf --explain")
      #expect(result.output.contains("warning   Ada Lovelace, line 9: 'BDAY' is no date and was kept as it came\n"))
    }
  }

  @Test func strictRefusesWhatIsLeftOut() throws {
    try withKith { kith in
      let lines =
        #"{"record":"graph","schema":1}\n{"record":"entity","id":"x","kind":"robot","name":"R"}\n"#
        + #"{"record":"entity","id":"y","kind":"person","name":"Mary Somerville"}\n"#
      let result = try kith.run("printf '\(lines)' > g.jsonl; kith import g.jsonl --strict")
      #expect(result.status == 6)
      #expect(result.output.contains("kith: 1 record left out and 0 values lost; nothing was imported"))
      #expect(try !kith.run("kith list").output.contains("Somerville"))
      #expect(try kith.run("kith import g.jsonl").output.contains("new: 1 person; 1 skipped"))
    }
  }

  @Test func aFolderIsOneImport() throws {
    try withKith { kith in
      let result = try kith.run(
        """
        mkdir book; sed 's/Ada/Mary/; s/ada/mary/' ada.vcf > book/b.vcf; cp ada.vcf book/a.VCF
        echo junk > book/c.vcf; echo junk > book/.hidden.vcf; echo junk > book/notes.txt; kith import book
        """)
      #expect(
        result.output.hasPrefix(
          "imported book as vcard: new: 1 person; 0 changed, 1 unchanged (known 1 by UID); 1 relation; 1 skipped\n"))
      #expect(try kith.run("kith undo; kith list").output.contains("Mary") == false)
      let none = try kith.run("mkdir none; kith import none")
      #expect((none.status, none.output.contains("no file in 'none' ends in .vcf, .vcard")) == (1, true))
    }
  }

  /// Somebody who types or a program that is slow does not keep others from their graph.
  @Test func aPipeIsReadBeforeTheStoreIsLocked() throws {
    try withKith { kith in
      let result = try kith.run(
        """
        mkfifo pipe; kith import - < pipe > imported & importing=$!; exec 3>pipe
        cat ada.vcf >&3; kith met 'Mary Somerville' --at 'Somerville College'; sed 's/Ada/Eve/; s/ada/eve/' ada.vcf >&3
        exec 3>&-; wait $importing; cat imported
        """)
      #expect(result.output.contains("recorded Mary Somerville"))
      #expect(result.output.contains("imported stdin as vcard: new: 1 person"))
      #expect(try kith.run("ls /tmp | grep -c '^kith-......$'").output == "0\n", "what was spooled has no name")
    }
  }

  @Test func progressIsForTerminalsAlone() throws {
    try withKith { kith in
      let result = try kith.run("kith import ada.vcf")
      #expect(!result.output.contains("\u{1b}"))
    }
  }
}

extension BuiltKith {
  func write(_ name: String, _ text: String, executable: Bool = false) throws {
    let file = home.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path) }
  }
}
