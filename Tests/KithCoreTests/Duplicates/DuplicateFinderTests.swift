import Testing

@testable import KithCore

/// What is a double and what is not, among few and among strangers.
struct DuplicateFinderTests {
  /// A person in a word or two: `Ada Lovelace`, then `key=value` for what else is known.
  private static func person(_ text: String, _ number: Int) -> Entity {
    let parts = text.split(separator: " | ").map(String.init)
    var entity = Entity(
      id: Identifier(high: 0, low: UInt64(number)), kind: .person, name: parts[0],
      created: Timestamp(secondsSince1970: 0))
    for part in parts.dropFirst() {
      let (key, value) = (String(part.prefix { $0 != "=" }), String(part.drop { $0 != "=" }.dropFirst()))
      switch key {
      case "mail": entity.emails.append(EmailAddress(value))
      case "tel": entity.phones.append(PhoneNumber(value))
      case "city": entity.addresses.append(PostalAddress(locality: [value]))
      case "born": entity.anniversaries = PartialDate(value).map { [Anniversary(.birth, on: $0)] } ?? []
      case "link": entity.links.append(Link(value))
      case "nick": entity.nicknames.append(value)
      case "jr": entity.personName = PersonName(family: [value], given: ["John"], suffixes: ["Jr."])
      case "sr": entity.personName = PersonName(family: [value], given: ["John"], suffixes: ["Sr."])
      default: break
      }
    }
    return entity
  }

  private func pairs(_ people: [String], companies: [String] = [], home: Int = 0, lowest: Double = 0.5)
    -> [DuplicatePair]
  {
    let finder = DuplicateFinder()
    finder.homeCountry = home
    for (number, text) in people.enumerated() {
      let jobs =
        companies.indices.contains(number) && !companies[number].isEmpty
        ? [DuplicateJob(company: finder.company(named: companies[number]), title: "Engineer")] : []
      finder.add(DuplicateFinderTests.person(text, number), row: Int64(number), jobs: jobs)
    }
    return finder.find(lowest: lowest).pairs
  }

  @Test(arguments: [
    ["Ada Lovelace | mail=ada@x.io", "A. Lovelace | mail=Ada@X.io"],
    ["Ada Lovelace | tel=+49 30 1234567", "Lovelace Ada | tel=0049301234567"],
    ["Robert Babbage | tel=+49 30 1234567", "Bob Babbage | tel=+49 (0)30 1234567"],
    ["Jürgen Müller | city=Berlin", "Juergen Mueller | city=Berlin"],
    ["Ada Lovelace | mail=ada@x.io", "Ada King | mail=ada@x.io"],
    ["Grace Hopper | mail=grace@x.io", "Grace Hopper-Murray | mail=grace@x.io"],
    ["Grace Hopper | mail=grace@x.io", "Grace Hopper | mail=grace+news@x.io"],
    ["Grace Hopper | mail=grace.hopper@x.io", "Grace Hopper | mail=grace.hopper@y.org"],
    ["Dr. Grace Hopper | tel=+1 212 555 0100", "Grace B. Hopper, PhD | tel=(212) 555-0100"],
    ["Luigi Menabrea | born=1809-09-04", "Luigi Menabrae | born=1809-09-04"],
    ["Ada Lovelace", "Ada Lovelace"],
    ["Ada Lovelace | nick=Countess Lovelace | mail=a@x.io", "Countess Lovelace | mail=a@x.io"],
    ["Ada Lovelace | link=https://www.linkedin.com/in/ada/", "Ada L. | link=http://linkedin.com/in/ada"],
    ["João da Silva | mail=joao@x.io", "Joao Silva | mail=joao@x.io"],
    // One name in two ways to write it.
    ["Sofia Kovalevskaya", "Sofia Kowalewskaja"],
    ["Sofia Kovalevskaya | city=Stockholm", "Sofja Kowalewskaja | city=Stockholm"],
    ["Filip Thoma | city=Prag", "Philipp Toma | city=Prag"],
    ["Vincent van Gogh | tel=+31 20 555 1234", "Vincent Gogh | tel=020 555 1234"],
  ])
  func alike(people: [String]) { #expect(pairs(people).count == 1, "\(pairs(people, lowest: 0))") }

  @Test(arguments: [
    // One family, one number.
    ["John Smith | tel=+1 212 555 0100 | city=Boston", "Mary Smith | tel=+1 212 555 0100 | city=Boston"],
    ["Mario Rossi | tel=+39 06 5550100", "Maria Rossi | tel=+39 06 5550100"],
    ["Daniel Kern | tel=+49 30 1234567", "Daniela Kern | tel=+49 30 1234567"],
    // One mailbox for two.
    ["John Smith | mail=smiths@x.io", "Mary Smith | mail=smiths@x.io"],
    // Father and son.
    ["John Adams Sr. | sr=Adams | tel=+1 212 555 0100", "John Adams Jr. | jr=Adams | tel=+1 212 555 0100"],
    ["Karl Weber | tel=+49 30 1234567 | born=1950-03-01", "Karl Weber | tel=+49 30 1234567 | born=1982-11-20"],
    // The office's address.
    ["Ada Lovelace | mail=info@x.io", "Grace Hopper | mail=info@x.io"],
    // Namesakes who are reached in other ways.
    ["Maria Garcia | mail=mg1@x.io | tel=+34 600000001", "Maria Garcia | mail=other@y.io | tel=+34 600000002"],
    ["Maria Luisa Costa | tel=+34 600000001", "Maria Teresa Costa | tel=+34 600000001"],
    ["Ian Kern | tel=+49 30 1234567", "Jan Kern | tel=+49 30 1234567"],
    // Two extensions of one number.
    ["Ada Lovelace | tel=+1 212 555 0100 x12", "Adam Smithson | tel=+1 212 555 0100 x34"],
    ["Ada Lovelace | city=London", "Charles Babbage | city=London"],
  ])
  func notAlike(people: [String]) { #expect(pairs(people) == []) }

  @Test func sameCompanyAndOtherGivenNamesAreTwo() {
    let companies = ["Analytical Engines", "Analytical Engines Ltd."]
    #expect(pairs(["Ada Lovelace", "Augusta Lovelace"], companies: companies) == [])
    #expect(pairs(["Ada Lovelace", "Ada Byron"], companies: companies) == [])
    #expect(pairs(["Ada Lovelace", "A. Lovelace"], companies: companies).count == 1)
    #expect(pairs(["Ada Lovelace", "Ada"], companies: companies).count == 1)
  }

  @Test func aNumberThatFiveShareSaysNothing() {
    let office = "tel=+49 30 1234567"
    let colleagues = ["Ada Lovelace", "Grace Hopper", "Charles Babbage", "Luigi Menabrea", "Mary Somerville"]
    let people = colleagues.map { "\($0) | \(office)" } + ["A. Lovelace"]
    #expect(pairs(people) == [])
    // A slip and the number that all have are less than a slip and a number of one's own.
    let shared = pairs(people + ["Adda Lovelass | \(office)"], lowest: 0).first?.score ?? 0
    let own = pairs(["Ada Lovelace | \(office)", "Adda Lovelass | \(office)"], lowest: 0).first?.score ?? 0
    #expect(shared < own)
  }

  @Test func aCommonNameSaysLessTheMoreBearIt() {
    let namesakes = (1...20).map { "Ada Lovelace | mail=a\($0)@x\($0).io | city=Town\($0)" }
    #expect(pairs(namesakes) == [])
  }

  @Test func anInitialThatFitsTwoIsNeithers() {
    let three = [
      "John Hooper | tel=+1 212 555 0100", "Jane Hooper | tel=+1 212 555 0100", "J. Hooper | tel=+1 212 555 0100",
    ]
    #expect(pairs(three) == [])
    #expect(pairs([three[0], three[2]]).count == 1)
    #expect(pairs([three[0], three[2]]).first?.isCertain == false)
  }

  @Test func certainIsAnAddressOfOnesOwnWithNamesThatAgree() {
    #expect(pairs(["Ada Lovelace | mail=ada@x.io", "A. Lovelace | mail=ada@x.io"])[0].isCertain)
    #expect(pairs(["Ada Lovelace | tel=+44 20 7946 0000", "Ada Lovelace | tel=020 7946 0000"])[0].isCertain)
    #expect(pairs(["Ada Lovelace", "Ada Lovelace"])[0].isCertain == false)
    #expect(pairs(["Ada Lovelace | mail=ada@x.io", "Ada King | mail=ada@x.io"])[0].isCertain == false)
    let born = ["Ada Lovelace | mail=ada@x.io | born=1815-12-10", "Ada Lovelace | mail=ada@x.io | born=1990-01-02"]
    #expect(pairs(born, lowest: 0)[0].isCertain == false)
  }

  @Test(arguments: [
    // The same may be father and son, or a household of namesakes.
    ["John Adams | tel=+1 212 555 0100", "John Adams Jr. | jr=Adams | tel=+1 212 555 0100"],
    ["John Adams Sr. | sr=Adams | mail=adams@x.io", "John Adams | mail=adams@x.io"],
    ["Karl Weber | mail=weber@x.io | born=1950-03-01", "Karl Weber | mail=weber@x.io | born=1950-03-11"],
    ["Karl Weber | mail=karl@x.io | tel=+49 30 1234567", "Karl Weber | mail=webers@y.io | tel=+49 30 1234567"],
    // Where one name stands where it should, the other is no slip of it.
    ["Martin Martin | tel=+49 30 1234567", "Martina Martin | tel=+49 30 1234567"],
    ["Mina Kern | mail=kern@x.io | tel=+49 30 1234567", "Nina Kern | mail=kern@x.io | tel=+49 30 1234567"],
    ["John Adams Sr. | sr=Adams | mail=a@x.io", "John Adams Jr. | jr=Adams | mail=a@x.io"],
  ])
  func notCertain(people: [String]) {
    let found = pairs(people, lowest: 0)
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.isCertain })
  }

  @Test func aNameWithoutGenerationThatFitsFatherAndSonIsNeithers() {
    let number = "tel=+1 212 555 0100"
    let people = [
      "John Adams Sr. | sr=Adams | \(number)", "John Adams Jr. | jr=Adams | \(number)", "John Adams | \(number)",
    ]
    #expect(pairs(people) == [])
  }

  @Test func aCompanyWrittenInTwoWaysIsOne() {
    let people = ["Emmy Noether | mail=emmy@a.io", "Emmy Nöther | mail=noether@b.io"]
    let companies = ["Göttingen Rings AG", "Goettingen Rings"]
    #expect(pairs(people, companies: companies)[safe: 0]?.reasons.contains(.sameCompany) == true)
    let colleagues = ["Sofia Kovalevskaya | mail=sofia@a.io", "Sofja Kowalewskaja | mail=sk@a.io"]
    #expect(pairs(colleagues, companies: companies).count == 1)
    #expect(pairs(colleagues, companies: companies).first?.isCertain == false)
  }

  @Test(arguments: [
    ("kovalevskaya", "kowalewskaja"), ("sophia", "sofja"), ("noether", "nother"), ("mathias", "matias"),
    ("schmidt", "schmiddt"), ("christian", "christian"), ("carlsson", "karlson"), ("beckham", "bekham"),
    ("yulia", "julija"), ("hannah", "hana"),
  ])
  func spellingsHaveOneSkeleton(one: String, other: String) {
    #expect(NameSpelling.skeleton(Array(one.utf8)) == NameSpelling.skeleton(Array(other.utf8)))
  }

  @Test(arguments: [
    ("ian", "jan"), ("johan", "joan"), ("cesar", "kesar"), ("mario", "maria"), ("team 11", "team 1"), ("bach", "back"),
  ])
  func namesOfTheirOwnHaveTwoSkeletons(one: String, other: String) {
    #expect(NameSpelling.skeleton(Array(one.utf8)) != NameSpelling.skeleton(Array(other.utf8)))
  }

  @Test func homeCountryMakesNationalNumbersWhole() {
    let people = ["Ada Lovelace | tel=030 1234567", "Ada Lovelace | tel=+33 30 1234567"]
    #expect(pairs(people, home: 49)[safe: 0]?.reasons.contains(.samePhone) != true)
    #expect(pairs(people, home: 33)[0].reasons.contains(.samePhone))
  }

  @Test func whoeverWasToldApartIsNeverFound() {
    let finder = DuplicateFinder()
    for number in 0..<2 {
      finder.add(DuplicateFinderTests.person("Ada Lovelace | mail=a@x.io", number), row: Int64(number))
    }
    #expect(finder.find().pairs.count == 1)
    finder.tellApart(1, 0)
    #expect(finder.find(lowest: 0).pairs == [])
  }

  @Test func groupsSayWhoCannotBeTheSame() throws {
    let finder = DuplicateFinder()
    let people = [
      "John Hooper | mail=j@x.io", "J. Hooper | mail=j@x.io | mail=jane@y.io", "Jane Hooper | mail=jane@y.io",
    ]
    for (number, text) in people.enumerated() {
      finder.add(DuplicateFinderTests.person(text, number), row: Int64(number))
    }
    let groups = finder.find(lowest: 0.3).groups()
    let group = try #require(groups.first)
    #expect(group.members == [0, 1, 2])
    #expect(finder.contradictions(in: group).map(\.reason) == [.otherGivenName])
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
