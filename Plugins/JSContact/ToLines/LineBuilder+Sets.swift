import KithCore
import KithVCard

extension LineBuilder {
  mutating func addSets() {
    addKeywords()
    addMembers()
    addRelations()
  }

  private mutating func addKeywords() {
    guard let words = rest.takeSet("keywords") else { return }
    converted.insert(["keywords"])
    let said = Set((verbatim["CATEGORIES"] ?? []).flatMap { EscapedText.list($0.value) })
    let own = words.filter { !said.contains($0) && !$0.isEmpty }
    if !own.isEmpty { lines.append(ContentLine(name: "CATEGORIES", value: EscapedText.joined(own))) }
  }

  private mutating func addMembers() {
    guard let members = rest.takeSet("members") else { return }
    converted.insert(["members"])
    let said = Set((verbatim["MEMBER"] ?? []).map { EscapedText.unescaped($0.value) })
    for member in members where !said.contains(member) && !member.isEmpty {
      lines.append(ContentLine(name: "MEMBER", value: EscapedText.escapedURI(member)))
    }
  }

  private mutating func addRelations() {
    guard let map = rest["relatedTo"]?.object else { return }
    var left = map
    for key in map.keys {
      guard !key.isEmpty, let object = map[key]?.object, let made = relation(object, to: key) else { continue }
      lines.append(made.line)
      converted.insert(["relatedTo", key])
      converted.insert(["relatedTo"])
      left[key] = made.rest.isEmpty ? nil : .object(made.rest)
    }
    guard converted.contains(["relatedTo"]) else { return }
    rest["relatedTo"] = left.isEmpty ? nil : .object(left)
  }

  private func relation(_ object: JSONObject, to key: String) -> MadeProperty? {
    let isURI = EscapedText.hasScheme(key)
    var made = MadeProperty(
      line: ContentLine(name: "RELATED", value: isURI ? EscapedText.escapedURI(key) : EscapedText.escaped(key)),
      rest: object)
    made.rest.take("@type", ifEqualTo: .string("Relation"))
    if let types = made.rest.takeSet("relation") {
      made.line.parameters.append(Parameter(name: "TYPE", values: types))
    } else {
      made.rest.take("relation", ifEqualTo: .object(JSONObject()))
    }
    if !isURI { made.line.parameters.append(Parameter(name: "VALUE", values: ["text"])) }
    takeParameters(&made)
    return made
  }
}
