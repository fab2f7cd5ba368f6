import KithCSV
import KithCore
import Testing

@testable import KithCSV

/// Files that no program's columns fit: other encodings, delimiters, languages, unknown headers.
struct ForeignFileTests {
  private func message(_ text: String, _ options: [(name: String, value: String)] = []) throws -> String {
    let error = #expect(throws: ImportError.self) { try CSVTesting.read(text, options: options) }
    return try #require(error).message
  }

  // MARK: Encodings and delimiters

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{feff}" : "") + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(bigEndian: Bool, mark: Bool) throws {
    let text = "First Name\tLast Name\tE-mail Address\nZoë 👩‍💻\tØdegård\tz@example.com\n"
    let bytes = Self.utf16(text, bigEndian: bigEndian, mark: mark)
    let file = try CSVTesting.read(bytes)
    #expect(file.entities.map(\.name) == ["Zoë 👩‍💻 Ødegård"])
    #expect(CSVTesting.format.recognizes(bytes))
    #expect(file.problems.isEmpty)
  }

  @Test func readsUTF16InPiecesOfAnySize() throws {
    let bytes = Self.utf16("name,email\n👩‍💻é,a@b.example\n", bigEndian: false, mark: true) + [0x41]
    for step in 1...9 {
      var position = 0
      let input = InputSource { target in
        let count = min(step, target.count, bytes.count - position)
        target.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
      }
      var names: [String] = []
      let context = ImportContext(
        input: input, options: try OptionValues([], for: CSVTesting.format.format), now: CSVTesting.now,
        diagnostics: DiagnosticLog()
      ) { if case .entity(let entity) = $0 { names.append(entity.name) } }
      try CSVTesting.format.importRecords(in: context)
      #expect(names == ["👩‍💻é", "\u{fffd}"])
    }
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func sniffsTheDelimiter(delimiter: String) throws {
    let text = [["First Name", "E-mail Address", "Notes"], ["Ada", "a@b.example", "\"x,;|\ty\""]]
    let file = try CSVTesting.read(text.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n"))
    #expect(file.entities.map(\.name) == ["Ada"])
    #expect(file.entities[0].notes == ["x,;|\ty"])
  }

  @Test func passesOverALineThatNamesTheSeparator() throws {
    #expect(try CSVTesting.read("sep=;\nFirst Name;E-mail\nAda;a@b.example\n").entities.count == 1)
  }

  @Test func readsHeadersInAnyCaseAndSpacing() throws {
    let file = try CSVTesting.read("FIRST_NAME, last name ,EMail  Address,mobile-phone\nAda,Lovelace,a@b.example,1\n")
    #expect(file.entities.map(\.name) == ["Ada Lovelace"])
    #expect(file.entities[0].phones == [PhoneNumber("1", details: ContactDetails(types: ["cell"]))])
  }

  @Test func readsNumberedBlocksToAnyNumber() throws {
    let numbers = [1, 2, 7, 40, 999]
    let header = numbers.map { "E-mail \($0) - Label,E-mail \($0) - Value" }.joined(separator: ",")
    let row = numbers.map { "Home,a\($0)@example.com" }.joined(separator: ",")
    let file = try CSVTesting.read("First Name,\(header)\nAda,\(row)\n")
    #expect(file.entities[0].emails.map(\.address) == numbers.map { "a\($0)@example.com" })
  }

  // MARK: What does not fit

  @Test func keepsAnEmailAddressThatIsNone() throws {
    let file = try CSVTesting.read("First Name,E-mail Address\nAda,none\n")
    #expect(file.entities[0].emails.isEmpty)
    #expect(file.entities[0].keptProperties == [KeptProperty(format: "csv", name: "E-mail Address", value: "none")])
    #expect(file.problems == ["bad-email:2"])
    let own = try CSVTesting.read("name,email\nAda,none\n")
    #expect(own.entities[0].keptProperties.map(\.value) == ["none"])
    #expect(own.problems == ["bad-email:2"])
  }

  @Test func keepsColumnsAndDatesThatItDoesNotKnow() throws {
    let file = try CSVTesting.read(
      "First Name,Last Name,Shoe size,Birthday\nAda,Lovelace,38,sometime\nGrace,Hopper,,0/0/00\n")
    #expect(file.entities[0].keptProperties.map(\.name) == ["Shoe size", "Birthday"])
    #expect(file.problems == ["bad-birthday:2"])
    #expect(file.entities[1].keptProperties.isEmpty)
  }

  @Test(arguments: [
    ("12/10/1815", "1815-12-10"), ("25/12/1980", "1980-12-25"), ("10.12.1815", "1815-12-10"),
    ("1815-12-10", "1815-12-10"),
    ("1990-04-12 00:00:00", "1990-04-12"), ("5 Mar 2024", "2024-03-05"), ("March 5, 2024", "2024-03-05"),
    ("1/31/98", "1998-01-31"), ("12/10/1604", "--12-10"), ("--12-10", "--12-10"), ("2024/3/5", "2024-03-05"),
    ("1985", "1985"),
  ])
  func readsDates(text: String, date: String) throws {
    let file = try CSVTesting.read("First Name,Last Name,Birthday\nAda,L,\"\(text)\"\n")
    #expect(file.entities[0].anniversaries.map(\.date.description) == [date])
  }

  @Test func oneDateThatIsSureDecidesForAll() throws {
    let rows = "First Name,Last Name,Birthday\nAda,L,7/8/1835\n"
    #expect(try CSVTesting.read(rows).problems == ["ambiguous-date:2"])
    let sure = try CSVTesting.read(rows + "Grace,H,25/12/1980\n")
    #expect(sure.entities.map { $0.anniversaries[0].date.description } == ["1835-08-07", "1980-12-25"])
    #expect(sure.problems.isEmpty)
    let said = try CSVTesting.read(rows, options: [("dates", "day-first")])
    #expect(said.entities[0].anniversaries[0].date == PartialDate("1835-08-07"))
    #expect(try CSVTesting.read(rows, options: [("dates", "month-first")]).problems.isEmpty)
  }

  @Test func aRowWithACompanyAloneIsTheCompany() throws {
    let file = try CSVTesting.read("First Name,Last Name,Organization Name,Labels,Phone 1 - Value\n,,Mill,,1\n")
    #expect(file.entities.map(\.kind) == [.company])
    #expect(file.entities.map(\.name) == ["Mill"])
  }

  // MARK: Other languages and unknown headers

  @Test(arguments: [
    ("Vorname;Nachname;E-Mail-Adresse;Firma\nAda;L;a@b.example;M\n", "German", "--map 'Vorname=given'"),
    ("Prénom,Nom,Société\nAda,L,M\n", "French", "--map 'Prénom=given'"),
    ("Nombre,Apellidos,Empresa\nAda,L,M\n", "Spanish", "--map 'Apellidos=family'"),
    ("Nome,Cognome,Azienda\nAda,L,M\n", "Italian", "--map 'Cognome=family'"),
    ("Primeiro nome,Sobrenome,Empresa\nAda,L,M\n", "Portuguese", "--map 'Sobrenome=family'"),
    ("Voornaam,Achternaam,Bedrijf\nAda,L,M\n", "Dutch", "--map 'Achternaam=family'"),
    ("名,姓,会社名\nAda,L,M\n", "Japanese", "--map '姓=family'"),
    ("Vorname,Name,E-Mail\nAda,L,a@b.example\n", "German", "--map 'Vorname=given'"),
  ])
  func answersOtherLanguages(text: String, language: String, hint: String) throws {
    let message = try message(text)
    #expect(message.contains("in \(language), as Outlook") && message.contains(hint), "\(message)")
    #expect(message.contains("English"))
  }

  @Test func tellsLinkedInInAnotherLanguage() throws {
    let text = "Notes:\n\"text\"\n\nVorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAda,L,,,,,\n"
    #expect(try message(text).contains("in German, as LinkedIn"))
  }

  @Test func anUnknownHeaderSaysHowToGoOn() throws {
    let message = try message("Wer,Wo\nAda,London\n")
    #expect(message.contains("found 'Wer', 'Wo'"))
    #expect(message.contains("--map 'Wer=name'"))
    #expect(message.contains("fields: name, given, family"))
  }

  @Test func mapsUnknownColumns() throws {
    let text = "Wer;Post;Anruf;Rest\nAda Lovelace;a@b.example;020 1;x\n"
    let map = [("map", "Wer=name"), ("map", "post=email"), ("map", "Anruf=mobile")].map { (name: $0, value: $1) }
    let file = try CSVTesting.read(text, options: map)
    #expect(file.entities.map(\.name) == ["Ada Lovelace"])
    #expect(file.entities[0].emails == [EmailAddress("a@b.example")])
    #expect(file.entities[0].phones == [PhoneNumber("020 1", details: ContactDetails(types: ["cell"]))])
    #expect(file.entities[0].keptProperties == [KeptProperty(format: "csv", name: "Rest", value: "x")])
    let ignored = try CSVTesting.read(text, options: map + [("map", "Rest=ignore")])
    #expect(ignored.entities[0].keptProperties.isEmpty)
  }

  @Test func aMapOverridesWhatAColumnWouldSay() throws {
    let text = "First Name,E-mail 1 - Value,Notes\nAda,a@b.example ::: c@d.example,Mill\n"
    let file = try CSVTesting.read(text, options: [("map", "Notes=company")])
    #expect(file.entities[0].emails.count == 2)
    #expect(file.relations.map(\.object) == [.named("Mill", .company)])
  }

  @Test func refusesMapsThatSayNothing() throws {
    let text = "Wer,Post\nAda,a@b.example\n"
    #expect(try message(text, [("map", "Wer")]).contains("needs 'Their column=field'"))
    #expect(try message(text, [("map", "Wer=nmae")]).contains("no field that kith has; there are name, given"))
    #expect(try message(text, [("map", "Wo=name")]).contains("found 'Wer', 'Post'"))
  }
}
