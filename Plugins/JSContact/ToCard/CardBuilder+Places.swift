import KithCore
import KithVCard

extension CardBuilder {
  /// A place of birth or death goes with its date; a position or time zone is an address of its own, unless a group
  /// says to which it belongs (RFC 9555 §2.5.1, §2.8.3).
  mutating func addPlace(_ line: ContentLine) {
    switch line.name.uppercased() {
    case "GEO": addPosition(line, member: "coordinates", value: EscapedText.unescaped(line.value))
    case "TZ": addZone(line)
    default: addAnniversaryPlace(line)
    }
  }

  private mutating func addZone(_ line: ContentLine) {
    let text = EscapedText.unescaped(line.value)
    let type = ParameterBag(line.parameters).first("VALUE")?.lowercased()
    let isOffset = type != "text" && (type == "utc-offset" || ZoneOffset.isOffset(text))
    if isOffset {
      guard let zone = ZoneOffset.zone(ofOffset: text) else { return keep(line) }
      let isSpelled = !keepsSpelling || ZoneOffset.offset(ofZone: zone) == text
      return isSpelled ? addPosition(line, member: "timeZone", value: zone) : keep(line)
    }
    guard type != "uri" else { return keep(line) }
    if keepsSpelling, ZoneOffset.offset(ofZone: text) != nil { return keep(line) }
    addPosition(line, member: "timeZone", value: text)
  }

  private mutating func addPosition(_ line: ContentLine, member: String, value: String) {
    guard !value.isEmpty else { return keep(line) }
    if let group = line.group?.lowercased(), let path = addresses[group], card.value(at: path + [member]) == nil,
      line.parameters.isEmpty
    {
      card.set(path + [member], .string(value))
      return keepsSpelling ? keep(line) : ()
    }
    guard let rule = PropertyRule.byName["ADR"] else { return }
    var bag = ParameterBag(line.parameters)
    dropImpliedValue(&bag, line.name.uppercased(), value)
    var object = JSONObject([member: .string(value), "vCardName": .string(line.name.lowercased())])
    Facets.take(&bag, of: rule, into: &object)
    let rest = leftover(bag, group: line.group)
    if !rest.isEmpty { object["vCardParams"] = .object(rest) }
    card.set(["addresses", nextKey(["addresses"])], .object(object))
  }

  private mutating func addAnniversaryPlace(_ line: ContentLine) {
    let name = line.name.uppercased()
    guard let place = place(of: line), let path = anniversaries[name == "BIRTHPLACE" ? "BDAY" : "DEATHDATE"] else {
      return keep(line)
    }
    guard card.value(at: path + ["place"]) != nil else {
      card.set(path + ["place"], .object(place))
      partners[name] = path + ["place"]
      return
    }
    localize(line, place, at: path + ["place"])
  }

  /// A place other than a text or a position is none that an Address can hold.
  private func place(of line: ContentLine) -> JSONObject? {
    let text = EscapedText.unescaped(line.value)
    var bag = ParameterBag(line.parameters)
    _ = bag.take("PROP-ID")
    let isURI = bag.first("VALUE")?.lowercased() == "uri"
    guard !text.isEmpty, !isURI || text.lowercased().hasPrefix("geo:") else { return nil }
    dropImpliedValue(&bag, line.name.uppercased(), text)
    if let tag = bag.first("LANGUAGE"), language?.isEqualIgnoringCase(tag) != true,
      partners[line.name.uppercased()] != nil
    {
      _ = bag.take("LANGUAGE")
    }
    var place = JSONObject([isURI ? "coordinates" : "full": .string(text)])
    let rest = leftover(bag, group: line.group)
    if !rest.isEmpty { place["vCardParams"] = .object(rest) }
    return place
  }

  /// A title belongs to the one organization of its group (RFC 9555 §2.9.6).
  mutating func linkTitles() {
    for (path, group) in titles {
      guard let keys = organizations[group], keys.count == 1 else { continue }
      card.set(path + ["organizationId"], .string(keys[0]))
    }
  }

  /// Labels go with the properties of their group whose objects have one.
  mutating func collectLabels(_ lines: [ContentLine]) {
    var groups: Set<String> = []
    for line in lines {
      guard let group = line.group?.lowercased(), let rule = PropertyRule.byName[line.name.uppercased()] else {
        continue
      }
      if rule.facets.contains(.label) { groups.insert(group) }
    }
    for line in lines where line.name.isEqualIgnoringCase("X-ABLABEL") && line.parameters.isEmpty {
      guard let group = line.group?.lowercased(), groups.contains(group), labels[group] == nil else { continue }
      labels[group] = AppleLabel.unwrapped(EscapedText.unescaped(line.value))
    }
  }

  /// Whether a label is in an object; a second one of its group is kept.
  func isConvertedLabel(_ line: ContentLine) -> Bool {
    guard let group = line.group?.lowercased(), let label = labels[group], line.parameters.isEmpty else { return false }
    return label == AppleLabel.unwrapped(EscapedText.unescaped(line.value))
  }
}
