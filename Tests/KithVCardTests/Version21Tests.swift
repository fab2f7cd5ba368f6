import KithCore
import Testing

@Suite struct Version21Tests {
  private func card(_ lines: String...) throws -> Entity {
    let text = ["BEGIN:VCARD", "VERSION:2.1", "FN:Ada Lovelace"] + lines + ["END:VCARD", ""]
    return try #require(try read(text.joined(separator: "\r\n")).only)
  }

  @Test func namelessParameters() throws {
    let entity = try card(
      "TEL;HOME;VOICE;PREF:1", "TEL;WORK,FAX:2", "NOTE;QUOTED-PRINTABLE:a=3Bb", "PHOTO;URL;GIF:http://example.com/a.gif"
    )
    #expect(entity.phones[0].details == ContactDetails(types: ["home", "voice"], preference: 1))
    #expect(entity.phones[1].details.types == ["work", "fax"])
    #expect(entity.notes == ["a;b"])
    #expect(entity.photo == .uri("http://example.com/a.gif"))
  }

  @Test func commasSeparateNothing() throws {
    let entity = try card("N:Lovelace, Countess;Ada,Augusta", "ADR;HOME:;;12, St James;London", "ORG:A, B;C,D")
    #expect(entity.personName == PersonName(family: ["Lovelace, Countess"], given: ["Ada,Augusta"]))
    #expect(entity.addresses.first?.street == ["12, St James"])
  }

  @Test func theVersionMayComeLate() throws {
    let reading = try read("BEGIN:VCARD\nN:a,b;c\nVERSION:2.1\nEND:VCARD\n")
    #expect(reading.only?.personName?.family == ["a,b"])
  }

  @Test func foldsKeepWhiteSpace() throws {
    let entity = try card(
      "NOTE:one", " two", "\tthree", " ", "EMAIL;INTERNET:\"Omega\"", "  <omega@example.com>",
      "PHOTO;PNG;ENCODING=BASE64:", " AQID", " BAUG", "", "TEL:1")
    #expect(entity.notes == ["one two\tthree"])
    #expect(entity.emails.map(\.address) == ["\"Omega\"  <omega@example.com>"])
    #expect(entity.photo == .data(mediaType: "image/png", bytes: [1, 2, 3, 4, 5, 6]))
    #expect(entity.phones.map(\.number) == ["1"])
    #expect(try readCard("NOTE:one", " two").notes == ["onetwo"])
  }

  @Test func softBreaks() throws {
    let entity = try card(
      "NOTE;ENCODING=QUOTED-PRINTABLE:for all folk to come=", " to the aid=0D=0A=", "of their=20=", "country=3D",
      "TITLE;ENCODING=QUOTED-PRINTABLE:a=C3=", " =BC")
    #expect(entity.notes == ["for all folk to come to the aid\nof their country="])
    #expect(try readCard("NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b=3B=C3=BC").notes == ["ab;ü"])
    #expect(try readCard("NOTE;ENCODING=QUOTED-PRINTABLE:=C3", " =BC").notes == ["ü"])
  }

  @Test func labelsJoinTheirAddress() throws {
    let entity = try card(
      "ADR;WORK;HOME:;;1 St", "ADR;WORK:;;2 St", "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:2 St=0D=0ALondon",
      "LABEL;TYPE=home,work:1 St", "LABEL;DOM:3 St")
    #expect(entity.addresses.map(\.formatted) == ["1 St", "2 St\nLondon"])
    #expect(entity.keptProperties.map(\.name) == ["LABEL"])
  }

  @Test func inlineAgentIsKept() throws {
    let agent = #"BEGIN:VCARD\nFN:Grace\nTEL\;HOME:1\nEND:VCARD\n"#
    let entity = try readCard("AGENT:" + agent, "TEL:1")
    #expect(entity.keptProperties == [KeptProperty(format: "vcard", name: "AGENT", value: agent)])
    #expect(entity.phones.count == 1)
  }
}
