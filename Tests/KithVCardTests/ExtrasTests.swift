import KithCore
import Testing

/// Groups and parameters where the model has no place for them come back with their value.
@Suite struct ExtrasTests {
  private static let properties = [
    "a.FN;LANGUAGE=en;X-A=1:Ada Lovelace", "N;LANGUAGE=en;SORT-AS=\"Lovelace,Ada\":Lovelace;Ada;;;",
    "NICKNAME;TYPE=work:Countess,Enchantress", "NICKNAME:Ada", "item1.NICKNAME:Lady A", "item1.X-ABLabel:Pen name",
    "c.ORG;LANGUAGE=en;SORT-AS=Engines:Engines;R&D", "c.TITLE;LANGUAGE=en:Analyst",
    "NOTE;LANGUAGE=fr;X-B=\"a;b\":une note", "NOTE:plain", "b.NOTE:une note", "CATEGORIES;PREF=1:x,y",
  ]

  private func card(_ lines: [String], _ version: String) -> String {
    (["BEGIN:VCARD", "VERSION:\(version)", "UID:11111111-1111-4111-8000-000000000001"] + lines + ["END:VCARD", ""])
      .joined(separator: "\r\n")
  }

  private func rewritten(_ reading: Reading, _ version: String) throws -> [String] {
    let cards = try KithVCardTests.rewritten(reading, version).split(separator: "END:VCARD\r\n")
    return lines(String(cards[0]) + "END:VCARD\r\n")
  }

  @Test(arguments: ["3.0", "4.0"])
  func come(_ version: String) throws {
    let reading = try read(card(ExtrasTests.properties, version))
    let written = try rewritten(reading, version)
    for line in ExtrasTests.properties { #expect(written.contains(line), "\(line)") }
    #expect(written.count == ExtrasTests.properties.count + 6)
    #expect(try read(written.joined(separator: "\n")).entities.first?.keptProperties == reading.only?.keptProperties)
  }

  @Test func goWithTheirValue() throws {
    var reading = try read(card(ExtrasTests.properties, "3.0"))
    reading.entities[0].name = "Ada King"
    reading.entities[0].notes = ["plain"]
    reading.entities[0].nicknames = ["Ada", "Countess", "Enchantress"]
    let written = try rewritten(reading, "3.0")
    #expect(written.contains("FN:Ada King"))
    #expect(written.filter { $0.contains("FN") || $0.contains("NOTE") }.count == 2)
    #expect(written.contains("NICKNAME:Ada"))
    #expect(written.contains("NICKNAME;TYPE=work:Countess,Enchantress"))
  }

  @Test func nothingPrivateIsKeptTwice() throws {
    let entity = try readCard("NOTE;LANGUAGE=en:a secret")
    #expect(entity.keptProperties.map(\.name) == ["NOTE"])
    #expect(!"\(entity.keptProperties)".contains("secret"))
  }

  @Test(arguments: ["PHOTO;X-CROP=1:data:image/png;base64,AQID", "PHOTO;MEDIATYPE=image/gif:http://example.com/a"])
  func photos(_ line: String) throws {
    let reading = try read(card(["FN:A", line], "4.0"))
    #expect(try rewritten(reading, "4.0").contains(line))
  }

  @Test func photosIn3() throws {
    let line = "PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&9&9:/9j/"
    #expect(try rewritten(try read(card(["FN:A", "N:A;;;;", line], "3.0")), "3.0").contains(line))
  }

  @Test func rolesStayRoles() throws {
    let reading = try read(card(["FN:A", "N:A;;;;", "ORG:Engines", "ROLE:Analyst"], "3.0"))
    #expect(reading.relations.first?.title == "Analyst")
    #expect(try rewritten(reading, "3.0").contains("ROLE:Analyst"))
  }

  @Test func allPartsOfTheName() throws {
    let line = "N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.;Public;Sr."
    let reading = try read(card(["FN:A", line], "4.0"))
    #expect(try rewritten(reading, "4.0").contains(line))
    let again = try read(try rewritten(reading, "3.0").joined(separator: "\n"))
    #expect(try rewritten(again, "4.0").contains(line))
  }

  @Test func aCompanysOrganizationStays() throws {
    for line in ["ORG:Engines", "ORG;SORT-AS=E:Engines"] {
      let reading = try read(card(["FN:Engines", "KIND:org", line], "4.0"))
      #expect(reading.only?.keptProperties.map(\.name) == ["ORG"])
      #expect(lines(try write(try #require(reading.only), version: "4.0")).contains(line))
    }
  }

  @Test func theMarkOfAFileIsNotOurs() throws {
    let entity = try readCard("X-A;X-KITH-OF=1:b")
    #expect(entity.keptProperties == [KeptProperty(format: "vcard", name: "X-A", value: "b")])
  }
}
