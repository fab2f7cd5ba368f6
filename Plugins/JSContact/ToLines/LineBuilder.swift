import KithCore
import KithVCard

/// Makes the properties of a vCard 4.0 of a JSContact Card (RFC 9555 §3).
struct LineBuilder {
  let style: LineStyle
  let card: JSONObject
  /// What has not been said yet.
  var rest: JSONObject
  var lines: [ContentLine] = []
  /// The objects that come into being again from ``lines``, so that there is a place for what is left of them.
  var converted: Set<[String]> = []
  /// Where the property of an object is in ``lines``, by the path of the object and its name.
  var positions: [[String]: Int] = [:]
  /// Properties that are kept as they came, by name.
  var verbatim: [String: [ContentLine]] = [:]
  var groups: GroupPool
  /// The group that an organization shares with its titles.
  var organizationGroups: [String: String] = [:]
  /// How many values may still be said in other languages, and how many each object has.
  var budget = 100_000
  var sizes: [[String]: Int] = [:]
  private var nextAlternative: [String: Int] = [:]

  private init(_ card: JSONObject, _ style: LineStyle) {
    self.card = card
    self.style = style
    rest = card
    groups = GroupPool(card)
  }

  static func lines(of card: JSONObject, _ style: LineStyle = .standard) -> [ContentLine] {
    var builder = LineBuilder(card, style)
    builder.rest.take("@type", ifEqualTo: .string("Card"))
    if builder.rest["version"]?.string != nil { builder.rest["version"] = nil }
    builder.takeVerbatim()
    builder.groupOrganizations()
    builder.addScalars()
    builder.addName()
    for path in LineBuilder.order { builder.addObjects(at: path) }
    builder.addGender()
    builder.addSets()
    for line in builder.kept { builder.lines.append(line) }
    builder.addLocalizations()
    builder.dropDerivedLanguage()
    builder.addUnknown()
    return builder.lines
  }

  private static let order: [[String]] = PropertyRule.all.reduce(into: []) { order, rule in
    if !order.contains(rule.path) { order.append(rule.path) }
  }

  /// Properties without a place in JSContact; if one of them is none, all of them are what they are: unknown.
  private mutating func takeVerbatim() {
    guard case .array(let values)? = rest["vCardProps"], !values.isEmpty else { return }
    let found = values.compactMap(JCardProperty.line)
    guard found.count == values.count else { return }
    rest["vCardProps"] = nil
    for line in found where !["BEGIN", "END", "VERSION"].contains(line.name) {
      verbatim[line.name, default: []].append(line)
      kept.append(line)
    }
  }

  /// ``verbatim`` in order.
  private var kept: [ContentLine] = []

  /// Whether a property is kept that says what `line` says and more.
  func isVerbatim(_ line: ContentLine) -> Bool {
    (verbatim[line.name] ?? []).prefix(64).contains { kept in
      if kept.value == line.value { return !kept.parameters.isEmpty || kept.group != nil }
      if let rule = ScalarRule.byName[line.name] {
        return rule.text(ofVCard: kept.value) == rule.text(ofVCard: line.value)
      }
      return EscapedText.unescaped(kept.value) == EscapedText.unescaped(line.value)
    }
  }

  private mutating func addScalars() {
    for rule in ScalarRule.all {
      guard let text = rest[rule.member]?.string, !text.isEmpty, let value = rule.vCardText(of: text) else { continue }
      rest[rule.member] = nil
      var line = ContentLine(name: rule.name, value: value)
      if let type = ValueType.needed(rule.name, text) { line.parameters = [Parameter(name: "VALUE", values: [type])] }
      if !isVerbatim(line) { lines.append(line) }
    }
  }

  /// The next ALTID of a name that is not in use.
  mutating func alternative(_ name: String) -> String {
    var used: Set<String> = []
    if nextAlternative[name] == nil {
      for line in lines where line.name == name { used.formUnion(ParameterBag(line.parameters).values("ALTID") ?? []) }
      nextAlternative[name] = used.compactMap { Int($0) }.filter { $0 < 1_000_000 }.max() ?? 0
    }
    let next = nextAlternative[name, default: 0] + 1
    nextAlternative[name] = next
    return String(next)
  }

  /// What LANGUAGE would say is not said if the parameters say it.
  private mutating func dropDerivedLanguage() {
    guard style == .terse, let index = lines.firstIndex(where: { $0.name == "LANGUAGE" && $0.parameters.isEmpty })
    else {
      return
    }
    let value = lines[index].value
    if MainLanguage.ofParameters(lines, isFirst: true)?.isEqualIgnoringCase(value) == true { lines.remove(at: index) }
  }

  /// What no rule has taken, as JSPROP (RFC 9555 §3.2.1).
  private mutating func addUnknown() {
    for key in rest.keys { if let value = rest[key] { addUnknown([key], value) } }
  }

  /// The path never leads into an array, nor deeper than what is in ``converted``.
  private mutating func addUnknown(_ path: [String], _ value: JSONValue) {
    if converted.contains(path), case .object(let object) = value {
      for key in object.keys { if let value = object[key] { addUnknown(path + [key], value) } }
      return
    }
    let pointer = Parameter(name: "JSPTR", values: [JSONPointer(path).text])
    lines.append(ContentLine(name: "JSPROP", parameters: [pointer], value: EscapedText.escaped(value.compactText)))
  }
}
