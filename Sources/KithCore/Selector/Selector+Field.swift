extension Selector {
  /// What is looked at by `field:value`.
  public enum Field: String, Sendable, CaseIterable {
    case name, given, family, nickname, title, email, phone, url, account
    case address, street, city, region, country, note

    var isOfPeople: Bool { [.given, .family, .title].contains(self) }

    /// What stands there; of a title, which stands in no entity, nothing.
    public func values(of entity: Entity) -> [String] {
      switch self {
      case .name: [entity.name]
      case .given: entity.personName.map { $0.given + $0.additional } ?? []
      case .family: entity.personName?.family ?? []
      case .nickname: entity.nicknames
      case .title: []
      case .email: entity.emails.map(\.address)
      case .phone: entity.phones.map(\.number)
      case .url: entity.links.map(\.url)
      case .account:
        entity.onlineServices.map { [$0.service, $0.user, $0.uri].compactMap { $0 }.joined(separator: " ") }
      case .note: entity.notes
      case .address, .street, .city, .region, .country: entity.addresses.flatMap(parts)
      }
    }

    private func parts(of address: PostalAddress) -> [String] {
      switch self {
      case .street: [address.street.joined(separator: " ")]
      case .city: address.locality
      case .region: address.region
      case .country: address.country
      default:
        [
          [
            address.poBox, address.extended, address.street, address.locality, address.region, address.postalCode,
            address.country,
          ].joined().joined(separator: " "), address.formatted ?? "",
        ]
      }
    }

    /// How what is typed is compared with what stands there.
    public var comparison: FieldTest.Comparison {
      switch self {
      case .email, .url, .account: .part
      case .phone: .digits
      default: .words
      }
    }
  }

  /// What a value of a field must be like.
  public struct FieldTest: Sendable {
    public enum Comparison: Sendable {
      /// Every word that was typed begins one of the value's.
      case words
      /// What was typed is a part of the value.
      case part
      /// The digits that were typed are a part of the value's.
      case digits
    }

    /// Nil where anything will do.
    private let wanted: String?
    private let words: [String]
    private let comparison: Comparison

    public init(_ text: String?, _ comparison: Comparison) {
      let words = comparison == .words ? text.map(SearchKey.words) ?? [] : []
      let digits = comparison == .digits ? text.map(FieldTest.digits) ?? "" : ""
      self.words = words
      wanted = text.map { digits.isEmpty ? SearchKey.fold($0) : digits }
      self.comparison =
        switch comparison {
        case .words where words.isEmpty: .part
        case .digits where digits.isEmpty: .part
        default: comparison
        }
    }

    public func holds(_ value: String) -> Bool {
      guard let wanted else { return !value.isEmpty }
      switch comparison {
      case .part: return SearchKey.fold(value).contains(wanted)
      case .digits: return FieldTest.digits(value).contains(wanted)
      case .words:
        let known = SearchKey.words(value)
        return words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
      }
    }

    private static func digits(_ text: String) -> String {
      String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    }
  }

  /// The name of a custom field without what a shell would mind: `shirt-size` is `shirt size`.
  public static func fieldKey(_ name: String) -> String { SearchKey.words(name).joined(separator: " ") }
}
