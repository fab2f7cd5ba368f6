import Foundation
import KithCore
import Testing

@testable import KithCLI

/// A folder with a file for each card.
@Suite struct SplitFolderTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera' --email sam@example.com; kith met 'Ada Lovelace' --email ada@example.com
      kith met 'Grace Hopper' --phone '+44 20 7946 0001'
      """)
    try body(kith)
  }

  private static let export = "kith export vcard --option split=yes --to book"

  private func words(_ result: BuiltKith.Result) -> String { String(result.output.split(separator: "\n").last ?? "") }

  @Test func onlyWhatChangedIsWrittenAgain() throws {
    try withKith { kith in
      #expect(words(try kith.run(SplitFolderTests.export)) == "wrote book: 3 new")
      let before = try kith.run("stat -c '%n %i %Y %y' book/*.vcf book/.kith-export.json").output
      #expect(words(try kith.run(SplitFolderTests.export, environment: later)) == "wrote book: 3 as before")
      #expect(try kith.run("stat -c '%n %i %Y %y' book/*.vcf book/.kith-export.json").output == before)
      _ = try kith.run("kith person edit 'Ada Lovelace' --phone 020-7946-0018; kith person rm 'Grace Hopper' --yes")
      #expect(
        words(try kith.run(SplitFolderTests.export, environment: later))
          == "wrote book: 2 changed, 1 removed", "Sam's card named Grace's")
      #expect(try kith.run("ls -A book | wc -l; grep -l 7946 book/*.vcf | wc -l").output == "3\n1\n")
      #expect(try kith.run("stat -c %a book book/*.vcf book/.kith-export.json | sort -u").output == "600\n700\n")
    }
  }

  private let later = ["KITH_NOW": "2026-12-24T12:00:00Z"]

  @Test func whatKithDidNotWriteIsNeverTouched() throws {
    try withKith { kith in
      _ = try kith.run(SplitFolderTests.export)
      let file = try kith.run("grep -l 'FN:Ada' book/*.vcf").output.replacing("\n", with: "")
      _ = try kith.run(
        "rm -r book; mkdir book; echo mine > \(file); echo other > book/other.vcf; ln -s other.vcf book/link.vcf")
      let result = try kith.run(SplitFolderTests.export)
      #expect(result.output.contains("a file that kith did not write has the name of a card and stays as it is (1)"))
      #expect(words(result) == "wrote book: 2 new")
      #expect(try kith.run("cat \(file) book/other.vcf book/link.vcf").output == "mine\nother\nother\n")
    }
  }

  @Test func aFileThatSomebodyChangedStaysUnlessToldOtherwise() throws {
    try withKith { kith in
      _ = try kith.run(SplitFolderTests.export)
      _ = try kith.run(
        """
        ada=$(grep -l FN:Ada book/*.vcf); sed -i 's/END:/NOTE:by hand\\n&/' $ada; echo "$ada" > name
        kith person edit 'Ada Lovelace' --phone 020-7946-0018
        """)
      let result = try kith.run(SplitFolderTests.export)
      #expect(result.output.contains("a file was changed since kith wrote it and stays as it is"))
      #expect(try kith.run("grep -c 'by hand' $(cat name)").output == "1\n")
      #expect(try kith.run("kith import book --dry-run").output.contains("Ada Lovelace (known by UID): notes"))
      _ = try kith.run("kith person rm 'Ada Lovelace' --yes")
      let gone = try kith.run(SplitFolderTests.export)
      #expect(gone.output.contains("stays, though its record is not in this export"))
      #expect(try kith.run("grep -c 'by hand' $(cat name)").output == "1\n")
    }
  }

  @Test func overwriteReplacesAFileOfKithsThatWasChanged() throws {
    try withKith { kith in
      _ = try kith.run(SplitFolderTests.export + "; for f in book/*.vcf; do echo junk > $f; done; echo x > book/x.vcf")
      #expect(words(try kith.run(SplitFolderTests.export + " --overwrite")) == "wrote book: 3 changed")
      #expect(try kith.run("cat book/x.vcf; grep -l junk book/*.vcf").output == "x\n")
    }
  }

  @Test func aManifestLeadsNowhereElse() throws {
    try withKith { kith in
      let digest = try kith.run("echo precious > precious.vcf; mkdir -p book/sub; echo s > book/sub/s.vcf; echo").status
      #expect(digest == 0)
      let known = ExportManifest.digest(Array("precious\n".utf8))
      try kith.write(
        "book/.kith-export.json",
        #"{"schema":1,"files":{"../precious.vcf":["\#(known)"],"sub/s.vcf":["\#(known)"],".":[]}}"#)
      #expect(words(try kith.run(SplitFolderTests.export)) == "wrote book: 3 new")
      #expect(try kith.run("cat precious.vcf book/sub/s.vcf").output == "precious\ns\n")
      try kith.write("book/.kith-export.json", "{")
      let broken = try kith.run(SplitFolderTests.export)
      #expect(broken.status == 1)
      #expect(broken.output.contains("'book/.kith-export.json' cannot be understood"))
    }
  }

  @Test func aFailedExportLeavesTheFolderAsItWas() throws {
    try withKith { kith in
      _ = try kith.run(SplitFolderTests.export)
      let before = try kith.run("cat book/* book/.kith-export.json; ls -A book").output
      _ = try kith.run("kith person edit 'Ada Lovelace' --phone 020-7946-0018")
      let strict = try kith.run("kith apply 'Analytical Engines' Engineer; \(SplitFolderTests.export) --strict")
      #expect(strict.status == 6)
      let full = try kith.run("ulimit -f 0; \(SplitFolderTests.export)")
      #expect(full.status == 1)
      #expect(try kith.run("cat book/* book/.kith-export.json; ls -A book").output == before)
    }
  }

  @Test func whatIsMissingIsSaid() throws {
    try withKith { kith in
      let none = try kith.run("kith export vcard --option split=yes")
      #expect((none.status, none.output.contains("it needs a folder")) == (64, true))
      let folder = try kith.run("mkdir book; kith export vcard --to book")
      #expect(folder.output.contains("--option split=yes writes a file for each card into it"))
      let file = try kith.run("echo > f; kith export vcard --option split=yes --to f")
      #expect((file.status, file.output.contains("cannot write 'f'")) == (1, true))
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", ".hidden", "a/b", "a\\b", "", "..", "CON", "com1.x", "a\u{0}b", "ü", "x ", "a:b",
    String(repeating: "x", count: 500), "trailing.",
  ])
  func unsafeIdentitiesGetASafeName(_ identity: String) {
    var names = SplitFileName(extension: "vcf")
    let name = names.next(for: identity)
    #expect(name.utf8.count == 40 && Identifier(uuid: String(name.dropLast(4))) != nil, "\(name)")
  }

  @Test func namesThatACaseFoldingFileSystemTakesForOneAreTwo() {
    var names = SplitFileName(extension: "vcf")
    let three = ["Ada@Example", "ada@example", "ADA@EXAMPLE-2"].map { names.next(for: $0) }
    #expect(Set(three.map { $0.lowercased() }).count == 3)
    #expect(three[0] == "Ada@Example.vcf")
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    try withKith { kith in
      _ = try kith.run(SplitFolderTests.export)
      let both = try kith.run(
        """
        kith import book --store other.sqlite
        lines() { grep -v ^item | sort; } # cards and their groups stand in another order
        kith export vcard --store other.sqlite | lines > a; kith export vcard | lines > b; diff a b
        """)
      #expect(both.output.hasPrefix("imported book as vcard: new: 3 people"))
      #expect(both.status == 0, "\(both.output)")
    }
  }

  static let hasKhard = ["/usr/bin/khard", "/usr/local/bin/khard"].contains(
    where: FileManager.default.isExecutableFile)

  @Test(.enabled(if: hasKhard, "khard is not installed"))
  func khardUsesTheFolderAsItIs() throws {
    try withKith { kith in
      try kith.write(
        "khard.conf", "[addressbooks]\n[[kith]]\npath = \(kith.home.path)/book\n[general]\ndefault_action = list\n")
      _ = try kith.run(SplitFolderTests.export)
      let list = try kith.run("khard -c khard.conf list")
      for name in ["Ada Lovelace", "Grace Hopper", "Sam Rivera"] {
        #expect(list.output.contains(name), "\(list.output)")
      }
      #expect(try kith.run("khard -c khard.conf email --parsable ada").output.contains("ada@example.com"))
    }
  }
}
