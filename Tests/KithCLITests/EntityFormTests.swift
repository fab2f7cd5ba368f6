import KithCore
import Testing

@testable import KithCLI

struct EntityFormTests {
  private func changed(_ entity: Entity, _ edit: (String) -> String) throws -> Entity {
    let form = EntityForm(entity: entity)
    return try form.changed(by: Array(edit(form.text()).utf8))
  }

  private func problems(_ entity: Entity, _ text: String) -> [FormProblem] {
    do {
      _ = try EntityForm(entity: entity).changed(by: Array(text.utf8))
      return []
    } catch { return (error as? FormError)?.problems ?? [] }
  }

  private var ada: Entity {
    var ada = SampleEntities.person("Ada Lovelace")
    ada.personName = PersonName(parsing: "Ada Lovelace")
    ada.emails = [
      EmailAddress(
        "ada@example.com",
        details: ContactDetails(
          types: ["work"], preference: 1, group: "item1", parameters: [Parameter(name: "X", values: ["1"])])),
      EmailAddress("ada@example.org"),
    ]
    ada.notes = ["one\n\n  two"]
    return ada
  }

  @Test(arguments: SampleEntities.all)
  func untouchedFormChangesNothing(_ entity: Entity) throws {
    #expect(try changed(entity) { $0 } == entity)
  }

  @Test(arguments: SampleEntities.all)
  func editorsMayEndLinesAsTheyLike(_ entity: Entity) throws {
    #expect(try changed(entity) { $0.replacing("\n", with: "\r\n") } == entity)
    #expect(try changed(entity) { "\u{feff}" + $0 } == entity)
  }

  @Test(arguments: SampleEntities.all)
  func formHoldsNoControlCharacters(_ entity: Entity) {
    let text = EntityForm(entity: entity).text()
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && TerminalText.isControl($0.value) })
  }

  /// One line changed, everything else hostile: only that value is another.
  @Test(arguments: SampleEntities.hostile)
  func oneChangeTouchesOneValue(_ text: String) throws {
    let entity = SampleEntities.hostilePerson(text)
    var expected = entity
    expected.links[1].url = "https://example.org"
    #expect(try changed(entity) { $0.replacing("https://example.com", with: "https://example.org") } == expected)
  }

  @Test(arguments: SampleEntities.hostile.filter { !$0.isEmpty && !$0.hasPrefix("\n") })
  func writtenTextIsReadBack(_ text: String) throws {
    let value = FormValue("Note", text)
    let empty = SampleEntities.person("x")
    #expect(try EntityForm(entity: empty).changed(by: Array(("Name: x\n" + value.lines).utf8)).notes == [text])
  }

  @Test func editedLineKeepsWhatTheFormDoesNotShow() throws {
    let edited = try changed(ada) { $0.replacing("work ada@example.com", with: "home [Lab] ada@new.example") }
    var details = ada.emails[0].details
    details.types = ["home"]
    details.label = "Lab"
    #expect(edited.emails == [EmailAddress("ada@new.example", details: details), ada.emails[1]])
  }

  @Test func linesAreAddedTakenOutAndMoved() throws {
    let swapped = try changed(ada) {
      $0.replacing(
        "E-mail: work ada@example.com\nE-mail: ada@example.org",
        with: "E-mail: ada@example.org\nE-mail: work ada@example.com")
    }
    #expect(swapped.emails == ada.emails.reversed())
    let fewer = try changed(ada) { $0.replacing("E-mail: work ada@example.com\n", with: "") }
    #expect(fewer.emails == [ada.emails[1]])
    let more = try changed(ada) { $0 + "email: x@example.net\nPhone: cell +44 20 7946 0000\n" }
    #expect(more.emails == ada.emails + [EmailAddress("x@example.net")])
    #expect(more.phones == [PhoneNumber("+44 20 7946 0000", details: ContactDetails(types: ["cell"]))])
  }

  @Test func notesAndAddressesTakeSeveralLines() throws {
    let text = """
      Name: Ada
      Note: one

        two
      # a comment
          three
      Note:
        below
      Address: home
        Street: 12 Long Lane
        Street: Flat 3
        postal code: N1
      Address: work Some place, somewhere
      """
    let edited = try EntityForm(entity: SampleEntities.person("Ada")).changed(by: Array(text.utf8))
    #expect(edited.notes == ["one\n\ntwo\n  three", "below"])
    #expect(
      edited.addresses == [
        PostalAddress(
          street: ["12 Long Lane", "Flat 3"], postalCode: ["N1"], details: ContactDetails(types: ["home"])),
        PostalAddress(formatted: "Some place, somewhere", details: ContactDetails(types: ["work"])),
      ])
  }

  @Test func datesFieldsAndAccountsAreRead() throws {
    let text = """
      Name: Ada
      Birthday: 1815-12-10
      Date: 1843 the notes
      Field: hat = tall = high
      Private field: shoe=37
      Account: Mastodon; @ada@example.com
      Account: xmpp:ada@example.com
      """
    let edited = try EntityForm(entity: SampleEntities.person("Ada")).changed(by: Array(text.utf8))
    let note = ContactDetails(label: "the notes")
    #expect(
      edited.anniversaries == [
        Anniversary(.birth, on: PartialDate("1815-12-10")!),
        Anniversary(.other, on: PartialDate("1843")!, details: note),
      ])
    #expect(edited.customFields == [CustomField("hat", "tall = high"), CustomField("shoe", "37", isPrivate: true)])
    #expect(
      edited.onlineServices == [
        OnlineService(service: "Mastodon", user: "@ada@example.com"), OnlineService(uri: "xmpp:ada@example.com"),
      ])
  }

  @Test func partsOfTheNameFollowIt() throws {
    let renamed = try changed(ada) { $0.replacing("\nName: Ada Lovelace", with: "\nName: Ada King") }
    #expect(renamed.personName == PersonName(parsing: "Ada King"))
    var titled = ada
    titled.personName?.prefixes = ["Lady"]
    let kept = try changed(titled) { $0.replacing("\nName: Ada Lovelace", with: "\nName: Ada King") }
    #expect(kept.personName == titled.personName)
  }

  @Test func changedAddressDropsWhatSaidTheOldOne() throws {
    var entity = SampleEntities.person("Ada")
    entity.addresses = [PostalAddress(locality: ["Paris"], formatted: "Paris", details: ContactDetails(preference: 1))]
    let moved = try changed(entity) { $0.replacing("City: Paris", with: "City: Rome") }
    #expect(moved.addresses == [PostalAddress(locality: ["Rome"], details: ContactDetails(preference: 1))])
  }

  @Test func problemsNameTheirLines() {
    let text = """
      Name: Ada
      Emial: ada@example.com
      E-mail: ada
      Birthday: 1815-13-10
      rubbish
      """
    #expect(problems(ada, text).map(\.line) == [5])
    let readable = text.replacing("rubbish", with: "Address: home\n  City: x\n  Strasse: x")
    #expect(
      problems(ada, readable) == [
        FormProblem("no field 'Emial'; did you mean 'E-mail'?", at: 2),
        FormProblem("'ada' is no e-mail address: it needs an '@' and no spaces", at: 3),
        FormProblem("'1815-13-10' is no date such as 1985-04-12, 1985-04, 1985 or --04-12", at: 4),
        FormProblem(
          "a part of an address was expected: PO box, Extended, Street, City, Region, Postal code, Country", at: 7),
      ])
    #expect(problems(ada, "E-mail: x@y").map(\.message) == ["the form has no 'Name'"])
    #expect(problems(ada, "Name: a\nName: b").map(\.line) == [2])
    #expect(problems(ada, "  indented\nName: a").map(\.line) == [1])
  }

  @Test func bytesThatAreNoTextAreAProblem() {
    #expect(throws: FormError(problems: [FormProblem("it is not UTF-8", at: 2)])) {
      try EntityForm(entity: ada).changed(by: Array("Name: a\nNote: ".utf8) + [0xff, 0xfe])
    }
  }

  @Test func emptyFormChangesNothing() throws {
    #expect(try changed(ada) { _ in "" } == ada)
    #expect(try changed(ada) { _ in "# only comments\n\n" } == ada)
  }

  @Test func manyValuesTakeLinearTime() throws {
    var entity = SampleEntities.person("x")
    entity.notes = (0..<20_000).map { "note \($0)\nline" }
    entity.tags = Array(repeating: "same", count: 20_000)
    #expect(try changed(entity) { $0.replacing("note 7\n", with: "note seven\n") }.notes[7] == "note seven\nline")
  }
}
