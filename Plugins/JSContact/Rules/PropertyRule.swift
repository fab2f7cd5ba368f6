/// What a vCard property and a JSContact object have in common (RFC 9555 §2.4 to §2.13, and in reverse §3.1).
struct PropertyRule: Sendable {
  /// How the property's value stands in the object.
  enum Value: Sendable {
    case text(StaticString)
    case uri(StaticString)
    /// A text or, with VALUE=uri, a URI.
    case phone
    /// A URI or, with VALUE=text, the name of a user.
    case profile
    /// A list, each text of which has an object of its own.
    case nicknames
    case organization
    case address
    case date
  }

  struct Facets: OptionSet, Sendable {
    let rawValue: Int
    static let contexts = Facets(rawValue: 1)
    static let preference = Facets(rawValue: 2)
    static let label = Facets(rawValue: 4)
    static let mediaType = Facets(rawValue: 8)
    static let features = Facets(rawValue: 16)
    static let service = Facets(rawValue: 32)
    static let author = Facets(rawValue: 64)
    static let index = Facets(rawValue: 128)
    static let level = Facets(rawValue: 256)
    static let expertLevel = Facets(rawValue: 512)
    static let delivery = Facets(rawValue: 1024)
    static let resource: Facets = [.contexts, .preference, .label, .mediaType]
  }

  /// In upper case.
  let name: String
  /// Where the object's map is in the card.
  let path: [String]
  /// The object's `@type`, which is known without being said.
  let type: String
  let value: Value
  var kind: String?
  /// Whether the kind is understood where it is not said.
  var isDefaultKind = false
  var facets: Facets = []
  /// Says that an object came from this property and not from another of the same kind (RFC 9555 §2.15.3).
  var vCardName: String?

  init(
    _ name: String, _ path: String..., type: String, _ value: Value, kind: String? = nil, isDefaultKind: Bool = false,
    _ facets: Facets = [], vCardName: String? = nil
  ) {
    self.name = name
    self.path = path
    self.type = type
    self.value = value
    self.kind = kind
    self.isDefaultKind = isDefaultKind
    self.facets = facets
    self.vCardName = vCardName
  }

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  static let byPath = Dictionary(grouping: all) { $0.path }

  /// The rule for an object found under `path`.
  static func rule(for object: JSONObject, at path: [String]) -> PropertyRule? {
    let rules = byPath[path] ?? []
    if let name = object["vCardName"]?.string {
      if let named = rules.first(where: { $0.vCardName?.isEqualIgnoringCase(name) == true }) { return named }
    }
    let candidates = rules.filter { $0.vCardName == nil }
    let kind = object["kind"]?.string
    guard kind != nil || object["kind"] == nil else { return nil }
    return candidates.first { $0.kind == kind } ?? (kind == nil ? candidates.first(where: \.isDefaultKind) : nil)
  }
}
