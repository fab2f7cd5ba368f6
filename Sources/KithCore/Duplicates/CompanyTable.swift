import Foundation

/// Companies and organizations side by side, by what they are compared by.
final class CompanyTable {
  private(set) var rows: [Int64] = []
  private(set) var places = ValueColumn()
  private var kinds: [Entity.Kind] = []
  /// The words of each name, without the legal form: the shown one first.
  private var names: [[[String]]] = []
  private var domains: [Set<String>] = []
  private var phones: [Set<[UInt8]>] = []
  private var cityTexts = TextTable()

  func add(_ entity: Entity, row: Int64) {
    rows.append(row)
    kinds.append(entity.kind)
    names.append(([entity.name] + entity.nicknames).map { SearchKey.words(CompanyName.key($0)) }.filter { !$0.isEmpty })
    domains.append(CompanyDomain.all(of: entity))
    phones.append(Set(entity.phones.compactMap { PhoneKey($0.number)?.digits }))
    for city in entity.addresses.lazy.flatMap(\.locality) where !city.isEmpty {
      places.append(cityTexts.number(of: SearchKey.fold(city)))
    }
    places.endRecord()
  }

  /// Keys as ``BlockKeys`` packs them.
  func keys() -> [UInt64] {
    var keys: [UInt64] = []
    func add(_ sort: UInt64, _ text: String, _ record: Int) {
      let hash = text.utf8.reduce(KeyHash.mixed(sort)) { KeyHash.joined($0, $1) }
      keys.append(hash & ~BlockKeys.recordMask | UInt64(record))
    }
    for record in rows.indices {
      for words in names[record] {
        add(1, words.joined(), record)
        add(2, words.sorted().joined(separator: " "), record)
        if words.count > 1 { add(1, CompanyTable.initials(words), record) }
        let sound = NameSpelling.sound(Array(words.joined().utf8))
        if sound.count > 2 { add(3, String(decoding: sound, as: UTF8.self), record) }
        if let first = words.first, first.utf8.count > 3 { add(4, first, record) }
      }
      for domain in domains[record] { add(5, domain, record) }
      for phone in phones[record] { add(6, String(decoding: phone, as: UTF8.self), record) }
    }
    return keys
  }

  private static func initials(_ words: [String]) -> String { String(words.compactMap(\.first)) }

  /// Nil if they have nothing in common.
  func compare(_ one: Int, _ other: Int) -> DuplicatePair? {
    var weight = -8.0
    var reasons: [DuplicateReason] = []
    let name = names[one].flatMap { mine in names[other].map { CompanyTable.compare(mine, $0) } }
      .max { $0.weight < $1.weight }
    guard let name, name.weight > CompanyTable.contradiction else { return nil }
    weight += name.weight
    if let reason = name.reason { reasons.append(reason) }
    if !domains[one].isDisjoint(with: domains[other]) {
      weight += 10
      reasons.append(.sameDomain)
    } else if !domains[one].isEmpty, !domains[other].isEmpty {
      weight -= 5
      reasons.append(.otherDomain)
    }
    if !phones[one].isDisjoint(with: phones[other]) {
      weight += 5
      reasons.append(.samePhone)
    }
    if places.shared(one, other) != nil {
      weight += 2
      reasons.append(.sameCity)
    } else if places.differs(one, other) {
      weight -= 1
    }
    if kinds[one] != kinds[other] {
      weight -= 1
      reasons.append(.otherKind)
    }
    return DuplicatePair(
      first: rows[one], second: rows[other], score: 1 / (1 + exp2(-weight)), reasons: reasons, isCertain: false)
  }

  private static let contradiction = -20.0

  private static func compare(_ one: [String], _ other: [String]) -> (weight: Double, reason: DuplicateReason?) {
    if one == other { return (12, .sameName) }
    let (left, right) = (one.joined(), other.joined())
    // Conference 17 and Conference 18 are two.
    if numbers(one) != numbers(other) { return (contradiction, nil) }
    if left == right { return (11, .spelling) }
    if NameSpelling.plain(Array(left.utf8)) == NameSpelling.plain(Array(right.utf8)) { return (10, .spelling) }
    if one.sorted() == other.sorted() { return (9, .spelling) }
    let length = min(left.utf8.count, right.utf8.count)
    if length >= 5, EditDistance.between(left, right, atMost: length >= 9 ? 2 : 1) != nil { return (7, .slip) }
    if isAcronym(left, of: other) || isAcronym(right, of: one) { return (6, .acronym) }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    if long.starts(with: short), length >= 4 { return (4, .partOfName) }
    return (-4, nil)
  }

  private static func isAcronym(_ text: String, of words: [String]) -> Bool {
    words.count > 2 && text == initials(words)
  }

  private static func numbers(_ words: [String]) -> [String] {
    words.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
  }
}

/// The domains that are a company's own.
enum CompanyDomain {
  static func all(of entity: Entity) -> Set<String> {
    let hosts = entity.links.map { String(SearchKey.link($0.url).prefix { $0 != "/" && $0 != ":" }) }
    let mail = entity.emails.map { String(decoding: EmailKey($0.address).domain, as: UTF8.self) }
      .filter { !EmailKey.providers.contains($0) }
    return Set((hosts + mail).compactMap(registered).filter { !sharedHosts.contains($0) })
  }

  /// `www.acme.co.uk` is `acme.co.uk`; nil for what is no domain.
  private static func registered(_ host: String) -> String? {
    let labels = host.split(separator: ".")
    guard labels.count > 1 else { return nil }
    let isSecondLevel =
      labels.count > 2 && (labels.last?.utf8.count ?? 0) == 2 && secondLevels.contains(labels[labels.count - 2])
    return labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
  }

  private static let secondLevels: Set<Substring> = ["ac", "co", "com", "edu", "gov", "net", "or", "org"]
  /// Where the page of a company is not its own domain.
  private static let sharedHosts: Set<String> = [
    "angel.co", "bsky.app", "crunchbase.com", "facebook.com", "github.com", "github.io", "glassdoor.com", "google.com",
    "instagram.com", "linkedin.com", "medium.com", "meetup.com", "notion.site", "twitter.com", "wikipedia.org", "x.com",
    "xing.com", "youtube.com",
  ]
}
