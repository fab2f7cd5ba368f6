import KithCSV
import KithCore
import Testing

struct LinkedInTests {
  static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
  static let preamble = "Notes:\n\"When exporting, \"\"some\"\" e-mails\nmay be missing\"\n\n"

  @Test(arguments: ["", preamble])
  func readsAConnection(before: String) throws {
    let row = "Ada,Lovelace,https://www.linkedin.com/in/Ada-L/?x=1,ada@example.com,\"Mill, Ltd.\",CTO,05 Mar 2024\n"
    let file = try CSVTesting.read(before + Self.header + row)
    let ada = try #require(file.entities.first)
    #expect(ada.id == Identifier(name: "linkedin:/in/ada-l"))
    #expect(ada.name == "Ada Lovelace")
    #expect(ada.personName == PersonName(family: ["Lovelace"], given: ["Ada"]))
    #expect(ada.emails == [EmailAddress("ada@example.com")])
    #expect(ada.links.map(\.details.label) == ["LinkedIn"])
    #expect(ada.created == CSVTesting.now)
    #expect(
      file.relations == [
        ImportedRelation(.id(ada.id), .worksFor, .named("Mill, Ltd.", .company), title: "CTO"),
        ImportedRelation(.me, .knows, .id(ada.id), period: Period(start: PartialDate("2024-03-05"))),
      ])
    #expect(file.diagnostics.isEmpty)
  }

  @Test func readsTheExportOf2017() throws {
    let text =
      "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,L,,Mill,CTO,\"1/31/18, 10:15 AM\"\n"
    let file = try CSVTesting.read(text)
    #expect(file.relations.last?.period.start == PartialDate("2018-01-31"))
    #expect(try CSVTesting.read(text).records == file.records)
  }

  @Test func skipsMembersWhoLeft() throws {
    let rows = ",,,,,,01 Jan 2020\nAda,,,,,,\n, ,,,,,\n"
    let file = try CSVTesting.read(Self.preamble + Self.header + rows)
    #expect(file.entities.map(\.name) == ["Ada"])
    #expect(file.problems == ["deactivated:6", "deactivated:8"])
    #expect(file.diagnostics.allSatisfy { $0.kind == .skipped })
  }

  @Test func reportsABadDateAndKeepsThePerson() throws {
    let file = try CSVTesting.read(Self.header + "Ada,L,,,,Countess,31 Feb 2024\n")
    #expect(file.problems == ["bad-Connected On:2", "title-without-company:2"])
    #expect(file.relations == [ImportedRelation(.me, .knows, .id(file.entities[0].id))])
    #expect(file.entities[0].keptProperties.map(\.value) == ["Countess", "31 Feb 2024"])
  }

  @Test func keepsWhatIsNoneOfItsColumns() throws {
    let header = Self.header.dropLast() + ",Favourite engine\n"
    let file = try CSVTesting.read(header + "Ada,L,,none,,,soon,Difference\n")
    #expect(file.entities[0].emails.isEmpty)
    #expect(
      file.entities[0].keptProperties.map { "\($0.name)=\($0.value)" } == [
        "Email Address=none", "Favourite engine=Difference", "Connected On=soon",
      ])
    #expect(file.problems == ["bad-email:2", "bad-Connected On:2"])
  }

  @Test(arguments: [
    ("https://www.linkedin.com/in/ada", "/in/ada"), ("www.linkedin.com/in/Ada/", "/in/ada"),
    ("HTTPS://linkedin.com/in/ada#x", "/in/ada"), ("https://de.linkedin.com/in/ada?trk=x/y", "/in/ada"),
  ])
  func namesAPersonByTheProfile(url: String, path: String) throws {
    let file = try CSVTesting.read(Self.header + "Ada,L,\(url),,,,\n")
    #expect(file.entities.map(\.id) == [Identifier(name: "linkedin:" + path)])
  }

  @Test func isRecognizedWithItsPreamble() {
    #expect(CSVTesting.format.recognizes(Array((Self.preamble + Self.header).utf8)))
    #expect(CSVTesting.format.recognizes(Array((Self.preamble + Self.header + "Ada,\"cut off").utf8)))
    #expect(!CSVTesting.format.recognizes(Array((String(repeating: "a,b\n", count: 10) + Self.header).utf8)))
  }
}
