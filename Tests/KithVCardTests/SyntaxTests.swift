import KithCore
import Testing

@testable import KithVCard

@Suite struct SyntaxTests {
  @Test(arguments: ["\r\n", "\n", "\r", "\r\r\n"])
  func lineEnds(_ end: String) throws {
    let lines = [
      "BEGIN:VCARD", "VERSION:3.0", "FN:Ada", " \u{20}Lovelace", "N:Lovelace;Ada;;;", "NOTE:a", "\tb", "END:VCARD",
    ]
    let entity = try #require(try read(lines.joined(separator: end) + end).only)
    #expect(entity.name == "Ada Lovelace")
    #expect(entity.notes == ["ab"])
  }

  @Test func mixedLineEnds() throws {
    let entity = try #require(
      try read("BEGIN:VCARD\r\nVERSION:3.0\nFN:Mixed\rN:Mixed;;;;\r\nNOTE:a\n b\r\n c\r d\nEND:VCARD").only)
    #expect(entity.name == "Mixed")
    #expect(entity.notes == ["abcd"])
  }

  @Test func foldInsideACharacterAndAnEscape() throws {
    let bytes =
      Array("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo".utf8) + [0xc3] + Array("\r\n ".utf8) + [0xab]
      + Array("\r\nNOTE:one\\\r\n nline\\\r\n , two\r\nEND:VCARD\r\n".utf8)
    let entity = try #require(try read(bytes: bytes).only)
    #expect(entity.name == "Zoë")
    #expect(entity.notes == ["one\nline, two"])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func anyChunk(_ chunk: Int) throws {
    let text =
      "\u{feff}BEGIN:VCARD\r\r\nVERSION:3.0\r\nFN:Zoë\r\n  Fold\r\nN:Fold;Zoë;;;\r\nTEL;TYPE=\"work,\r\n cell\":1\r\nEND:VCARD\r\n"
    let whole = try read(text)
    let pieces = try read(bytes: Array(text.utf8), chunk: chunk)
    #expect(pieces.entities == whole.entities)
    #expect(whole.only?.name == "Zoë Fold")
    #expect(whole.only?.phones.first?.details.types == ["work", "cell"])
  }

  @Test func escapes() throws {
    let entity = try readCard(#"NOTE:a\nb\Nc\\d\,e\;f\:g\"h\xi\"#, #"CATEGORIES:a\,b,c\;d,,e"#)
    #expect(entity.notes == ["a\nb\nc\\d,e;f:g\\\"h\\xi\\"])
    #expect(entity.tags == ["a,b", "c;d", "e"])
  }

  @Test func parameters() throws {
    func set(_ text: String) -> ParameterSet { Array(text.utf8).withUnsafeBufferPointer { ParameterSet($0) } }
    #expect(set("TYPE=\"home,work\";TYPE=cell;type=PREF").types == ["home", "work", "cell"])
    #expect(set("TYPE=home,pref").preference == 1)
    #expect(set("PREF=7;TYPE=pref").preference == 7)
    #expect(set("PREF=101").others == [Parameter(name: "PREF", values: ["101"])])
    #expect(set("WORK,FAX;QUOTED-PRINTABLE").types == ["work", "fax"])
    #expect(set("X-A=\"b;c:d\";X-E=f^ng^'h^^i").others.map(\.values) == [["b;c:d"], ["f\ng\"h^i"]])
    #expect(set(" TYPE = home ;; VALUE=URI").valueType == "uri")
    #expect(set("X-A=\"open;TYPE=home").types == ["home"])
    #expect(set("ENCODING=b;X=1,2").isBase64)
  }

  @Test func headWithQuotedColon() throws {
    let entity = try readCard("TEL;X-A=\"b:c;d\":+1", "TEL;X-B=\"open:+2")
    #expect(entity.phones.map(\.number) == ["+1", "+2"])
    #expect(entity.phones[0].details.parameters == [Parameter(name: "X-A", values: ["b:c;d"])])
  }

  @Test func quotedPrintable() throws {
    let text =
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=\r\n=BCrgen\r\n"
      + "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo\r\nORG;QUOTED-PRINTABLE:A=3BB\r\n"
      + "TITLE;ENCODING=QUOTED-PRINTABLE:ends with equals=\r\nTEL;HOME:123\r\nEND:VCARD\r\n"
    let reading = try read(text)
    let entity = try #require(reading.only)
    #expect(entity.name == "Jürgen Müller")
    #expect(entity.notes == ["one\ntwo"])
    #expect(entity.phones == [PhoneNumber("123", details: ContactDetails(types: ["home"]))])
    #expect(reading.relations.first?.object == .named("A;B", .company))
  }

  @Test func everyKnownNameIsFound() {
    for (name, kind) in [("fn", PropertyKind.formattedName), ("X-AbLabel", .groupLabel), ("X-jabber", .serviceAccount)]
    {
      #expect(Array(name.utf8).withUnsafeBufferPointer { PropertyKind($0) } == kind)
    }
    #expect(Array("FNN".utf8).withUnsafeBufferPointer { PropertyKind($0) } == .other)
  }
}
