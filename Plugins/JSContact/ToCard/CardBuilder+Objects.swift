import KithCore
import KithVCard

extension CardBuilder {
  /// Adds the objects that a property becomes, each under a key of its own.
  mutating func add(_ line: ContentLine, by rule: PropertyRule) {
    var bag = ParameterBag(line.parameters)
    let id = takeID(&bag, rule)
    guard let objects = objects(of: line, bag, rule) else { return keep(line) }
    for object in objects {
      let path = rule.path + [objects.count == 1 ? id ?? nextKey(rule.path) : nextKey(rule.path)]
      card.set(path, .object(object))
      if objects.count == 1 { register(line, at: path) }
      if case .date = rule.value, anniversaries[rule.name] == nil { anniversaries[rule.name] = path }
      if let group = line.group?.lowercased() {
        if rule.name == "ADR", addresses[group] == nil { addresses[group] = path }
        if rule.name == "ORG" { organizations[group, default: []].append(path[path.count - 1]) }
        if rule.path == ["titles"] { titles.append((path, group)) }
      }
    }
  }

  /// Takes PROP-ID if it is an Id (RFC 9553 §1.4.1) that is free.
  private func takeID(_ bag: inout ParameterBag, _ rule: PropertyRule) -> String? {
    guard let id = bag.first("PROP-ID"), CardBuilder.isID(id), card.value(at: rule.path + [id]) == nil else {
      return nil
    }
    _ = bag.take("PROP-ID")
    return id
  }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 256
      && text.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }

  /// `k1`, `k2`, … (RFC 9555 §2.1.2).
  mutating func nextKey(_ path: [String]) -> String {
    var number = nextKeys[path, default: 0]
    repeat { number += 1 } while card.value(at: path + ["k\(number)"]) != nil
    nextKeys[path] = number
    return "k\(number)"
  }

  private mutating func register(_ line: ContentLine, at path: [String]) {
    for key in MainLanguage.partnerKeys(line) where partners[key] == nil { partners[key] = path }
    let name = line.name.uppercased()
    if partners[name + ";PROP-ID=" + path[path.count - 1]] == nil {
      partners[name + ";PROP-ID=" + path[path.count - 1]] = path
    }
  }

  /// The objects of a property without its key; nil if its value is none that JSContact can hold.
  func objects(of line: ContentLine, _ bag: ParameterBag, _ rule: PropertyRule) -> [JSONObject]? {
    if case .nicknames = rule.value {
      let names = EscapedText.list(line.value).filter { !$0.isEmpty }
      return names.isEmpty ? nil : names.map { object(JSONObject(["name": .string($0)]), of: line, bag, rule) }
    }
    var bag = bag
    guard let value = value(of: line, &bag, rule) else { return nil }
    return [object(value, of: line, bag, rule)]
  }

  /// Adds to a value what its property says beside it.
  private func object(
    _ value: JSONObject, of line: ContentLine, _ bag: ParameterBag, _ rule: PropertyRule
  ) -> JSONObject {
    var (object, bag) = (value, bag)
    if let kind = rule.kind { object["kind"] = .string(kind) }
    Facets.take(&bag, of: rule, into: &object)
    if let group = line.group, rule.facets.contains(.label), let label = labels[group.lowercased()] {
      object["label"] = .string(label)
    }
    let rest = leftover(bag, group: line.group)
    if !rest.isEmpty { object["vCardParams"] = .object(rest) }
    if let name = rule.vCardName { object["vCardName"] = .string(name) }
    return object
  }

  private func value(of line: ContentLine, _ bag: inout ParameterBag, _ rule: PropertyRule) -> JSONObject? {
    let text = EscapedText.unescaped(line.value)
    switch rule.value {
    case .text(let member), .uri(let member):
      dropImpliedValue(&bag, rule.name, text)
      return text.isEmpty ? nil : JSONObject().with("\(member)", .string(text))
    case .phone:
      dropImpliedValue(&bag, rule.name, text)
      return text.isEmpty ? nil : JSONObject(["number": .string(text)])
    case .profile:
      let isUser = bag.first("VALUE")?.lowercased() == "text"
      if isUser { _ = bag.take("VALUE") } else { dropImpliedValue(&bag, rule.name, text) }
      return text.isEmpty ? nil : JSONObject([isUser ? "user" : "uri": .string(text)])
    case .organization: return organization(of: line, &bag)
    case .address: return address(of: line, &bag)
    case .date: return anniversary(of: line, &bag)
    case .nicknames: return nil
    }
  }

  private func organization(of line: ContentLine, _ bag: inout ParameterBag) -> JSONObject? {
    let parts = EscapedText.split(line.value, at: UInt8(ascii: ";")).map(EscapedText.unescaped)
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    let sortings = bag.take("SORT-AS").map { SortAs.texts($0) } ?? []
    var object = JSONObject()
    func sorted(_ object: inout JSONObject, _ index: Int) {
      if index < sortings.count, !sortings[index].isEmpty { object["sortAs"] = .string(sortings[index]) }
    }
    if !parts[0].isEmpty { object["name"] = .string(parts[0]) }
    sorted(&object, 0)
    let units = parts.indices.dropFirst().map { index -> JSONValue in
      var unit = JSONObject(["name": .string(parts[index])])
      sorted(&unit, index)
      return .object(unit)
    }
    if !units.isEmpty { object["units"] = .array(units) }
    return object
  }

  private func anniversary(of line: ContentLine, _ bag: inout ParameterBag) -> JSONObject? {
    let type = bag.first("VALUE")?.lowercased()
    guard type != "text", var date = AnniversaryDate.value(ofVCard: line.value) else { return nil }
    dropImpliedValue(&bag, line.name.uppercased(), line.value)
    if date["utc"] == nil, let scale = bag.takeOne("CALSCALE") { date["calendarScale"] = .string(scale.lowercased()) }
    var again = date
    if keepsSpelling, AnniversaryDate.takeText(&again) != line.value { bag.put(CardBuilder.spelling, [line.value]) }
    return JSONObject(["date": .object(date)])
  }

  private func address(of line: ContentLine, _ bag: inout ParameterBag) -> JSONObject? {
    var object = JSONObject()
    putComponents(of: line, .address, &bag, into: &object)
    if let label = bag.take("LABEL") {
      let (label, full) = (label.joined(separator: ","), EscapedText.withLineEnds(label.joined(separator: ",")))
      object["full"] = .string(full)
      if keepsSpelling, label != full { bag.put("LABEL", [label]) }
    }
    if let position = bag.takeOne("GEO") { object["coordinates"] = .string(position) }
    if let zone = bag.takeOne("TZ") { object["timeZone"] = .string(ZoneOffset.zone(ofOffset: zone) ?? zone) }
    if let country = bag.takeOne("CC") { object["countryCode"] = .string(country) }
    return object.isEmpty ? nil : object
  }

  /// The components of a structured value; the way it is spelled too where that is not the way it would be again.
  func putComponents(
    of line: ContentLine, _ table: ComponentTable, _ bag: inout ParameterBag, into object: inout JSONObject
  ) {
    let order = bag.first("JSCOMPS").map { _ in (bag.values("JSCOMPS") ?? []).joined(separator: ",") }
    let list = ComponentList(parsing: line.value, order: order, table: table)
    let again = list.structure(table, isShort: true)
    let isSpelled = !keepsSpelling || CardBuilder.isSame(again?.value ?? "", line.value) && again?.order == order
    if !isSpelled { bag.put(CardBuilder.spelling, [line.value]) }
    if list.isOrdered, isSpelled { _ = bag.take("JSCOMPS") }
    list.put(into: &object)
  }

  /// Whether two structured values differ in nothing but empty parts at their ends.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    func trimmed(_ text: String) -> Substring.UTF8View.SubSequence {
      var bytes = text[...].utf8
      while bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
      return bytes
    }
    return trimmed(left).elementsEqual(trimmed(right))
  }
}
