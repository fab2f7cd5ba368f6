import KithCore
import KithVCard

/// Properties that say again what another says: in another language (RFC 9555 §2.3.11), or as it sounds (§2.3.15).
extension CardBuilder {
  /// Adds it to what it is an alternative of; by itself if that is not in the card.
  mutating func addAlternative(_ line: ContentLine) {
    let name = line.name.uppercased()
    var bag = ParameterBag(line.parameters)
    if bag.first("PHONETIC") != nil { return addPhonetic(line) }
    if ["FN", "N", "GRAMGENDER"].contains(name) { return addSharedAlternative(line, name) }
    guard let rule = PropertyRule.byName[name], let path = partner(of: line) else { return add(line) }
    _ = bag.take("LANGUAGE")
    if bag.first("PROP-ID") == path.last { _ = bag.take("PROP-ID") }
    guard let objects = objects(of: line, bag, rule), objects.count == 1 else { return keep(line) }
    localize(line, objects[0], at: path)
  }

  private func partner(of line: ContentLine) -> [String]? {
    MainLanguage.partnerKeys(line).lazy.compactMap { partners[$0] }.first
  }

  /// Says what differs from the object at `path` as patches for the property's language; kept if there are some
  /// already.
  mutating func localize(_ line: ContentLine, _ object: JSONObject, at path: [String]) {
    guard let tag = ParameterBag(line.parameters).first("LANGUAGE"), let base = card.value(at: path)?.object,
      !tag.isEmpty, language?.isEqualIgnoringCase(tag) != true
    else { return keep(line) }
    var patches: [(String, JSONValue)] = []
    for key in object.keys where object[key] != base[key] { patches.append((key, object[key] ?? .null)) }
    for key in base.keys where object[key] == nil && !CardBuilder.isInherited(key) { patches.append((key, .null)) }
    if !add(patches, tag: tag, at: path) { keep(line) }
  }

  private static func isInherited(_ key: String) -> Bool { ["organizationId", "place", "vCardName"].contains(key) }

  private mutating func add(_ patches: [(key: String, value: JSONValue)], tag: String, at path: [String]) -> Bool {
    let mark = tag.lowercased() + " " + JSONPointer(path).text
    guard !patches.isEmpty, partners[mark] == nil else { return false }
    partners[mark] = path
    for (key, value) in patches { localize(path + [key], value, tag) }
    return true
  }

  /// FN, N and GRAMGENDER: in an object that is not theirs alone, so that only what is theirs is said again.
  private mutating func addSharedAlternative(_ line: ContentLine, _ name: String) {
    var bag = ParameterBag(line.parameters)
    guard let tag = bag.takeOne("LANGUAGE"), var known = sharedParameters[name] else { return add(line) }
    known["language"] = nil
    var object = JSONObject()
    let path = [name == "GRAMGENDER" ? "speakToAs" : "name"]
    switch name {
    case "FN": object["full"] = .string(EscapedText.unescaped(line.value))
    case "N":
      putComponents(of: line, .name, &bag, into: &object)
      if let sorting = bag.take("SORT-AS") { object["sortAs"] = .object(SortAs.object(sorting)) }
    default: object["grammaticalGender"] = .string(EscapedText.unescaped(line.value).lowercased())
    }
    guard leftover(bag, group: line.group) == known, !object.isEmpty else { return keep(line) }
    var patches = changes(to: object, at: path, name)
    if isOwner(name, of: path), sharedParameters[name]?["language"] != nil {
      patches.append(("vCardParams", known.isEmpty ? .null : .object(known)))
    }
    let mark = "\(name) \(tag.lowercased())"
    guard partners[mark] == nil else { return keep(line) }
    partners[mark] = path
    for (key, value) in patches { localize(path + [key], value, tag) }
    if patches.isEmpty { keep(line) }
  }

  /// Whether the parameters of the object are those of the property.
  private func isOwner(_ name: String, of path: [String]) -> Bool {
    guard let base = card.value(at: path)?.object, base["vCardParams"] != nil else { return false }
    return (base["vCardName"]?.string == "n") == (name == "N")
  }

  private func changes(to object: JSONObject, at path: [String], _ name: String) -> [(String, JSONValue)] {
    let base = card.value(at: path)?.object ?? JSONObject()
    var patches: [(String, JSONValue)] = []
    for key in object.keys where object[key] != base[key] { patches.append((key, object[key] ?? .null)) }
    guard name == "N" else { return patches }
    for key in ["isOrdered", "defaultSeparator", "sortAs"] where object[key] == nil && base[key] != nil {
      patches.append((key, .null))
    }
    return patches
  }

  /// More sounds, and sounds of more components, are kept: each is compared with all the components.
  private static let mostSounds = 1000

  /// How a name or an address sounds, component by component.
  private mutating func addPhonetic(_ line: ContentLine) {
    let isName = line.name.isEqualIgnoringCase("N")
    guard isName || line.name.isEqualIgnoringCase("ADR") else { return add(line) }
    let table = isName ? ComponentTable.name : .address
    guard let path = isName ? ["name"] : partner(of: line), let base = card.value(at: path)?.object,
      soundCount < CardBuilder.mostSounds, let list = ComponentList(of: base, table),
      list.components.count < CardBuilder.mostSounds, let sounds = list.phonetics(in: line.value, table)
    else { return keep(line) }
    soundCount += 1
    var bag = ParameterBag(line.parameters)
    let system = bag.takeOne("PHONETIC") ?? ""
    let script = bag.takeOne("SCRIPT")
    let known = isName ? sharedParameters["N"] : base["vCardParams"]?.object
    let tag = takeImplied(&bag, known ?? JSONObject(), path)
    guard bag.parameters.isEmpty, line.group == nil else { return keep(line) }
    var patches: [([String], JSONValue)] = []
    if !system.isEqualIgnoringCase("script") { patches.append((["phoneticSystem"], .string(system.lowercased()))) }
    if let script { patches.append((["phoneticScript"], .string(script))) }
    for (index, sound) in sounds.enumerated() {
      if let sound { patches.append((["components", String(index), "phonetic"], .string(sound))) }
    }
    if !add(sounding: patches, tag, at: path) { keep(line) }
  }

  /// Takes the parameters that follow from those of the property that sounds so; says the language if it is another.
  private func takeImplied(_ bag: inout ParameterBag, _ known: JSONObject, _ path: [String]) -> String? {
    if let id = bag.first("ALTID"), known["altid"]?.string == id { _ = bag.take("ALTID") }
    if let id = bag.first("PROP-ID"), path.last == id { _ = bag.take("PROP-ID") }
    if bag.values("JSCOMPS") != nil { _ = bag.take("JSCOMPS") }
    guard let tag = bag.first("LANGUAGE") else { return nil }
    if let main = language, main.isEqualIgnoringCase(tag) {
      if known["language"]?.string?.isEqualIgnoringCase(tag) == true { _ = bag.take("LANGUAGE") }
      return nil
    }
    _ = bag.take("LANGUAGE")
    return tag
  }

  private mutating func add(sounding patches: [([String], JSONValue)], _ tag: String?, at path: [String]) -> Bool {
    let mark = "sound \(tag?.lowercased() ?? "") \(JSONPointer(path).text)"
    guard partners[mark] == nil else { return false }
    partners[mark] = path
    for (tokens, value) in patches {
      if let tag {
        localize(path + tokens, value, tag)
      } else {
        _ = card.patch(JSONPointer(path + tokens), with: value)
      }
    }
    return true
  }
}
