import Foundation
import KithCSV
import KithCore
import Testing

/// What the first row of each file of the shared corpus says, field by field.
struct DialectValuesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/csv").standardized
  private static let isHere = FileManager.default.fileExists(atPath: folder.path)

  private func read(_ name: String, _ options: [(name: String, value: String)] = []) throws -> ImportedFile? {
    guard Self.isHere else {
      print("skipped: no corpus at ../shared/corpora/csv")
      return nil
    }
    return try CSVTesting.read([UInt8](try Data(contentsOf: Self.folder.appending(path: name))), options: options)
  }

  private let ada = PersonName(family: ["Lovelace"], given: ["Ada"], additional: ["Augusta"], prefixes: ["Countess"])
  private let home = ContactDetails(types: ["home"])
  private let work = ContactDetails(types: ["work"])
  private let cell = ContactDetails(types: ["cell"])
  private var birthday: Anniversary? { PartialDate("1815-12-10").map { Anniversary(.birth, on: $0) } }
  private var wedding: Anniversary? { PartialDate("1835-07-08").map { Anniversary(.wedding, on: $0) } }

  private func address(_ country: String, code: [String] = ["SW1Y 4JH"], formatted: String? = nil) -> PostalAddress {
    PostalAddress(
      street: ["12 St James's Square"], locality: ["London"], postalCode: code, country: [country],
      formatted: formatted, details: home)
  }

  private let note = "She said \"hello\",\nand left."

  private func ties(_ file: ImportedFile, title: String? = "Mathematician", units: [String] = ["Research"])
    throws -> [ImportedRelation]
  {
    let id = EntityReference.id(try #require(file.entities.first).id)
    return [
      ImportedRelation(
        id, .worksFor, .named("Analytical Society, Ltd.", .company), title: title, units: units),
      ImportedRelation(id, .spouseOf, .named("William King", .person)),
    ]
  }

  @Test(arguments: ["google-current.csv", "google-current-template.csv", "google-legacy.csv"])
  func google(name: String) throws {
    guard let file = try read(name, [("dialect", "google")]) else { return }
    let person = try #require(file.entities.first)
    #expect(person.personName == ada)
    #expect(person.nicknames == ["Ada"])
    var emails = [
      EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1)),
      EmailAddress("ada.l@example.com", details: work),
    ]
    if !name.contains("template") { emails.append(EmailAddress("ada@example.org", details: home)) }
    #expect(person.emails == emails)
    #expect(
      person.phones == [
        PhoneNumber("+44 20 7946 0100", details: cell), PhoneNumber("+44 20 7946 0101", details: cell),
      ])
    let formatted = name.contains("template") ? nil : "12 St James's Square\nLondon\nSW1Y 4JH\nGB"
    #expect(person.addresses == [address("GB", formatted: formatted)])
    #expect(person.anniversaries == [birthday, wedding].compactMap { $0 })
    #expect(person.links == [Link("https://example.com/ada", details: ContactDetails(label: "Profile"))])
    #expect(person.notes == [note])
    #expect(person.tags == (name.contains("legacy") ? ["Conference 2026"] : ["starred", "Conference 2026"]))
    #expect(person.customFields == [CustomField("Met at", "Conference 2026")])
    let gender = KeptProperty(format: "csv", name: "Gender", value: "Female")
    #expect(person.keptProperties == (name.contains("legacy") ? [gender] : []))
    #expect(try file.relations == ties(file))
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: ["outlook-desktop-en-cp1252.csv", "outlook-semicolon.csv"])
  func outlook(name: String) throws {
    guard let file = try read(name, [("dialect", "outlook")]) else { return }
    let person = try #require(file.entities.first)
    #expect(person.personName == ada)
    #expect(person.emails == [EmailAddress("ada@example.com"), EmailAddress("ada@example.org")])
    #expect(
      person.phones == [
        PhoneNumber("(020) 7946-0102", details: work), PhoneNumber("+44 20 7946 0100", details: cell),
      ])
    #expect(person.addresses == [address("United Kingdom")])
    #expect(person.anniversaries == [wedding, birthday].compactMap { $0 })
    #expect(person.tags == ["VIP", "Conference"])
    #expect(person.notes == [note])
    #expect(person.links == [Link("https://example.com/ada")])
    #expect(person.keptProperties == [KeptProperty(format: "csv", name: "Gender", value: "Female")])
    #expect(try file.relations == ties(file))
    #expect(Set(file.problems.map { $0.prefix { $0 != ":" } }) == ["ambiguous-date", "not-utf-8"])
  }

  @Test func outlookOnTheWeb() throws {
    guard let file = try read("outlook-com-people.csv") else { return }
    let person = try #require(file.entities.first)
    #expect(person.nicknames == ["Ada"])
    #expect(person.anniversaries.first?.date == PartialDate("--12-10"), "1604 stands for no year")
    #expect(person.anniversaries.last == wedding)
    #expect(person.phones.map(\.details) == [work, cell])
    #expect(try file.relations == ties(file))
  }

  @Test(arguments: ["thunderbird.csv", "thunderbird-trailing-comma.csv"])
  func thunderbird(name: String) throws {
    guard let file = try read(name, [("dialect", "thunderbird")]) else { return }
    let person = try #require(file.entities.first)
    #expect(person.name == "Ada Lovelace")
    #expect(person.nicknames == ["Ada"])
    #expect(person.emails.map(\.address) == ["ada@example.com", "ada@example.org"])
    #expect(person.phones.map(\.details) == [work, cell])
    #expect(person.addresses == [address("United Kingdom")])
    #expect(person.anniversaries == [birthday].compactMap { $0 })
    #expect(person.links == [Link("https://example.com/ada")])
    #expect(person.notes == [note])
    #expect(try file.relations == Array(ties(file).prefix(1)))
    #expect(person.keptProperties.isEmpty && file.problems.isEmpty)
  }

  @Test func evolution() throws {
    guard let file = try read("evolution.csv", [("dialect", "evolution")]) else { return }
    let person = try #require(file.entities.first)
    #expect(person.anniversaries == [birthday].compactMap { $0 })
    #expect(person.addresses == [address("United Kingdom")])
    #expect(person.phones.map(\.details) == [work, cell])
    #expect(file.relations.map(\.title) == ["Mathematician"])
    #expect(person.keptProperties.isEmpty && file.problems.isEmpty)
  }

  @Test func yahooAndRoundcube() throws {
    for name in ["yahoo", "roundcube-all"] {
      guard let file = try read(name + ".csv") else { return }
      let person = try #require(file.entities.first)
      #expect(person.personName == ada)
      #expect(person.addresses == [address("United Kingdom", code: [])])
      #expect(person.anniversaries == [birthday, wedding].compactMap { $0 })
      #expect(person.tags == (name == "yahoo" ? ["VIP"] : ["VIP", "Conference"]))
      #expect(person.phones.map(\.details) == [name == "yahoo" ? cell : work])
      #expect(file.relations.first?.object == .named("Analytical Society, Ltd.", .company))
    }
  }

  @Test func malformedFilesKeepWhatTheySay() throws {
    guard let ragged = try read("broken-ragged.csv"), let names = try read("broken-latin1-in-utf8.csv"),
      let doubled = try read("broken-dup-headers.csv")
    else { return }
    #expect(ragged.problems == ["too-many-fields:3", "no-name:5"])
    #expect(ragged.entities[1].keptProperties.map(\.value) == ["extra", "extra2"])
    #expect(names.entities.map { $0.addresses.first?.locality } == [["Köln"], ["München"]])
    #expect(names.problems == ["not-utf-8:2"])
    #expect(doubled.entities[0].emails.map(\.address) == ["a@example.com", "b@example.com", "c@example.com"])
  }
}
