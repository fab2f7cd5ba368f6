import KithCore
import KithVCard

extension LineBuilder {
  /// Says the objects of one map; what cannot be said of them stays in ``rest``.
  mutating func addObjects(at path: [String]) {
    guard let map = rest.value(at: path)?.object else { return }
    var left = map
    var plainNames: [String] = []
    for (position, key) in map.keys.enumerated() {
      guard let object = map[key]?.object, let rule = PropertyRule.rule(for: object, at: path),
        var made = property(of: object, rule, key: key)
      else { continue }
      converted.insert(path + [key])
      left[key] = made.rest.isEmpty ? nil : .object(made.rest)
      let isGenerated = style == .terse && key == "k\(position + 1)" && made.rest.isEmpty
      if made.line.name == "NICKNAME", isGenerated, made.line.parameters.isEmpty, made.line.group == nil {
        plainNames.append(made.line.value)
        continue
      }
      let isOther = made.line.name == "TZ" || made.line.name == "GEO"
      if !isGenerated, !isOther { made.line.parameters.append(Parameter(name: "PROP-ID", values: [key])) }
      append(made, at: path + [key])
    }
    if !plainNames.isEmpty { lines.append(ContentLine(name: "NICKNAME", value: plainNames.joined(separator: ","))) }
    settle(left, of: map, at: path)
  }

  private mutating func settle(_ left: JSONObject, of map: JSONObject, at path: [String]) {
    guard map.keys.contains(where: { converted.contains(path + [$0]) }) else { return }
    for length in 1...path.count { converted.insert(Array(path.prefix(length))) }
    if left.isEmpty { _ = rest.patch(JSONPointer(path), with: .null) } else { rest.set(path, .object(left)) }
  }

  /// Adds a property with its label, the sound of it and the place that belongs to it.
  private mutating func append(_ made: MadeProperty, at path: [String]) {
    positions[path] = lines.count
    lines.append(made.line)
    addLabel(made)
    if let place = made.place {
      converted.insert(path + ["place"])
      positions[path + ["place"]] = lines.count
      var place = place
      if let id = made.line.parameters.first(where: { $0.name == "PROP-ID" }) { place.parameters.append(id) }
      lines.append(place)
    }
    if let sound = made.sound { addSound(sound, of: path, name: "ADR") }
  }

  mutating func addLabel(_ made: MadeProperty) {
    guard let label = made.label, let group = made.line.group, groups.labelled.insert(group.lowercased()).inserted
    else {
      return
    }
    lines.append(ContentLine(group: group, name: "X-ABLABEL", value: EscapedText.escaped(AppleLabel.wrapped(label))))
  }

  /// The property of an object, without PROP-ID; nil if its value cannot be said.
  mutating func property(of object: JSONObject, _ rule: PropertyRule, key: String) -> MadeProperty? {
    var made = MadeProperty(line: ContentLine(name: rule.name, value: ""), rest: object)
    var bag = ParameterBag([])
    guard takeValue(&made, rule, &bag) else { return nil }
    made.rest.take("@type", ifEqualTo: .string(rule.type))
    if made.rest["kind"]?.string == rule.kind { made.rest["kind"] = nil }
    if made.rest["vCardName"]?.string?.isEqualIgnoringCase(made.line.name) == true { made.rest["vCardName"] = nil }
    if rule.value.isProfile, made.line.parameters.contains(where: { $0.name == "VALUE" }) { made.rest["user"] = nil }
    Facets.take(&made.rest, of: rule, into: &bag)
    made.line.parameters += bag.parameters
    takeParameters(&made)
    if rule.facets.contains(.label) { takeLabel(&made) }
    takeGroup(&made, rule, key)
    return made
  }

  /// vCardParams; the value as it was spelled among them, if it still says the same.
  func takeParameters(_ made: inout MadeProperty) {
    guard var object = made.rest["vCardParams"]?.object else { return }
    let group = object.takeString("group")
    let spelled = object.takeString(CardBuilder.spelling.lowercased())
    guard let parameters = VCardParameters.list(of: object) else { return }
    made.rest["vCardParams"] = nil
    if let group { made.line.group = group }
    let own = Set(made.line.parameters.map(\.name))
    for parameter in parameters {
      guard own.contains(parameter.name) else {
        made.line.parameters.append(parameter)
        continue
      }
      // TYPE may have words of both; what is said otherwise by a member of the object is that member's.
      for index in made.line.parameters.indices where made.line.parameters[index].name == parameter.name {
        let known = made.line.parameters[index].values
        if parameter.name == "VALUE" { made.line.parameters[index] = parameter }
        if parameter.name == "LABEL", parameter.values.map(EscapedText.withLineEnds) == known {
          made.line.parameters[index] = parameter
        }
        guard parameter.name == "TYPE" else { continue }
        let more = parameter.values.filter { !made.line.parameters[index].values.contains($0.lowercased()) }
        made.line.parameters[index].values += more
      }
    }
    if let spelled { made.respell(spelled) }
  }

  /// A label needs a group.
  private mutating func takeLabel(_ made: inout MadeProperty) {
    guard let label = made.rest["label"]?.string, !label.isEmpty else { return }
    made.rest["label"] = nil
    made.label = label
    if made.line.group == nil { made.line.group = groups.fresh() }
  }

  /// An organization and its titles are in one group (RFC 9555 §2.9.6).
  private func takeGroup(_ made: inout MadeProperty, _ rule: PropertyRule, _ key: String) {
    if rule.name == "ORG", let group = organizationGroups[key] { made.line.group = group }
    guard rule.path == ["titles"], let id = made.rest["organizationId"]?.string, let group = organizationGroups[id],
      made.line.group == nil || made.line.group == group
    else { return }
    made.rest["organizationId"] = nil
    made.line.group = group
  }

  /// Chooses groups for organizations that titles point at.
  mutating func groupOrganizations() {
    guard let organizations = card["organizations"]?.object, let titles = card["titles"]?.object else { return }
    var counts: [String: Int] = [:]
    func group(_ key: String) -> String? {
      organizations[key]?.object?["vCardParams"]?.object?["group"]?.string
    }
    for key in organizations.keys { if let group = group(key) { counts[group, default: 0] += 1 } }
    for key in titles.keys {
      guard let id = titles[key]?.object?["organizationId"]?.string, organizations[id]?.object != nil,
        organizationGroups[id] == nil
      else { continue }
      if let group = group(id) {
        if counts[group] == 1 { organizationGroups[id] = group }
      } else {
        organizationGroups[id] = groups.fresh()
      }
    }
  }
}
