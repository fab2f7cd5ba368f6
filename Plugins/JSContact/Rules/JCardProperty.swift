import KithCore
import KithVCard

/// A vCard property that JSContact has no place for, as jCard writes it (RFC 9555 §2.15.1, RFC 7095 §3.3).
enum JCardProperty {
  /// Properties whose value type is not a text where VALUE does not say so; "unknown" is everything else that kith
  /// does not know (RFC 7095 §5.1).
  private static let types: [String: String] = {
    var types: [String: String] = [:]
    for name in [
      "SOURCE", "PHOTO", "IMPP", "GEO", "LOGO", "MEMBER", "RELATED", "SOUND", "UID", "URL", "KEY", "FBURL",
      "CALADRURI", "CALURI", "ORG-DIRECTORY", "CONTACT-URI", "SOCIALPROFILE",
    ] { types[name] = "uri" }
    for name in [
      "KIND", "XML", "FN", "N", "NICKNAME", "GENDER", "ADR", "TEL", "EMAIL", "TZ", "TITLE", "ROLE", "ORG",
      "CATEGORIES", "NOTE", "PRODID", "CLIENTPIDMAP", "BIRTHPLACE", "DEATHPLACE", "EXPERTISE", "HOBBY", "INTEREST",
      "GRAMGENDER", "PRONOUNS", "JSPROP", "VERSION",
    ] { types[name] = "text" }
    for name in ["BDAY", "ANNIVERSARY", "DEATHDATE"] { types[name] = "date-and-or-time" }
    for name in ["REV", "CREATED"] { types[name] = "timestamp" }
    for name in ["LANG", "LANGUAGE"] { types[name] = "language-tag" }
    return types
  }()

  private static let structured: Set<String> = ["N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"]
  private static let lists: Set<String> = ["NICKNAME", "CATEGORIES"]

  static func value(of line: ContentLine) -> JSONValue {
    let name = line.name.uppercased()
    var bag = ParameterBag(line.parameters)
    let type = bag.takeOne("VALUE")?.lowercased() ?? types[name] ?? "unknown"
    var parameters = VCardParameters.object(of: bag)
    if let group = line.group { parameters["group"] = .string(group) }
    let head: [JSONValue] = [.string(line.name.lowercased()), .object(parameters), .string(type)]
    return .array(head + values(line.value, name, type))
  }

  private static func values(_ raw: String, _ name: String, _ type: String) -> [JSONValue] {
    guard type == "text" else { return [.string(raw)] }
    if structured.contains(name) {
      let parts = EscapedText.structure(raw).map(JCardProperty.part)
      return parts.count == 1 ? parts : [.array(parts)]
    }
    if lists.contains(name) { return EscapedText.list(raw).map { .string($0) } }
    return [.string(EscapedText.unescaped(raw))]
  }

  private static func part(_ texts: [String]) -> JSONValue {
    texts.count > 1 ? .array(texts.map { .string($0) }) : .string(texts.first ?? "")
  }

  /// Nil for what is no property of a jCard.
  static func line(of value: JSONValue) -> ContentLine? {
    guard case .array(let parts) = value, parts.count >= 3, let name = parts[0].string, !name.isEmpty,
      var parameters = parts[1].object, let type = parts[2].string
    else { return nil }
    var line = ContentLine(name: name.uppercased(), value: "")
    line.group = parameters.takeString("group")
    guard let list = VCardParameters.list(of: parameters) else { return nil }
    line.parameters = list
    if type != "unknown", type != types[line.name] {
      line.parameters.append(Parameter(name: "VALUE", values: [type]))
    }
    guard let raw = rawValue(parts.dropFirst(3), isText: type == "text") else { return nil }
    line.value = raw
    return line
  }

  private static func rawValue(_ values: ArraySlice<JSONValue>, isText: Bool) -> String? {
    if values.count == 1, case .array(let parts)? = values.first {
      let texts = parts.map { part -> String? in
        if case .array(let list) = part { return joined(list, isText) }
        return part.text.map { isText ? EscapedText.escaped($0) : $0 }
      }
      return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined(separator: ";")
    }
    return joined(Array(values), isText)
  }

  private static func joined(_ values: [JSONValue], _ isText: Bool) -> String? {
    let texts = values.map { $0.text.map { isText ? EscapedText.escaped($0) : $0 } }
    return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined(separator: ",")
  }
}
