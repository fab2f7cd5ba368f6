import KithCore
import KithVCard

extension CardBuilder {
  mutating func addFormattedName(_ line: ContentLine) {
    let text = EscapedText.unescaped(line.value)
    guard !text.isEmpty, card.value(at: ["name", "full"]) == nil else { return keepOrReplaceName(line, text) }
    card.set(["name", "full"], .string(text))
    putShared(line, ParameterBag(line.parameters), at: ["name"])
  }

  /// Of several FN the one with the fewest parameters is the name (RFC 9555 §2.5.2).
  private mutating func keepOrReplaceName(_ line: ContentLine, _ text: String) {
    let known = sharedParameters["FN"] ?? JSONObject()
    guard !text.isEmpty, leftover(ParameterBag(line.parameters), group: line.group).isEmpty, !known.isEmpty,
      let former = card.value(at: ["name", "full"])?.string
    else { return keep(line) }
    card.set(["name", "full"], .string(text))
    _ = card.patch(JSONPointer(["name", "vCardParams"]), with: .null)
    sharedParameters["FN"] = JSONObject()
    var rest = known
    let group = rest.takeString("group")
    let parameters = VCardParameters.list(of: rest) ?? []
    keep(ContentLine(group: group, name: "FN", parameters: parameters, value: EscapedText.escaped(former)))
  }

  mutating func addName(_ line: ContentLine) {
    var object = card["name"]?.object ?? JSONObject()
    var bag = ParameterBag(line.parameters)
    guard object["components"] == nil else { return keep(line) }
    putComponents(of: line, .name, &bag, into: &object)
    guard object["components"] != nil else { return line.parameters.isEmpty ? () : keep(line) }
    if let sorting = bag.take("SORT-AS") { object["sortAs"] = .object(SortAs.object(sorting)) }
    card["name"] = .object(object)
    putShared(line, bag, at: ["name"])
  }

  mutating func addGender(_ line: ContentLine) {
    let text = EscapedText.unescaped(line.value).lowercased()
    guard !text.isEmpty, card.value(at: ["speakToAs", "grammaticalGender"]) == nil else { return keep(line) }
    card.set(["speakToAs", "grammaticalGender"], .string(text))
    putShared(line, ParameterBag(line.parameters), at: ["speakToAs"])
  }

  /// Parameters of a property whose object is not its own: those of one property go there, which says whose they are if
  /// it is N; where another was first, the property is kept beside its value.
  private mutating func putShared(_ line: ContentLine, _ bag: ParameterBag, at path: [String]) {
    let name = line.name.uppercased()
    var bag = bag
    dropImpliedValue(&bag, name, line.value)
    let rest = leftover(bag, group: line.group)
    sharedParameters[name] = rest
    guard !rest.isEmpty else { return }
    if card.value(at: path + ["vCardParams"]) != nil { return keep(line) }
    card.set(path + ["vCardParams"], .object(rest))
    if name == "N" { card.set(path + ["vCardName"], .string("n")) }
  }
}
