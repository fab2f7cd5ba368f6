import Foundation

/// How likely it is that two records are one person: the weight of the evidence in bits (log2 of the likelihood ratio,
/// Fellegi and Sunter 1969), on top of how unlikely two records at random are.
///
/// What few have says much, what many have says little. What contradicts is no evidence to be outweighed but a limit.
final class PairScorer {
  private let table: DuplicateTable
  private let population: Double
  /// For each phone and e-mail address, how many differently named people have it, where it is more than two records.
  private let sharers: SharedPoints

  init(_ table: DuplicateTable) {
    self.table = table
    population = Double(table.population ?? table.count) + PairScorer.background
    sharers = SharedPoints(table)
  }

  /// So many more people are thought of than are known: what is rare among a few need not be rare.
  private static let background = 1000.0
  /// How many doubles a record has.
  private static let share = 0.04

  /// The bits that a value says of which `count` records have it.
  private func bits(_ count: Int, atMost limit: Double = .infinity) -> Double {
    min(limit, log2(population / (Double(max(count, 2)) - 0.5)))
  }

  /// Nil if the names alone say that the two score less than `lowest`, which is most pairs of a large block.
  func judge(_ one: Int, _ other: Int, lowest: Double) -> Judgement? {
    let name = NameComparison.compare(one, other, in: table)
    if name.isOfTwo, lowest > NameComparison.highestOfTwo { return nil }
    let judgement = judge(name, one, other)
    return judgement.score >= lowest ? judgement : nil
  }

  func judge(_ one: Int, _ other: Int) -> Judgement {
    judge(NameComparison.compare(one, other, in: table), one, other)
  }

  private func judge(_ name: NameComparison, _ one: Int, _ other: Int) -> Judgement {
    var judgement = Judgement(weight: -log2(population / PairScorer.share))
    addName(name, one, other, to: &judgement)
    addEmails(name, one, other, to: &judgement)
    addPhones(name, one, other, to: &judgement)
    addLinks(one, other, to: &judgement)
    addBirthdays(one, other, to: &judgement)
    addPlaces(one, other, to: &judgement)
    weighContradictions(name, one, other, &judgement)
    judgement.settle(name)
    return judgement
  }

  // MARK: Names

  private func addName(_ name: NameComparison, _ one: Int, _ other: Int, to judgement: inout Judgement) {
    judgement.weight += givenBits(name) + familyBits(name)
    if name.given >= .slip, name.family >= .slip {
      let bearers = max(table.bearers(ofNameOf: one), table.bearers(ofNameOf: other))
      judgement.weight -= 2.5 * log2(Double(max(bearers, 2)) / 2)
    }
    judgement.reasons += name.reasons
  }

  private func givenBits(_ name: NameComparison) -> Double {
    guard name.given > .missing else { return name.given == .other ? -8 : name.given == .near ? 0 : -2 }
    let isCommon = table.names.isCommonGiven[Int(name.givenWord)]
    let whole = bits(table.names.count(name.givenWord), atMost: isCommon ? 7 : 12)
    switch name.given {
    case .initial: return 2.5
    case .slip: return min(whole - 3, 5)
    case .form, .part: return whole - 1.5
    default: return whole
    }
  }

  private func familyBits(_ name: NameComparison) -> Double {
    guard name.family > .missing else { return name.family == .other ? -7 : name.family == .near ? 0 : -1 }
    let isCommon = table.names.isCommonFamily[Int(name.familyWord)]
    let whole = bits(table.names.count(name.familyWord), atMost: isCommon ? 8 : 17)
    switch name.family {
    case .initial: return 2.5
    case .slip: return min(whole - 3, 7)
    case .part, .spelling: return whole - 1.5
    default: return whole
    }
  }

  // MARK: Contact points

  private func addEmails(_ name: NameComparison, _ one: Int, _ other: Int, to judgement: inout Judgement) {
    if let address = table.emails.shared(one, other) {
      let people = sharers.people(at: address)
      if table.isRole[Int(address)] {
        judgement.weight += 6
        judgement.reasons.append(.sameEmail)
      } else {
        judgement.add(.sameEmail, shared(26, by: people, 8, name))
        judgement.isMailCertain = people <= 2
        if people > 2 { judgement.reasons.append(.sharedContact) }
      }
    } else if table.mailboxes.shared(one, other) != nil {
      judgement.add(.sameMailbox, 20)
    } else if !table.emails.isEmpty(one), !table.emails.isEmpty(other) {
      if let bits = mailNameBits(name, one, other) { return judgement.add(.sameMailName, bits) }
      judgement.hasOtherEmails = true
      judgement.weight -= 2
    }
  }

  /// What a contact point says that `people` share: each more takes `loss`. Among those who share one, two of one name
  /// are hardly two.
  private func shared(_ bits: Double, by people: Int, _ loss: Double, _ name: NameComparison) -> Double {
    let others = Double(max(0, people - 2))
    let isNamed = name.given >= .form && name.family >= .slip && people <= DuplicateBlocks.largest
    return isNamed ? max(6, bits - 2 * log2(others + 1)) : max(0, bits - loss * others)
  }

  /// `ada.lovelace@` at two providers says no more than the name does; `countess88@` says more. Nil where they differ.
  private func mailNameBits(_ name: NameComparison, _ one: Int, _ other: Int) -> Double? {
    guard let local = table.locals.shared(one, other) else { return nil }
    let isRole = table.emails.range(one).contains {
      table.locals.values[$0] == local && table.isRole[Int(table.emails.values[$0])]
    }
    let text = table.localTexts.text(local)
    guard !isRole, text.count >= 5, table.localTexts.counts[Int(local)] <= 4 else { return nil }
    let hasDigit = text.contains { (0x30...0x39).contains($0) }
    return hasDigit || !isMadeOfName(text, one) && !isMadeOfName(text, other) ? 6 : 1
  }

  private func isMadeOfName(_ local: ArraySlice<UInt8>, _ record: Int) -> Bool {
    let letters = local.filter { $0 >= 0x61 }
    return (table.given[record] + table.family[record]).contains { word in
      let text = table.names.texts.text(word).filter { (0x61...0x7a).contains($0) }
      return text.count > 2
        && (letters.starts(with: text.prefix(5)) || letters.reversed().starts(with: text.suffix(5).reversed()))
    }
  }

  private func addPhones(_ name: NameComparison, _ one: Int, _ other: Int, to judgement: inout Judgement) {
    if let phone = sharedPhone(one, other) {
      let people = sharers.people(on: phone)
      judgement.add(.samePhone, shared(isWhole(phone) ? 20 : 9, by: people, 7, name))
      judgement.isPhoneCertain = people <= 2 && isWhole(phone)
      if people > 2 { judgement.reasons.append(.sharedContact) }
    } else if !table.phones.isEmpty(one), !table.phones.isEmpty(other) {
      judgement.hasOtherPhones = true
      judgement.weight -= 3
    }
  }

  private func isWhole(_ phone: Int32) -> Bool {
    table.lines.text(phone).prefix { $0 != UInt8(ascii: "#") }.count >= 7
  }

  /// Of two countries only where one of them is not known.
  private func sharedPhone(_ one: Int, _ other: Int) -> Int32? {
    for mine in table.phones.range(one) {
      for theirs in table.phones.range(other) where table.phones.values[mine] == table.phones.values[theirs] {
        let (country, second) = (table.countries[mine], table.countries[theirs])
        if country == second || country == 0 || second == 0 { return table.phones.values[mine] }
      }
    }
    return nil
  }

  private func addLinks(_ one: Int, _ other: Int, to judgement: inout Judgement) {
    guard let link = table.links.shared(one, other) else { return }
    let count = Int(table.linkTexts.counts[Int(link)])
    judgement.add(.sameLink, max(0, 22 - 6 * Double(max(0, count - 2))))
  }

  // MARK: The rest

  private func addBirthdays(_ one: Int, _ other: Int, to judgement: inout Judgement) {
    let (mine, theirs) = (Int(table.birthdays[one]), Int(table.birthdays[other]))
    guard mine > 0, theirs > 0 else { return }
    switch BirthdayComparison(mine, theirs) {
    case .equal: judgement.add(.sameBirthday, mine > 10000 ? 12 : 7)
    case .agreeing: judgement.weight += 3
    case .slip:
      judgement.weight -= 3
      judgement.hasSlippedBirthday = true
    case .other:
      judgement.weight -= 10
      judgement.contradictions.append(.otherBirthday)
    }
  }

  private func addPlaces(_ one: Int, _ other: Int, to judgement: inout Judgement) {
    if let company = table.companies.shared(one, other) {
      judgement.add(.sameCompany, bits(Int(table.companyTexts.counts[Int(company)]), atMost: 6))
    } else if table.companies.differs(one, other) {
      judgement.hasOtherCompanies = true
      judgement.weight -= 1
    }
    if let title = table.titles.shared(one, other) {
      judgement.add(.sameTitle, bits(Int(table.titleTexts.counts[Int(title)]), atMost: 4))
    } else if table.titles.differs(one, other) {
      judgement.weight -= 0.5
    }
    if let city = table.cities.shared(one, other) {
      judgement.add(.sameCity, bits(Int(table.cityTexts.counts[Int(city)]), atMost: 5))
    } else if table.cities.differs(one, other) {
      judgement.weight -= 1.5
    }
  }

  private func weighContradictions(_ name: NameComparison, _ one: Int, _ other: Int, _ judgement: inout Judgement) {
    let (mine, theirs) = (table.generations[one], table.generations[other])
    if mine != theirs {
      judgement.hasOneGeneration = mine == 0 || theirs == 0
      if judgement.hasOneGeneration { judgement.weight -= 4 } else { judgement.contradictions.append(.otherGeneration) }
    }
    if name.given == .other { judgement.contradictions.append(.otherGivenName) }
    // A namesake is somebody who is reached in other ways.
    guard judgement.hasOtherEmails, judgement.hasOtherPhones else { return }
    judgement.reasons.append(.otherContacts)
    judgement.weight -= judgement.hasOtherCompanies ? 3.5 : 1.5
  }
}

extension NameComparison {
  /// What the names have in common, in words.
  var reasons: [DuplicateReason] {
    var reasons: [DuplicateReason] = []
    if isOtherName { reasons.append(.otherName) }
    if given == .equal, family == .equal { reasons.append(.sameName) }
    let levels = [given, family]
    for (level, reason) in [
      (Level.form, DuplicateReason.shortForm), (.spelling, .spelling), (.part, .partOfName), (.slip, .slip),
      (.initial, .initial), (.near, .nearName),
    ] where levels.contains(level) {
      reasons.append(reason)
    }
    if isSwapped { reasons.append(.swapped) }
    return reasons
  }
}
