import KithCore

extension SampleGraph {
  /// `people` people at a twentieth as many companies, drawn from `seed`; the same seed gives the same graph.
  public static func big(people: Int, seed: UInt64) -> InMemoryGraph {
    var random = SplitMix64(state: seed)
    var graph = InMemoryGraph()
    let companies = max(1, people / 20)
    for number in 0..<companies {
      let name = "\(pick(materials, &random)) \(pick(trades, &random)) \(number + 1)"
      graph.entities.append(entity(1_000_000 + UInt64(number), .company, name))
    }
    for number in 0..<people { graph.entities.append(person(number, &random)) }
    graph.relations = (0..<people).flatMap { ties(of: $0, people, companies, &random) }
    graph.owner = people > 0 ? id(2_000_000) : nil
    return graph
  }

  private static func person(_ number: Int, _ random: inout SplitMix64) -> Entity {
    let given = pick(givenNames, &random)
    let family = pick(familyNames, &random)
    var person = entity(2_000_000 + UInt64(number), .person, "\(given) \(family)")
    person.personName = PersonName(family: [family], given: [given])
    person.emails = [EmailAddress("person\(number)@example.com", details: ContactDetails(types: ["work"]))]
    person.phones = [PhoneNumber("+44 20 7946 \(1000 + Int(random.next() % 9000))")]
    if number % 3 == 0 { person.addresses = [PostalAddress(locality: [pick(cities, &random)])] }
    if number % 7 == 0 { person.notes = ["Met in \(pick(cities, &random))."] }
    if number % 5 == 0 { person.tags = [pick(trades, &random).lowercased()] }
    return person
  }

  private static func ties(
    of number: Int, _ people: Int, _ companies: Int, _ random: inout SplitMix64
  ) -> [Relation] {
    let person = id(2_000_000 + UInt64(number))
    let employer = id(1_000_000 + random.next() % UInt64(companies))
    let start = PartialDate(year: 2000 + Int(random.next() % 26))
    let job = Relation(person, .worksFor, employer, title: pick(titles, &random), period: Period(start: start))
    let other = id(2_000_000 + random.next() % UInt64(people))
    return other == person ? [job] : [job, Relation(person, .knows, other)]
  }

  private static func pick(_ words: [String], _ random: inout SplitMix64) -> String {
    words[Int(random.next() % UInt64(words.count))]
  }

  private static let givenNames = ["Ada", "Charles", "Grace", "Edith", "José", "Søren", "美咲", "Zoë", "Olu", "Ivy"]
  private static let familyNames = ["Cogwright", "Barrel", "O'Mill", "Larsen-Stack", "Ñandú", "林", "Register", "Wu"]
  private static let materials = ["Brass", "Copper", "Iron", "Punched", "Steam", "Silver"]
  private static let trades = ["Engines", "Looms", "Mills", "Cards", "Relays"]
  private static let cities = ["London", "Zürich", "Kraków", "大阪", "Turin"]
  private static let titles = ["Mechanic", "Programmer", "Clerk", "Director, Mills", "Weaver"]
}

/// Steele, Lea and Flood's generator: small, and the same on every platform.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
