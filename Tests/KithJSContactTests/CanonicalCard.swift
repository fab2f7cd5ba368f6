import KithCore
import KithVCard

@testable import KithJSContact

/// What a card says, whatever the order of its members, the names of made-up keys and the way localizations are cut.
enum CanonicalCard {
  static func text(_ card: JSONObject) -> String {
    var card = card
    var texts: [String] = []
    let localizations = card.takeObject("localizations") ?? JSONObject()
    if let language = card["language"]?.string { card["language"] = .string(language.lowercased()) }
    texts.append(canonical(.object(card)))
    for tag in localizations.keys {
      var localized = card
      guard let patches = localizations[tag]?.object else { continue }
      for key in patches.keys {
        if !localized.patch(JSONPointer(parsing: key), with: patches[key] ?? .null) { texts.append("invalid \(key)") }
      }
      texts.append(tag.lowercased() + " " + canonical(.object(localized)))
    }
    return texts.sorted().joined(separator: "\n")
  }

  private static func canonical(_ value: JSONValue) -> String {
    switch value {
    case .array(let values): return "[" + values.map(canonical).joined(separator: ",") + "]"
    case .object(let object):
      var texts: [String] = []
      for key in object.keys {
        guard let member = object[key], key != "@type" || member != .string("Timestamp") else { continue }
        texts.append(text(key, member))
      }
      return "{" + texts.sorted().joined(separator: ",") + "}"
    default: return value.compactText
    }
  }

  private static func text(_ key: String, _ value: JSONValue) -> String {
    switch key {
    case "vCardProps": return "vCardProps:" + kept(value)
    case "vCardParams": return "vCardParams:" + parameters(value)
    case "organizationId": return "organizationId"
    default: return (isMadeUp(key) ? "k" : key) + ":" + canonical(value)
    }
  }

  private static func isMadeUp(_ key: String) -> Bool { key.hasPrefix("k") && Int(key.dropFirst()) != nil }

  private static func kept(_ value: JSONValue) -> String {
    guard case .array(let values) = value else { return "none" }
    return CanonicalLines.texts(values.compactMap(JCardProperty.line)).joined(separator: "|")
  }

  private static func parameters(_ value: JSONValue) -> String {
    guard var object = value.object else { return canonical(value) }
    for key in ["language", "derived"] {
      if let text = object[key]?.text { object[key] = .string(text.lowercased()) }
    }
    if let types = object["type"]?.text { object["type"] = .string(types.lowercased()) }
    if let group = object["group"]?.text { object["group"] = .string(group) }
    return canonical(.object(object))
  }
}
