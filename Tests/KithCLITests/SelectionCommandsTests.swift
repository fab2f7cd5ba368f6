import Foundation
import KithCore
import Testing

@testable import KithCLI

/// What a selector can do from the command line, by the program itself.
final class SelectionCommandsTests {
  private let kith: BuiltKith

  init() throws {
    kith = try BuiltKith()
    for command in [
      "kith me 'Sam Rivera'",
      "kith met 'Ada Lovelace' --at 'Analytical Engines' --title CTO --email ada@example.com --tag compilers",
      "kith met 'Grace Hopper' --at 'Analytical Engines' --on 2026-03-01", "kith met 'Charles Babbage' --on 2025-05-02",
      "kith track charles --every 6w",
    ] { _ = try output(command) }
  }

  deinit { kith.remove() }

  private func output(_ command: String, status: Int32 = 0) throws -> String {
    let result = try kith.run(command)
    #expect(result.status == status, "\(command): \(result.output)")
    return result.output
  }

  @Test func columnsAndOrderAreChosen() throws {
    #expect(
      try output("kith list --columns name,company,last --sort last") == """
        NAME             COMPANY             LAST
        Charles Babbage                      2025-05-02
        Grace Hopper     Analytical Engines  2026-03-01
        Ada Lovelace     Analytical Engines  2026-11-23
        Sam Rivera

        """)
    #expect(
      try output("kith list --sort -last,name --columns name --limit 2 --format csv") == """
        name
        Ada Lovelace
        Grace Hopper

        """)
    #expect(
      try output("kith list not me --sort company,-name --columns kind,name --format json") == """
        {"schema":1,"records":[{"kind":"person","name":"Ada Lovelace"},{"kind":"person","name":"Grace Hopper"},\
        {"kind":"person","name":"Charles Babbage"}]}

        """)
    #expect(try output("kith list kind:company or grace --columns kind,name").contains("company  Analytical Engines"))
    #expect(
      try output("kith list --columns name,shoe", status: 64)
        == "kith: no column 'shoe'; there are name, kind, title, company, email, phone, tags, city, last, met, due, id\n"
    )
    #expect(try output("kith list +nobody --format json") == "{\"schema\":1,\"records\":[]}\n")
    #expect(try output("kith list +nobody --format csv") == "name,title,company,email,id\n")
    #expect(try output("kith list +nobody") == "nobody matches: no record has the tag 'nobody'\n")
  }

  @Test func manyAreTaggedAsOneEntry() throws {
    #expect(
      try output("kith tag @analytical --add team", status: 64) == """
        kith: this would change the tags of 2 people (Grace Hopper and Ada Lovelace)
        hint: --yes does it; --dry-run only says it

        """)
    let done = "2 people (Grace Hopper and Ada Lovelace): now tagged team, not tagged COMPILERS\n"
    #expect(try output("kith tag @analytical --add team --remove COMPILERS --dry-run") == "dry run: " + done)
    #expect(try output("kith list +team").hasPrefix("nobody matches: no record has the tag 'team'"))
    #expect(try output("kith tag @analytical --add team --remove COMPILERS --yes") == done)
    #expect(try output("kith list +team --format ids").split(separator: "\n").count == 2)
    #expect(try output("kith tag ada --add +Team") == "Ada Lovelace: tagged Team already\n")
    #expect(try output("kith undo").contains("undone"))
    #expect(try output("kith list +team").hasPrefix("nobody matches: no record has the tag 'team'"))
    #expect(try output("kith list +compilers --columns name") == "NAME\nAda Lovelace\n")
  }

  @Test func manyAreTracked() throws {
    #expect(try output("kith track @analytical --every 6w", status: 64).contains("this would track 2 people"))
    #expect(
      try output("kith track @analytical --every 6w --yes")
        == "2 people (Grace Hopper and Ada Lovelace): every 6w\n")
    #expect(try output("kith list due:6w --columns name").contains("Grace Hopper"))
    #expect(
      try output("kith snooze kind:person --until 2027-06-01 --yes")
        == "3 people (Charles Babbage, Grace Hopper and Ada Lovelace): not before 2027-06-01\n")
    #expect(try output("kith ignore @analytical:now title:cto") == "Ada Lovelace: ignored, never due\n")
    #expect(
      try output("kith untrack kind:person --yes") == """
        3 people (Charles Babbage, Grace Hopper and Ada Lovelace): no interval is kept any more

        """)
    #expect(try output("kith untrack kind:person --yes", status: 4).contains("no interval is kept for"))
    #expect(try output("kith track +nobody --every 6w", status: 4).hasPrefix("kith: nobody matches"))
    #expect(try output("kith track zoe --every 6w", status: 4).hasPrefix("kith: no "))
  }

  @Test func manyAreRemovedAndComeBack() throws {
    let before = try output("kith export jsonl")
    #expect(try output("kith rm kind:person", status: 64).contains("this would remove 3 people"))
    #expect(try output("kith rm kind:person --yes").hasPrefix("removed 3 people (Charles Babbage, Grace Hopper"))
    #expect(try output("kith list --columns name") == "NAME\nSam Rivera\n")
    #expect(try output("kith undo").contains("undone"))
    #expect(try output("kith export jsonl") == before)
    #expect(try output("kith rm a", status: 3).hasPrefix("kith: 'a' may mean 2 records"))
    #expect(try output("kith rm grace --yes") == "removed Grace Hopper with 2 relations and 1 interaction\n")
  }

  @Test func selectorsAreSaved() throws {
    #expect(
      try output("kith selector save Warm @analytical not 'Grace Hopper'")
        == "saved warm: @analytical not \"Grace Hopper\" (1 as of today)\n")
    #expect(try output("kith list saved:warm --columns name") == "NAME\nAda Lovelace\n")
    #expect(try output("kith selector save cold not saved:warm") == "saved cold: not saved:warm (3 as of today)\n")
    #expect(
      try output("kith selector list") == """
        NAME  SELECTOR
        cold  not saved:warm
        warm  @analytical not "Grace Hopper"

        """)
    #expect(
      try output("kith selector save warm saved:cold", status: 64) == """
        kith: saved selectors name each other: warm, cold, warm
        hint: kith help selectors

        """)
    #expect(try output("kith list saved:warm --columns name") == "NAME\nAda Lovelace\n")
    #expect(try output("kith selector rm warm") == "removed warm: @analytical not \"Grace Hopper\"\n")
    #expect(try output("kith list saved:cold", status: 64).contains("no selector is saved as 'warm'"))
    #expect(try output("kith undo").contains("undone"))
    #expect(try output("kith list saved:warm --columns name") == "NAME\nAda Lovelace\n")
    #expect(try output("kith selector rm nobody", status: 4).hasPrefix("kith: no selector is saved as 'nobody'"))
    #expect(try output("kith selector save 'no name' ada", status: 64).contains("a name is up to 60 letters"))
  }

  @Test func whoAndExportAreNarrowed() throws {
    #expect(try output("kith who @analytical not grace").contains("Analytical Engines: 1 person"))
    #expect(try output("kith who analytical +compilers --format ids").split(separator: "\n").count == 1)
    let cards = try output("kith export vcard @analytical:now not '(grace or charles)'")
    #expect(cards.contains("FN:Ada Lovelace") && !cards.contains("FN:Grace Hopper"))
  }

  @Test func errorsPointAtTheColumn() throws {
    #expect(
      try output("kith list '(ada or charles' idel:90d", status: 64) == """
        kith: a '(' is not closed (column 1)
          (ada or charles idel:90d
          ^
        hint: kith help selectors

        """)
    #expect(
      try output("kith list ada or idel:90d", status: 64).hasSuffix(
        """
         (column 8)
          ada or idel:90d
                 ^
        hint: did you mean 'idle:'?

        """))
  }
}
