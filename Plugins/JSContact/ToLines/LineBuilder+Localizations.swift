import KithCore
import KithVCard

/// What is said in other languages, as alternatives of what is said in the card's (RFC 9555 §2.3.11).
extension LineBuilder {
  mutating func addLocalizations() {
    guard let localizations = rest["localizations"]?.object else { return }
    var left = localizations
    for tag in localizations.keys {
      guard !tag.isEmpty, let patches = localizations[tag]?.object else { continue }
      var unsaid = patches
      for (path, pointers) in targets(patches) {
        guard add(pointers, of: patches, at: path, tag: tag) else { continue }
        for pointer in pointers { unsaid[pointer] = nil }
        converted.insert(["localizations"])
        converted.insert(["localizations", tag])
      }
      left[tag] = unsaid.isEmpty && !patches.isEmpty ? nil : .object(unsaid)
    }
    if converted.contains(["localizations"]) { rest["localizations"] = left.isEmpty ? nil : .object(left) }
  }

  /// The patches of each object that a property stands for.
  private func targets(_ patches: JSONObject) -> [(path: [String], pointers: [String])] {
    var order: [[String]] = []
    var pointers: [[String]: [String]] = [:]
    for text in patches.keys {
      let tokens = JSONPointer(parsing: text).tokens
      guard tokens.count <= JSONPointer.longest, let path = LineBuilder.target(tokens) else { continue }
      if pointers[path] == nil { order.append(path) }
      pointers[path, default: []].append(text)
    }
    return order.map { ($0, pointers[$0] ?? []) }
  }

  private static func target(_ tokens: [String]) -> [String]? {
    switch tokens.first {
    case "name": return ["name"]
    case "speakToAs":
      if tokens.count > 2, tokens[1] == "pronouns" { return Array(tokens.prefix(3)) }
      return tokens == ["speakToAs", "grammaticalGender"] ? ["speakToAs"] : nil
    case "anniversaries": return tokens.count > 2 && tokens[2] == "place" ? Array(tokens.prefix(3)) : nil
    case let first?: return tokens.count > 1 && PropertyRule.byPath[[first]] != nil ? Array(tokens.prefix(2)) : nil
    case nil: return nil
    }
  }

  /// - Returns: whether all of the patches are said.
  private mutating func add(
    _ pointers: [String], of patches: JSONObject, at path: [String], tag: String
  ) -> Bool {
    guard afford(path), let base = card.value(at: path)?.object,
      var object = localized(base, pointers, patches, at: path)
    else {
      return false
    }
    if var parameters = object["vCardParams"]?.object, parameters["language"] != nil {
      parameters["language"] = nil
      object["vCardParams"] = parameters.isEmpty ? nil : .object(parameters)
    }
    if path == ["name"] { return addName(object, insteadOf: base, tag) }
    if path == ["speakToAs"] { return addGender(object, tag) }
    guard let index = positions[path], let made = alternative(of: object, at: path) else { return false }
    let known = rest.value(at: path)?.object ?? JSONObject()
    guard made.rest == known else { return false }
    let isSame = isSame(made.line, lines[index])
    if !isSame || made.sound == nil { append(made.line, as: index, tag) }
    if let sound = made.sound { addSound(sound, of: path, name: "ADR", language: tag) }
    return true
  }

  /// Whether a property says no more in another language than it does in the card's.
  private func isSame(_ line: ContentLine, _ base: ContentLine) -> Bool {
    func own(_ line: ContentLine) -> Set<Parameter> {
      Set(line.parameters.filter { !["ALTID", "PROP-ID", "LANGUAGE"].contains($0.name) })
    }
    return line.value == base.value && own(line) == own(base)
  }

  /// Each language says all of an object again: what would make far more than was read stays as it is.
  private mutating func afford(_ path: [String]) -> Bool {
    let cost = sizes[path] ?? card.value(at: path)?.size ?? 0
    sizes[path] = cost
    guard cost <= budget else { return false }
    budget -= cost
    return true
  }

  private func localized(
    _ base: JSONObject, _ pointers: [String], _ patches: JSONObject, at path: [String]
  ) -> JSONObject? {
    var object = base
    for text in pointers {
      guard let value = patches[text] else { return nil }
      let tokens = Array(JSONPointer(parsing: text).tokens.dropFirst(path.count))
      if tokens.isEmpty {
        guard let whole = value.object else { return nil }
        object = whole
      } else if !object.patch(JSONPointer(tokens), with: value) {
        return nil
      }
    }
    return object
  }

  private mutating func alternative(of object: JSONObject, at path: [String]) -> MadeProperty? {
    if path.last == "place", path.count == 3 {
      let kind = card.value(at: path.dropLast() + ["kind"])?.string
      var left = object
      guard let line = place(&left, kind == "birth" ? "BIRTHPLACE" : "DEATHPLACE") else { return nil }
      return MadeProperty(line: line, rest: left)
    }
    let map = Array(path.dropLast())
    guard let rule = PropertyRule.rule(for: object, at: map) ?? baseRule(path) else { return nil }
    let known = groups
    guard let made = property(of: object, rule, key: path[path.count - 1]) else {
      groups = known
      return nil
    }
    return made
  }

  /// The rule of what an object is an alternative of, for one that does not say its kind again.
  private func baseRule(_ path: [String]) -> PropertyRule? {
    card.value(at: path)?.object.flatMap { PropertyRule.rule(for: $0, at: Array(path.dropLast())) }
  }

  /// Adds a property in another language, with the ALTID and the key of the one at `index`.
  mutating func append(_ line: ContentLine, as index: Int, _ tag: String) {
    setAlternative(index)
    var line = line
    let own = ParameterBag(line.parameters)
    let base = ParameterBag(lines[index].parameters)
    for name in ["ALTID", "PROP-ID"] where own.values(name) == nil {
      if let values = base.values(name) { line.parameters.append(Parameter(name: name, values: values)) }
    }
    line.parameters.append(Parameter(name: "LANGUAGE", values: [tag]))
    if line.group == nil { line.group = lines[index].group }
    lines.append(line)
  }

  private mutating func addGender(_ object: JSONObject, _ tag: String) -> Bool {
    guard let index = positions[["speakToAs", "GRAMGENDER"]], let gender = object["grammaticalGender"]?.string else {
      return false
    }
    append(shared(index, EscapedText.escaped(gender.uppercased())), as: index, tag)
    return true
  }

  /// A property like the one at `index`, of another value.
  func shared(_ index: Int, _ value: String) -> ContentLine {
    var line = lines[index]
    line.value = value
    line.parameters.removeAll { ["LANGUAGE", "DERIVED", "SORT-AS", "JSCOMPS"].contains($0.name.uppercased()) }
    return line
  }
}
