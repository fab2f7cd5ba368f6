import KithCSV
import KithCore
import Testing

struct CSVImportTests {
  @Test func readsAFewColumnsInAnyOrder() throws {
    let file = try CSVTesting.read("Email; Name ;title;company\nada@example.com;Ada Lovelace;CTO;Mill\n")
    let ada = try #require(file.entities.first)
    #expect(ada.name == "Ada Lovelace")
    #expect(ada.kind == .person)
    #expect(ada.emails == [EmailAddress("ada@example.com")])
    #expect(ada.created == CSVTesting.now)
    #expect(file.relations == [ImportedRelation(.id(ada.id), .worksFor, .named("Mill", .company), title: "CTO")])
  }

  @Test func namesTheSameRecordsEachTime() throws {
    let text = "name,email\nAda,a@example.com\nAda,b@example.com\nAda,\n"
    let (first, second) = (try CSVTesting.read(text), try CSVTesting.read(text))
    #expect(first.entities == second.entities)
    #expect(Set(first.entities.map(\.id)).count == 3)
  }

  @Test func takesAnyUIDAsAnID() throws {
    let file = try CSVTesting.read("id,name\nURN:UUID:00000000-0000-0001-0000-00000000000A,Ada\nx1,Grace\n")
    #expect(file.entities.map(\.id) == [Identifier(high: 1, low: 10), Identifier(uid: "x1")])
  }

  @Test func tellsTablesByTheirHeaderRow() throws {
    #expect(try CSVTesting.read("name,aliases\nMill,M\n").entities.first?.kind == .company)
    #expect(try CSVTesting.read("name,start\nSalon,1833\n").entities.first?.kind == .event)
    #expect(try CSVTesting.read("name,url\nMill,x\n").entities.first?.kind == .person)
    #expect(try CSVTesting.read("name,url\nMill,x\n", table: "organizations").entities.first?.kind == .organization)
    #expect(try CSVTesting.read("kind,name\norganization,RS\n").entities.first?.kind == .organization)
    let relation = try CSVTesting.read("subject,type,object\nAda,worksFor,Mill\n").relations
    #expect(relation == [ImportedRelation(.named("Ada", .person), .worksFor, .named("Mill", .company))])
  }

  @Test func keepsColumnsThatSomebodyAdded() throws {
    let bytes = try CSVTesting.write(InMemoryGraph()).bytes
    let header = CSVTesting.text(bytes).dropLast()
    let row = "x,Ada" + String(repeating: ",", count: 22) + ",mine"
    let file = try CSVTesting.read("\(header),Colour\n\(row)\n")
    #expect(file.entities.map(\.name) == ["Ada"])
    #expect(file.entities[0].keptProperties == [KeptProperty(format: "csv", name: "Colour", value: "mine")])
  }

  @Test func reportsEachBadRowWithItsLineAndReadsOn() throws {
    let text = """
      name,email,birthday,company,title\r
      Ada,"a@example.com
      a2@example.com",1815-13-10,Mill,\r
      Grace,g@example.com,1906-12-09,Navy,Admiral,extra\r
      ,,,,\r
      Alan\r
      Joan,,,,Codebreaker\r
      Charles,,,,,,,\r
      Katherine,"k@example.com
      """
    let file = try CSVTesting.read(text)
    #expect(file.entities.map(\.name) == ["Ada", "Grace", "Alan", "Joan", "Charles", "Katherine"])
    #expect(
      file.problems == [
        "bad-birthday:2", "too-many-fields:4", "no-name:5", "title-without-company:7", "unclosed-quote:9",
      ])
    #expect(file.entities[0].emails.count == 2)
    #expect(file.entities[0].keptProperties == [KeptProperty(format: "csv", name: "birthday", value: "1815-13-10")])
    #expect(file.entities[3].keptProperties == [KeptProperty(format: "csv", name: "title", value: "Codebreaker")])
    #expect(file.diagnostics.allSatisfy { !$0.message.contains("1815") })
  }

  @Test func reportsBadRelationsAndApplications() throws {
    let relations = try CSVTesting.read("subject,type,object\nAda,frobs,Mill\nAda,knows,\nAda,knows,Grace\n")
    #expect(relations.problems == ["unknown-relation:2", "no-end:3"])
    #expect(relations.relations.count == 1)
    let applications = try CSVTesting.read(
      "company,position,outcome,involved\nMill,CTO,eaten,boss: Ada <x>\n,CTO,,\nMill,CFO,offer,recruiter: Ada <x>\n")
    #expect(applications.problems == ["bad-involved:2", "bad-outcome:2", "no-company:3"])
    #expect(applications.applications.map(\.outcome?.kind) == [nil, .offer])
    #expect(applications.applications[1].involved == [.init(Identifier(uid: "x"), as: .recruiter)])
    #expect(applications.entities.map(\.name) == ["Mill", "Mill"])
    #expect(Set(applications.entities.map(\.id)) == Set(applications.applications.map(\.company)))
  }

  @Test func decodesWindows1252WithAWarning() throws {
    let file = try CSVTesting.read(Array("name,tags\nZo".utf8) + [0xeb] + Array(",x\nAda,y\n".utf8))
    #expect(file.entities.map(\.name) == ["Zoë", "Ada"])
    #expect(file.problems == ["not-utf-8:2"])
  }

  @Test(arguments: [
    "", "\n\n", "Ada Lovelace,ada@example.com\nGrace,g@example.com\n", "name\nAda\n", "BEGIN:VCARD\r\nFN:Ada\r\n",
    "Vorname,Nachname\nAda,Lovelace\n", "{\"name\":1,\"email\":2}\n", "id,name,price\n1,Screw,2\n",
    "\u{feff}", "\0\0\0\0\0", "\"name,email\nAda,x\n",
  ])
  func refusesOtherFiles(text: String) throws {
    #expect(throws: ImportError.self) { try CSVTesting.read(text) }
    #expect(!CSVTesting.format.recognizes(Array(text.utf8)))
  }

  @Test func saysWhichColumnsItFound() throws {
    let error = #expect(throws: ImportError.self) {
      try CSVTesting.read("Vor\u{1b}[31mname;\(String(repeating: "n", count: 100));c\nAda;Lovelace;x\n")
    }
    let message = try #require(error).message
    #expect(message.contains("'Vor\u{fffd}[31mname', '\(String(repeating: "n", count: 40))…', 'c'"))
    #expect(message.contains("name, email") && message.contains("First Name, Last Name"))
    #expect(error?.line == 1)
  }

  @Test func refusesUTF16ByName() throws {
    for bytes: [UInt8] in [[0xff, 0xfe, 0x6e, 0], [0xfe, 0xff, 0, 0x6e], [0x6e, 0, 0x61, 0], [0, 0x6e, 0, 0x61]] {
      let error = #expect(throws: ImportError.self) { try CSVTesting.read(bytes) }
      #expect(error?.message.contains("UTF-16") == true)
    }
  }

  @Test func readsOnlyTheDialectAskedFor() throws {
    let own = "name,email\nAda,a@example.com\n"
    #expect(throws: ImportError.self) { try CSVTesting.read(own, dialect: "linkedin") }
    #expect(try CSVTesting.read(own, dialect: "kith").entities.count == 1)
  }

  @Test func stopsWhenTheHostDoes() throws {
    struct Full: Error {}
    let context = ImportContext(
      input: InputSource(bytes: Array("name,email\nAda,x\n".utf8)),
      options: try OptionValues([], for: CSVTesting.format.format), now: CSVTesting.now, diagnostics: DiagnosticLog()
    ) { _ in throw Full() }
    #expect(throws: Full.self) { try CSVTesting.format.importRecords(in: context) }
  }
}
