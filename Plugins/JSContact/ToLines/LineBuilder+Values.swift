import KithCore
import KithVCard

extension PropertyRule.Value {
  var isProfile: Bool {
    if case .profile = self { true } else { false }
  }
}

extension LineBuilder {
  /// Takes the members that are the property's value; false if they are none.
  func takeValue(_ made: inout MadeProperty, _ rule: PropertyRule, _ bag: inout ParameterBag) -> Bool {
    switch rule.value {
    case .text(let member): return take("\(member)", &made, isText: true)
    case .uri(let member): return take("\(member)", &made, isText: false)
    case .nicknames: return take("name", &made, isText: true)
    case .phone:
      guard let number = made.rest["number"]?.string else { return false }
      let type = ValueType.needed("TEL", number)
      guard take("number", &made, isText: type == nil) else { return false }
      if let type { bag.put("VALUE", [type]) }
      return true
    case .profile: return takeProfile(&made)
    case .organization: return takeOrganization(&made, &bag)
    case .address: return takeAddress(&made, &bag)
    case .date: return takeAnniversary(&made, &bag, rule)
    }
  }

  private func take(_ member: String, _ made: inout MadeProperty, isText: Bool) -> Bool {
    guard let text = made.rest[member]?.string, !text.isEmpty else { return false }
    made.rest[member] = nil
    made.line.value = isText ? EscapedText.escaped(text) : EscapedText.escapedURI(text)
    return true
  }

  /// A user without a URI is the value itself.
  private func takeProfile(_ made: inout MadeProperty) -> Bool {
    if take("uri", &made, isText: false) { return true }
    guard made.rest["uri"] == nil, take("user", &made, isText: true) else { return false }
    made.line.parameters.append(Parameter(name: "VALUE", values: ["text"]))
    return true
  }

  private func takeOrganization(_ made: inout MadeProperty, _ bag: inout ParameterBag) -> Bool {
    var names = [made.rest["name"]?.string ?? ""]
    var sortings = [made.rest["sortAs"]?.string ?? ""]
    var saysMore = false
    if case .array(let units)? = made.rest["units"] {
      for unit in units {
        guard var unit = unit.object, let name = unit.takeString("name") else { return false }
        names.append(name)
        sortings.append(unit.takeString("sortAs") ?? "")
        unit.take("@type", ifEqualTo: .string("OrgUnit"))
        saysMore = saysMore || !unit.isEmpty
      }
    } else if made.rest["units"] != nil {
      return false
    }
    guard names.contains(where: { !$0.isEmpty }) else { return false }
    for member in ["name", "sortAs"] { _ = made.rest.takeString(member) }
    if !saysMore { made.rest["units"] = nil }
    if let sorting = SortAs.parameter(sortings) { bag.put("SORT-AS", [sorting]) }
    made.line.value = names.map(EscapedText.escaped).joined(separator: ";")
    return true
  }

  private func takeAnniversary(
    _ made: inout MadeProperty, _ bag: inout ParameterBag, _ rule: PropertyRule
  ) -> Bool {
    guard var date = made.rest["date"]?.object, let text = AnniversaryDate.takeText(&date) else { return false }
    if let scale = date.takeString("calendarScale") { bag.put("CALSCALE", [scale]) }
    made.rest["date"] = date.isEmpty ? nil : .object(date)
    made.line.value = text
    let names = ["birth": "BIRTHPLACE", "death": "DEATHPLACE"]
    if let kind = rule.kind, let name = names[kind], let place = made.rest["place"]?.object {
      var left = place
      made.place = self.place(&left, name)
      if made.place != nil { made.rest["place"] = left.isEmpty ? nil : .object(left) }
    }
    return true
  }

  /// Takes the text of a place, or else its position.
  func place(_ place: inout JSONObject, _ name: String) -> ContentLine? {
    var made = MadeProperty(line: ContentLine(name: name, value: ""), rest: place)
    if let text = made.rest.takeString("full") {
      made.line.value = EscapedText.escaped(text)
    } else if let position = made.rest["coordinates"]?.string, position.lowercased().hasPrefix("geo:") {
      made.rest["coordinates"] = nil
      made.line.value = position
      made.line.parameters = [Parameter(name: "VALUE", values: ["uri"])]
    } else {
      return nil
    }
    made.rest.take("@type", ifEqualTo: .string("Address"))
    takeParameters(&made)
    place = made.rest
    return made.line
  }

  private func takeAddress(_ made: inout MadeProperty, _ bag: inout ParameterBag) -> Bool {
    if takePosition(&made) { return true }
    let count = made.rest.count
    let hasComponents = takeComponents(&made, .address, type: "AddressComponent")
    if !hasComponents { made.line.value = style == .terse ? ";;;;;;" : ";;;;;;;;;;;;;;;;;" }
    for (member, parameter) in [("full", "LABEL"), ("coordinates", "GEO"), ("countryCode", "CC"), ("timeZone", "TZ")] {
      guard let text = made.rest.takeString(member) else { continue }
      let value = parameter == "TZ" ? ZoneOffset.offset(ofZone: text) ?? text : text
      if !isSaidInGroup(parameter, value, made.rest) { bag.put(parameter, [value]) }
    }
    return hasComponents || made.rest.count < count
  }

  /// Whether a GEO or TZ in the address's group is kept that says the same.
  private func isSaidInGroup(_ name: String, _ value: String, _ address: JSONObject) -> Bool {
    guard let kept = verbatim[name], let group = address["vCardParams"]?.object?["group"]?.string else { return false }
    return kept.prefix(64).contains { line in
      line.group?.isEqualIgnoringCase(group) == true && EscapedText.unescaped(line.value) == value
    }
  }

  /// An address that came from GEO or TZ, or could have.
  private func takePosition(_ made: inout MadeProperty) -> Bool {
    let more = made.rest.keys.filter { !["@type", "vCardName", "vCardParams", "contexts", "pref"].contains($0) }
    guard more.count == 1, let text = made.rest[more[0]]?.string, !text.isEmpty else { return false }
    switch more[0] {
    case "coordinates": made.line = ContentLine(name: "GEO", value: EscapedText.escapedURI(text))
    case "timeZone":
      let value = ZoneOffset.offset(ofZone: text) ?? EscapedText.escaped(text)
      made.line = ContentLine(name: "TZ", value: value)
    default: return false
    }
    made.rest[more[0]] = nil
    return true
  }

  /// Takes the components, and how they sound; false if vCard cannot say them.
  func takeComponents(_ made: inout MadeProperty, _ table: ComponentTable, type: String) -> Bool {
    guard let list = ComponentList(of: made.rest, table),
      let (value, order) = list.structure(table, isShort: style == .terse)
    else { return false }
    made.line.value = value
    if let order { made.line.parameters.append(Parameter(name: "JSCOMPS", values: [order])) }
    made.sound = sound(of: list, table, &made)
    let saysMore = ComponentList.saysMore(made.rest, type: type)
    if !saysMore { made.rest["components"] = nil }
    if case .bool? = made.rest["isOrdered"] { made.rest["isOrdered"] = nil }
    if list.isOrdered { _ = made.rest.takeString("defaultSeparator") }
    return true
  }

  private func sound(
    of list: ComponentList, _ table: ComponentTable, _ made: inout MadeProperty
  ) -> ContentLine? {
    guard list.components.contains(where: { $0.phonetic != nil }) else { return nil }
    let system = made.rest.takeString("phoneticSystem")
    let script = made.rest.takeString("phoneticScript")
    var parts = [[String]](repeating: [], count: table.kinds.count)
    for component in list.components where component.kind != "separator" {
      guard let part = table.part(ofKind: component.kind) else { continue }
      parts[part].append(component.phonetic ?? "")
    }
    var line = ContentLine(name: made.line.name, value: EscapedText.joined(structure: parts))
    line.parameters = [Parameter(name: "PHONETIC", values: [system ?? "script"])]
    if let script { line.parameters.append(Parameter(name: "SCRIPT", values: [script])) }
    return line
  }
}
