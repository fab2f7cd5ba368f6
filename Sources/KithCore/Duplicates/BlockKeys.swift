/// The keys under which persons are looked for: whoever shares none with another is never compared with them.
struct BlockKeys {
  /// A hash above, the record below.
  private(set) var packed: [UInt64] = []
  private let table: DuplicateTable
  /// Companies at which somebody works of whom there is only one name.
  private let companiesOfShortNames: Set<Int32>
  /// Given names with the one letter that some have for a family name.
  private let givenOfInitials: Set<UInt64>

  static let recordBits: UInt64 = 26
  static let recordMask: UInt64 = 1 << recordBits - 1

  private enum Sort: UInt64 {
    case mailbox = 1
    case phone, link, local, wholeName, family, given, givenEnd, givenInitial, birthday, company
  }

  init(_ table: DuplicateTable) {
    self.table = table
    var short = Set<Int32>()
    for record in 0..<table.count where table.given.isEmpty(record) || table.family.isEmpty(record) {
      short.formUnion(table.companies[record])
    }
    companiesOfShortNames = short
    givenOfInitials = BlockKeys.givenOfInitials(table)
    packed.reserveCapacity(table.count * 13)
    for record in 0..<table.count { addKeys(of: record) }
  }

  private static func givenOfInitials(_ table: DuplicateTable) -> Set<UInt64> {
    let names = table.names
    var known = Set<UInt64>()
    for record in 0..<table.count {
      for f in table.family[record].prefix(3) where names.isInitial[Int(f)] {
        for g in table.given[record].prefix(2) { known.insert(givenInitial(g, f, names)) }
      }
    }
    return known
  }

  private static func givenInitial(_ g: Int32, _ f: Int32, _ names: NameTable) -> UInt64 {
    KeyHash.joined(names.meanings[Int(g)], names.initials[Int(f)])
  }

  private mutating func add(_ sort: Sort, _ hash: UInt64, _ record: Int) {
    packed.append(KeyHash.joined(hash, sort.rawValue) & ~BlockKeys.recordMask | UInt64(record))
  }

  private mutating func addKeys(of record: Int) {
    addContactPoints(of: record)
    let (given, family) = (table.given[record].prefix(2), table.family[record].prefix(3))
    addNames(given, family, of: record)
    for words in table.nicknames[record] ?? [] {
      if words.count > 1 {
        addNames(words.prefix(1), words.suffix(1), of: record)
      } else {
        addNames(words[...], family, of: record)
      }
    }
    for company in table.companies[record] where companiesOfShortNames.contains(company) {
      for word in given { add(.company, KeyHash.joined(table.names.meanings[Int(word)], company), record) }
    }
  }

  private mutating func addContactPoints(of record: Int) {
    for mailbox in table.mailboxes[record] { add(.mailbox, UInt64(mailbox), record) }
    for phone in table.phones[record] { add(.phone, UInt64(phone), record) }
    for link in table.links[record] { add(.link, UInt64(link), record) }
    for local in table.locals[record] where table.localTexts.text(local).count >= 6 {
      add(.local, UInt64(local), record)
    }
  }

  private mutating func addNames(_ given: ArraySlice<Int32>, _ family: ArraySlice<Int32>, of record: Int) {
    let names = table.names
    if family.isEmpty, let word = given.first { add(.wholeName, names.sounds[Int(word)], record) }
    for g in given {
      for f in family {
        if !names.isInitial[Int(g)], !names.isInitial[Int(f)] {
          add(.wholeName, KeyHash.unordered(names.meanings[Int(g)], names.meanings[Int(f)]), record)
        }
        addPlaces(g, f, of: record)
      }
      if table.birthdays[record] > 10000 {
        add(.birthday, KeyHash.joined(names.meanings[Int(g)], table.birthdays[record]), record)
      }
    }
    for f in family where table.birthdays[record] > 10000 {
      add(.birthday, KeyHash.joined(names.meanings[Int(f)], table.birthdays[record]), record)
    }
  }

  /// One name and two letters of the other, or its initial, with where they live or work: a slip or an initial in the
  /// rest does not matter then.
  private mutating func addPlaces(_ g: Int32, _ f: Int32, of record: Int) {
    let names = table.names
    let (first, last) = (names.initials[Int(g)], names.initials[Int(f)])
    let family = KeyHash.joined(names.sounds[Int(f)], first)
    let beginning = KeyHash.joined(names.meanings[Int(g)], names.beginnings[Int(f)])
    let end = KeyHash.joined(names.meanings[Int(g)], names.ends[Int(f)])
    let initial = BlockKeys.givenInitial(g, f, names)
    let isOfInitial = givenOfInitials.contains(initial)
    func addPlace(_ place: UInt64) {
      add(.family, KeyHash.joined(family, place), record)
      add(.given, KeyHash.joined(beginning, place), record)
      add(.givenEnd, KeyHash.joined(end, place), record)
      if isOfInitial { add(.givenInitial, KeyHash.joined(initial, place), record) }
      // "Lovelace A." has them the other way round.
      if names.isInitial[Int(f)] {
        add(.family, KeyHash.joined(KeyHash.joined(names.sounds[Int(g)], last), place), record)
      }
    }
    for company in table.companies[record] { addPlace(KeyHash.joined(1, company)) }
    for city in table.cities[record] { addPlace(KeyHash.joined(2, city)) }
  }
}
