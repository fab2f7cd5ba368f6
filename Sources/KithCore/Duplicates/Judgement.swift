import Foundation

/// What the evidence on a pair comes to.
struct Judgement {
  /// In bits.
  var weight: Double
  var reasons: [DuplicateReason] = []
  var contradictions: [DuplicateReason] = []
  /// Whether the e-mail address, or the phone number, is nobody else's.
  var isMailCertain = false
  var isPhoneCertain = false
  var hasOtherEmails = false
  var hasOtherPhones = false
  var hasOtherCompanies = false
  /// Only one of the two says whether it is the elder or the younger.
  var hasOneGeneration = false
  var hasSlippedBirthday = false
  private(set) var score = 0.0
  private(set) var isCertain = false
  /// Whether an initial stands for the given name, or nothing says which generation, and no address says whose.
  private(set) var isByInitial = false

  init(weight: Double) { self.weight = weight }

  mutating func add(_ reason: DuplicateReason, _ bits: Double) {
    weight += bits
    reasons.append(reason)
  }

  /// Works out the score. Other given names, generations and birthdays are no matter of degree, and names that differ
  /// need more than a place in common.
  mutating func settle(_ name: NameComparison) {
    let isSameMail = isMailCertain || reasons.contains(.sameLink) || reasons.contains(.sameMailbox)
    let isReached = isSameMail || isPhoneCertain || reasons.contains(.sameBirthday)
    score = 1 / (1 + exp2(-weight))
    if name.family == .other {
      reasons.append(.otherFamilyName)
      limit(isReached ? 0.8 : 0.2)
      if name.given < .slip { limit(0.15) }
    }
    if name.given == .near || name.family == .near { limit(isSameMail ? 0.9 : 0.4) }
    if name.given == .missing || name.family == .missing { limit(isReached || name.given > .initial ? 0.95 : 0.3) }
    if contradictions.contains(.otherGivenName) { limit(NameComparison.highestOfTwo) }
    if contradictions.contains(.otherGeneration) { limit(0.1) }
    if contradictions.contains(.otherBirthday) { limit(isSameMail ? 0.45 : 0.3) }
    reasons += contradictions
    isByInitial = (name.given == .initial || name.family == .initial || hasOneGeneration) && !isSameMail
    isCertain = isCertain(name)
  }

  private mutating func limit(_ highest: Double) { score = min(score, highest) }

  private func isCertain(_ name: NameComparison) -> Bool {
    guard contradictions.isEmpty, score > 0.9, name.family >= .slip, !name.isOtherName || isMailCertain else {
      return false
    }
    // John Adams may be the one who is John Adams Jr., and may be his father.
    if hasOneGeneration || hasSlippedBirthday { return false }
    // Mina and Nina may have one address; so may a household that also has one number.
    if isMailCertain { return name.given >= .initial && name.given != .slip }
    // One number is often a household's: there an initial, a slip or a short form may be another's name, and a father
    // and a son of one name have an address each.
    return isPhoneCertain && name.given >= .spelling && name.family >= .slip
      && (!hasOtherEmails || isKnownOtherwise)
  }

  /// Whether more than a number and a place says that they are one.
  private var isKnownOtherwise: Bool {
    reasons.contains { $0 == .sameCompany || $0 == .sameBirthday || $0 == .sameLink }
  }

  /// Another fits as well.
  mutating func doubt() {
    limit(0.45)
    isCertain = false
    reasons.append(.severalFit)
  }
}

/// How two dates agree, packed as year, month, day with 0 for what is not known.
enum BirthdayComparison {
  case equal, agreeing, slip, other

  init(_ one: Int, _ other: Int) {
    if one == other {
      self = .equal
      return
    }
    let parts = [(one / 10000, other / 10000), (one / 100 % 100, other / 100 % 100), (one % 100, other % 100)]
    let differing = parts.filter { $0.0 != $0.1 && $0.0 > 0 && $0.1 > 0 }
    if differing.isEmpty {
      self = .agreeing
    } else if parts[0].0 == parts[0].1, parts[1].0 == parts[2].1, parts[2].0 == parts[1].1 {
      // Month and day the other way round.
      self = .slip
    } else if differing.count == 1, parts[0].0 == parts[0].1 || parts[0].0 % 100 == parts[0].1 % 100 {
      self = .slip
    } else {
      self = .other
    }
  }
}

/// How many differently named people share an address or a number, where more than two records have it.
struct SharedPoints {
  private var atAddress: [Int32: Int] = [:]
  private var onPhone: [Int32: Int] = [:]

  init(_ table: DuplicateTable) {
    atAddress = SharedPoints.people(table.emails, counts: table.addresses.counts, table)
    onPhone = SharedPoints.people(table.phones, counts: table.lines.counts, table)
  }

  func people(at address: Int32) -> Int { atAddress[address] ?? 2 }
  func people(on phone: Int32) -> Int { onPhone[phone] ?? 2 }

  private static func people(_ column: ValueColumn, counts: [Int32], _ table: DuplicateTable) -> [Int32: Int] {
    var holders: [Int32: [Int]] = [:]
    for record in 0..<table.count {
      for value in column[record] where counts[Int(value)] > 2 { holders[value, default: []].append(record) }
    }
    return holders.mapValues { SharedPoints.people($0, table) }
  }

  /// Those whose given names contradict those of all before them. Who are many are not told apart any more.
  private static func people(_ records: [Int], _ table: DuplicateTable) -> Int {
    if records.count > DuplicateBlocks.largest { return records.count }
    var distinct: [Int] = []
    for record in records {
      let isNew = distinct.allSatisfy { known in
        let name = NameComparison.compare(known, record, in: table)
        return name.given <= .near
      }
      if isNew { distinct.append(record) }
    }
    return max(2, distinct.count)
  }
}
