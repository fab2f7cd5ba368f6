import KithCore
import KithVCard

extension CardBuilder {
  /// A second one, one that is no value, and the group and parameters of a first are kept as they came.
  mutating func add(_ line: ContentLine, as rule: ScalarRule) {
    guard card[rule.member] == nil, let text = rule.text(ofVCard: line.value) else { return keep(line) }
    card[rule.member] = .string(text)
    var bag = ParameterBag(line.parameters)
    dropImpliedValue(&bag, rule.name, text)
    let isSpelled = !keepsSpelling || rule.value != .time || rule.vCardText(of: text) == line.value
    if line.group != nil || !bag.parameters.isEmpty || !isSpelled { keep(line) }
  }

  /// Members, keywords and related cards are keys; what else the property says has no place.
  mutating func addToSet(_ line: ContentLine, _ name: String) {
    if name == "RELATED" { return addRelation(line) }
    let isList = name == "CATEGORIES"
    let texts = isList ? EscapedText.list(line.value) : [EscapedText.unescaped(line.value)]
    let member = isList ? "keywords" : "members"
    for text in texts where !text.isEmpty { card.set([member, text], .bool(true)) }
    if line.group != nil || !line.parameters.isEmpty { keep(line) }
  }

  /// A second relation to the same card is merged with the first if neither says more than its type.
  private mutating func addRelation(_ line: ContentLine) {
    let key = EscapedText.unescaped(line.value)
    var bag = ParameterBag(line.parameters)
    let types = (bag.take("TYPE") ?? []).map { $0.lowercased() }
    dropImpliedValue(&bag, "RELATED", key)
    var relation = JSONObject(["relation": .set(types)])
    let more = leftover(bag, group: line.group)
    if !more.isEmpty { relation["vCardParams"] = .object(more) }
    guard card.value(at: ["relatedTo", key]) != nil else {
      return key.isEmpty ? keep(line) : card.set(["relatedTo", key], .object(relation))
    }
    guard more.isEmpty, card.value(at: ["relatedTo", key, "vCardParams"]) == nil else { return keep(line) }
    for type in types { card.set(["relatedTo", key, "relation", type], .bool(true)) }
  }

  /// The parameters and the group that nothing else says.
  func leftover(_ bag: ParameterBag, group: String?) -> JSONObject {
    var object = VCardParameters.object(of: bag)
    if let group { object["group"] = .string(group) }
    return object
  }

  /// VALUE says nothing where it is the property's own type, or where the value shows it.
  func dropImpliedValue(_ bag: inout ParameterBag, _ name: String, _ text: String) {
    let implied = keepsSpelling ? ValueType.needed(name, text) : ValueType.implied(name, text)
    guard let implied, bag.values("VALUE")?.map({ $0.lowercased() }) == [implied] else { return }
    _ = bag.take("VALUE")
  }
}
