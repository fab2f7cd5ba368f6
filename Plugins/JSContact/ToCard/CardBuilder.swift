import KithCore
import KithVCard

/// Makes a JSContact Card of the properties of a vCard 4.0 (RFC 9555 §2).
struct CardBuilder {
  /// A parameter of kith's own: a value that the rules would spell otherwise on the way back.
  static let spelling = "X-KITH-VALUE"

  /// Whether values are kept as they are spelled where JSContact has another way to say the same.
  let keepsSpelling: Bool
  var card = JSONObject()
  /// Properties without a place of their own.
  var kept: [JSONValue] = []
  /// The Card's language in which what is not localized is; nil if nothing says so.
  var language: String?
  var localizations = JSONObject()
  /// Where the object is that another property may be an alternative to, by name and ALTID or PROP-ID.
  var partners: [String: [String]] = [:]
  var nextKeys: [[String]: Int] = [:]
  /// The languages of ``localizations`` as they are spelled there, by the tag in lower case.
  private var tags: [String: String] = [:]
  /// The first anniversary of each kind, and the first address of each group.
  var anniversaries: [String: [String]] = [:]
  var addresses: [String: [String]] = [:]
  /// How many properties that sound like others were added.
  var soundCount = 0
  /// The labels of groups, by the group in lower case.
  var labels: [String: String] = [:]
  /// Organizations and titles, by the group in lower case.
  var organizations: [String: [String]] = [:]
  var titles: [(path: [String], group: String)] = []
  /// Parameters of FN, N and GRAMGENDER, which share their objects with others.
  var sharedParameters: [String: JSONObject] = [:]
  private var deferred: [ContentLine] = []
  private var places: [ContentLine] = []
  private var patches: [ContentLine] = []

  private init(keepsSpelling: Bool) { self.keepsSpelling = keepsSpelling }

  /// - Parameter lost: takes codes and messages of what could not be converted.
  static func card(
    of lines: [ContentLine], keepingSpelling: Bool = false, lost: (String, String) -> Void = { _, _ in }
  ) -> JSONObject {
    var builder = CardBuilder(keepsSpelling: keepingSpelling)
    builder.collectLabels(lines)
    builder.language = MainLanguage.of(lines, isFirst: keepingSpelling)
    for line in lines { builder.sort(line) }
    for line in builder.deferred { builder.addAlternative(line) }
    for line in builder.places { builder.addPlace(line) }
    builder.linkTitles()
    return builder.finished(lost)
  }

  /// Adds what stands for itself, and puts off what depends on others.
  private mutating func sort(_ line: ContentLine) {
    switch line.name.uppercased() {
    case "BEGIN", "END", "VERSION", "": break
    case "JSPROP": patches.append(line)
    case "BIRTHPLACE", "DEATHPLACE", "GEO", "TZ": places.append(line)
    case "X-ABLABEL" where isConvertedLabel(line): break
    case "LANGUAGE" where card["language"] == nil && line.group == nil && line.parameters.isEmpty:
      card["language"] = .string(line.value)
    default:
      if isAlternative(line) { deferred.append(line) } else { add(line) }
    }
  }

  private func isAlternative(_ line: ContentLine) -> Bool {
    let bag = ParameterBag(line.parameters)
    if bag.first("PHONETIC") != nil { return true }
    guard let tag = bag.first("LANGUAGE") else { return false }
    return language?.isEqualIgnoringCase(tag) != true
  }

  mutating func add(_ line: ContentLine) {
    let name = line.name.uppercased()
    switch name {
    case "FN": addFormattedName(line)
    case "N": addName(line)
    case "GRAMGENDER": addGender(line)
    case "MEMBER", "CATEGORIES", "RELATED": addToSet(line, name)
    default:
      if let scalar = ScalarRule.byName[name] {
        add(line, as: scalar)
      } else if let rule = PropertyRule.byName[name] {
        add(line, by: rule)
      } else {
        keep(line)
      }
    }
  }

  /// Says a part of the card in another language.
  mutating func localize(_ path: [String], _ value: JSONValue, _ tag: String) {
    let known = tags[tag.lowercased()] ?? tag
    tags[tag.lowercased()] = known
    localizations.set([known, JSONPointer(path).text], value)
  }

  mutating func keep(_ line: ContentLine) { kept.append(JCardProperty.value(of: line)) }

  private mutating func finished(_ lost: (String, String) -> Void) -> JSONObject {
    if card["language"] == nil, let language { card["language"] = .string(language) }
    if !localizations.isEmpty { card["localizations"] = .object(localizations) }
    if !kept.isEmpty { card["vCardProps"] = .array(kept) }
    for line in patches { apply(line, lost) }
    return card
  }

  /// A JSPROP (RFC 9555 §3.2.1), after everything else.
  private mutating func apply(_ line: ContentLine, _ lost: (String, String) -> Void) {
    let pointer = ParameterBag(line.parameters).values("JSPTR").map { $0.joined(separator: ",") }
    guard let pointer, let value = try? JSONTreeReader.value(of: EscapedText.unescaped(line.value)),
      card.patch(JSONPointer(parsing: pointer), with: value)
    else {
      lost("stale-jsprop", "a 'JSPROP' that points at nothing in the card was left out")
      return
    }
  }
}
