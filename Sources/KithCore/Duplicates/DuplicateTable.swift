/// Records side by side, by what they are compared by: numbers in place of texts, so that comparing is comparing numbers,
/// and how many have a value is known.
final class DuplicateTable {
  private(set) var rows: [Int64] = []
  let names = NameTable()
  private(set) var given = ValueColumn()
  private(set) var family = ValueColumn()
  private(set) var generations: [UInt8] = []
  private(set) var birthdays: [Int32] = []
  private(set) var addresses = TextTable()
  private(set) var mailboxTexts = TextTable()
  private(set) var localTexts = TextTable()
  private(set) var isRole: [Bool] = []
  private(set) var emails = ValueColumn()
  private(set) var mailboxes = ValueColumn()
  private(set) var locals = ValueColumn()
  private(set) var lines = TextTable()
  private(set) var phones = ValueColumn()
  /// The calling code of each phone, 0 if unknown.
  private(set) var countries: [Int32] = []
  private(set) var linkTexts = TextTable()
  private(set) var links = ValueColumn()
  private(set) var cityTexts = TextTable()
  private(set) var cities = ValueColumn()
  private(set) var titleTexts = TextTable()
  private(set) var titles = ValueColumn()
  private(set) var companyTexts = TextTable()
  private(set) var companies = ValueColumn()
  /// The other names of the few who have some.
  private(set) var nicknames: [Int: [[Int32]]] = [:]
  /// How many have the same words in their names, by their hash.
  private var wholeNames: [UInt64: Int32] = [:]
  /// The calling code of numbers that say none; 0 if that is not known.
  var homeCountry = 0
  /// How many there are of whom these are some; nil if these are all.
  var population: Int?

  var count: Int { rows.count }

  func add(_ entity: Entity, row: Int64, jobs: [DuplicateJob]) {
    rows.append(row)
    addName(entity)
    for email in entity.emails where !email.address.isEmpty { add(EmailKey(email.address)) }
    for phone in entity.phones {
      guard let key = PhoneKey(phone.number, home: homeCountry) else { continue }
      phones.append(lines.number(of: key.digits))
      countries.append(Int32(key.country))
    }
    for link in entity.links { addLink(SearchKey.link(link.url)) }
    for service in entity.onlineServices { addService(service) }
    for city in entity.addresses.lazy.flatMap(\.locality) where !city.isEmpty {
      cities.append(cityTexts.number(of: SearchKey.fold(city)))
    }
    for job in jobs { add(job) }
    // A title that came without a company is kept as a property.
    for kept in entity.keptProperties where kept.name == "title" || kept.name == "TITLE" { addTitle(kept.value) }
    birthdays.append(Int32(entity.anniversaries.first { $0.kind == .birth }?.date.packed ?? 0))
    endRecord()
  }

  private func endRecord() {
    emails.endRecord()
    mailboxes.endRecord()
    locals.endRecord()
    phones.endRecord()
    links.endRecord()
    cities.endRecord()
    titles.endRecord()
    companies.endRecord()
  }

  private func addName(_ entity: Entity) {
    let words = NameWords(entity)
    for word in words.given { given.append(names.number(of: word)) }
    for word in words.family { family.append(names.number(of: word)) }
    given.endRecord()
    family.endRecord()
    generations.append(words.generation)
    let record = count - 1
    let others = entity.nicknames.map { NameWords.words(ofNickname: $0).map { names.number(of: $0) } }
    if !others.isEmpty { nicknames[record] = others.filter { !$0.isEmpty } }
    wholeNames[wholeName(record), default: 0] += 1
  }

  private func wholeName(_ record: Int) -> UInt64 {
    var sum: UInt64 = 0
    for word in given[record] { sum = sum &+ KeyHash.mixed(UInt64(word) + 1) }
    for word in family[record] { sum = sum &+ KeyHash.mixed(UInt64(word) + 1) }
    return sum
  }

  /// How many have just these words as their name.
  func bearers(ofNameOf record: Int) -> Int { Int(wholeNames[wholeName(record)] ?? 1) }

  func setBearers(_ count: Int, ofNameOf record: Int) { wholeNames[wholeName(record)] = Int32(clamping: count) }

  private func add(_ key: EmailKey) {
    let number = addresses.number(of: key.address)
    if Int(number) == isRole.count { isRole.append(key.isRole) }
    emails.append(number)
    mailboxes.append(mailboxTexts.number(of: key.mailbox))
    locals.append(localTexts.number(of: key.local))
  }

  private func addLink(_ link: String) {
    if link.utf8.count > 3 { links.append(linkTexts.number(of: link)) }
  }

  private func addService(_ service: OnlineService) {
    if let uri = service.uri { return addLink(SearchKey.link(uri)) }
    guard let name = service.service, let user = service.user, !user.isEmpty else { return }
    addLink(SearchKey.fold(name + "/" + user))
  }

  private func add(_ job: DuplicateJob) {
    if job.company >= 0 { companies.append(job.company) }
    addTitle(job.title)
  }

  private func addTitle(_ title: String) {
    if !title.isEmpty { titles.append(titleTexts.number(of: SearchKey.fold(title))) }
  }

  /// The number that stands for a company in ``DuplicateJob``: one for all spellings of its name.
  func company(named name: String) -> Int32 {
    companyTexts.number(of: NameSpelling.skeleton(Array(CompanyName.key(name).utf8)))
  }

  func setBearers(ofWord word: String, _ count: Int) { names.setCount(count, of: names.number(of: word)) }
}

/// Where somebody works or worked, as far as it tells them from others.
public struct DuplicateJob: Sendable {
  /// The number of the company; -1 where it is not known.
  public var company: Int32
  public var title: String

  public init(company: Int32, title: String) {
    self.company = company
    self.title = title
  }
}
