import KithCore
import KithVCard
import Testing

@Suite struct Writing21Tests {
  private func raw(_ entity: Entity) throws -> [String] {
    try write(entity, version: "2.1").split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aCard() throws {
    var ada = person("Ada Lovelace")
    ada.personName = PersonName(family: ["Lovelace, Countess"], given: ["Ada;x"], prefixes: ["Lady", "Dr."])
    ada.emails = [EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1))]
    ada.phones = [
      PhoneNumber("+44 20 7946 0000", details: ContactDetails(types: ["cell", "x-boat"], label: "Yacht", group: "a"))
    ]
    ada.addresses = [
      PostalAddress(
        street: ["12, St James", "Square"], locality: ["London"], formatted: "12 St James",
        details: ContactDetails(types: ["home"]))
    ]
    ada.anniversaries = [Anniversary(.birth, on: PartialDate(month: 12, day: 10)!)]
    ada.photo = .data(mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff])
    ada.notes = ["a,b;c", "one\ntwo \\n"]
    #expect(
      try raw(ada) == [
        "BEGIN:VCARD", "VERSION:2.1", "UID:11111111-1111-4111-8000-000000000001", "FN:Ada Lovelace",
        "N:Lovelace, Countess;Ada\\;x;;Lady Dr.;", "EMAIL;INTERNET;WORK;PREF:ada@example.com",
        "a.TEL;CELL;TYPE=X-BOAT:+44 20 7946 0000", "a.X-ABLabel:Yacht",
        "ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;12, St James=0D=0A=", "Square;London;;;", "LABEL;HOME:12 St James",
        "BDAY;X-APPLE-OMIT-YEAR=1604:16041210", "NOTE:a,b;c",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=", "two =5Cn", "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/", "",
        "X-KITH-CREATED:2020-09-13T12:26:40Z", "REV:2023-11-14T22:13:20Z", "END:VCARD", "",
      ])
  }

  @Test(arguments: ["é", "漢", "👩‍💻", "x é ", ": ", "=", "\n", "\\", ";", "END:VCARD\nBEGIN:VCARD\n"])
  func linesOfAtMost76OctetsBreakBetweenCharacters(_ character: String) throws {
    for padding in 0..<8 {
      let note = "é" + String(repeating: "y", count: padding) + String(repeating: character, count: 60)
      var entity = person("Ada")
      entity.notes = [note]
      entity.personName = PersonName(family: [note.replacing("\n", with: " ")])
      let written = try raw(entity)
      for (index, line) in written.enumerated() {
        #expect(line.utf8.count <= 76)
        #expect(line.utf8.first != 0x20 && line.utf8.first != 0x09)
        #expect(line.utf8.allSatisfy { $0 < 0x80 })
        guard line.last == "=", index + 1 < written.count else { continue }
        #expect(!written[index + 1].contains(":"))
        // A byte of a longer character that goes on: its code is 80 to BF.
        let next = written[index + 1].utf8.prefix(3)
        if next.first == UInt8(ascii: "=") { #expect(!"89AB".utf8.contains(next.dropFirst().first ?? 0)) }
      }
      let again = try #require(try read(written.joined(separator: "\r\n")).only)
      #expect(again.notes == [note])
      #expect(again.personName?.family == [note.replacing("\n", with: " ").trimmingSpaces])
    }
  }

  @Test func longLinesThatAreASCIIStayWhole() throws {
    var entity = person("Ada")
    entity.notes = [String(repeating: "word ", count: 40) + "end"]
    #expect(try raw(entity).contains("NOTE:" + entity.notes[0]))
  }

  @Test func aPictureIsFoldedAndAnEmptyLineFollows() throws {
    var entity = person("Ada")
    entity.photo = .data(mediaType: "image/png", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let written = try raw(entity)
    let start = try #require(written.firstIndex { $0.hasPrefix("PHOTO;ENCODING=BASE64;TYPE=PNG:") })
    let end = try #require(written[start...].firstIndex(of: ""))
    #expect(written[(start + 1)..<end].allSatisfy { $0.hasPrefix(" ") && $0.utf8.count <= 75 })
    #expect(try read(written.joined(separator: "\r\n")).only?.photo == entity.photo)
  }

  @Test(arguments: [Entity.Kind.person, .company, .organization])
  func everythingIsReadBack(_ kind: Entity.Kind) throws {
    var entity = RoundTripTests.everything(kind)
    let reading = try read(try write(entity, version: "2.1"))
    // Quotation marks are unknown: what needs them is left out, and said to be.
    entity.emails[1].details.parameters.removeFirst()
    // One text in each part of a name or an address.
    if kind == .person { entity.personName?.family = ["Lovelace Byron"] }
    entity.addresses[0].street = ["12, St James\nSquare"]
    #expect(reading.only == entity)
    #expect(reading.codes.isEmpty)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
