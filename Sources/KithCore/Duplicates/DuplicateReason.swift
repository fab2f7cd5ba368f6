/// Why two records may be the same, or may not.
public enum DuplicateReason: String, Sendable, CaseIterable {
  case sameEmail, sameMailbox, sameMailName, samePhone, sameLink, sameBirthday
  case sameName, otherName, shortForm, spelling, partOfName, slip, initial, swapped
  case sameCompany, sameTitle, sameCity, sameDomain, acronym
  case sharedContact, otherGivenName, nearName, otherFamilyName, otherGeneration, otherBirthday, otherContacts
  case otherDomain, otherKind, severalFit, toldDifferent

  /// "equal e-mail address"
  public var phrase: String {
    switch self {
    case .sameEmail: "equal e-mail address"
    case .sameMailbox: "e-mail addresses of one mailbox"
    case .sameMailName: "e-mail addresses alike before the @"
    case .samePhone: "equal phone number"
    case .sameLink: "equal link"
    case .sameBirthday: "equal birthday"
    case .sameName: "equal name"
    case .otherName: "one's other name is the other's name"
    case .shortForm: "a short form of the name"
    case .spelling: "another spelling of the name"
    case .partOfName: "one name is a part of the other"
    case .slip: "names that differ by a slip"
    case .initial: "an initial for a name"
    case .swapped: "given and family name swapped"
    case .sameCompany: "same company"
    case .sameTitle: "same title"
    case .sameCity: "same city"
    case .sameDomain: "equal domain"
    case .acronym: "the initials of the name"
    case .sharedContact: "but others share that address or number"
    case .otherGivenName: "but other given names"
    case .nearName: "but both are names of their own"
    case .otherFamilyName: "but other family names"
    case .otherGeneration: "but Jr. and Sr."
    case .otherBirthday: "but other birthdays"
    case .otherContacts: "but other e-mail addresses and phone numbers"
    case .otherDomain: "but other domains"
    case .otherKind: "one is a company, one an organization"
    case .toldDifferent: "but told to be two"
    case .severalFit: "but the initial fits others as well"
    }
  }

  /// Whether it says that two records are two people, whatever they share.
  public var isContradiction: Bool {
    switch self {
    case .otherGivenName, .otherGeneration, .otherBirthday, .toldDifferent: true
    default: false
    }
  }
}

/// Two records that may be the same.
public struct DuplicatePair: Sendable, Equatable {
  /// The caller's numbers of the two, in the order in which they were added.
  public let first: Int64
  public let second: Int64
  /// How likely it is that they are the same: 0 to 1.
  public var score: Double
  public var reasons: [DuplicateReason]
  /// An equal e-mail address or phone number, names that agree, and nothing against it.
  public var isCertain: Bool
}
