import KithCore
import KithVCard

@testable import KithJSContact

/// The other library's expectations hold what has no place in JSContact in a member `vCard` of its own making; here it
/// moves to where RFC 9555 §2.15 has it: vCardProps, and vCardParams and vCardName of each object.
enum DraftContainer {
  static func moved(_ card: JSONObject) -> JSONObject {
    var card = card
    guard let container = card.takeObject("vCard") else { return card }
    if let kept = container["properties"] { card["vCardProps"] = kept }
    let converted = container["convertedProperties"]?.object ?? JSONObject()
    for key in converted.keys { if let extras = converted[key]?.object { move(extras, of: key, &card) } }
    return card
  }

  private static func move(_ extras: JSONObject, of key: String, _ card: inout JSONObject) {
    var parameters = extras["parameters"]?.object ?? JSONObject()
    let name = extras["name"]?.string
    if name == "x-ablabel" { return }
    var path =
      key.hasPrefix("relatedTo/") ? ["relatedTo", String(key.dropFirst(10))] : JSONPointer(parsing: key).tokens
    var tag: String?
    if path[0] == "localizations" {
      tag = path[1]
      path = JSONPointer(parsing: path[2]).tokens
    }
    let isName = path == ["name", "components"]
    if path[0] != "relatedTo" { path.removeLast() }
    dropImplied(&parameters, of: path, card)
    put(parameters, name ?? (isName && tag == nil ? "n" : nil), at: path, tag, &card)
  }

  /// VALUE where it can be seen (RFC 9555 §2.3.25: it does not convert).
  private static func dropImplied(_ parameters: inout JSONObject, of path: [String], _ card: JSONObject) {
    guard let type = parameters["value"]?.text?.lowercased() else { return }
    let object = card.value(at: path)?.object
    let number = object?["number"]?.string ?? ""
    if type == "uri", number.hasPrefix("tel:") || path[0] != "phones" { parameters["value"] = nil }
    if type == "text", path[0] == "relatedTo" { parameters["value"] = nil }
  }

  private static func put(
    _ parameters: JSONObject, _ name: String?, at path: [String], _ tag: String?, _ card: inout JSONObject
  ) {
    if let tag {
      let base = card.value(at: path + ["vCardParams"])
      let value: JSONValue = parameters.isEmpty ? .null : .object(parameters)
      if base != value { card.set(["localizations", tag, JSONPointer(path + ["vCardParams"]).text], value) }
      return
    }
    guard card.value(at: path)?.object != nil else { return }
    if !parameters.isEmpty {
      let known = card.value(at: path + ["vCardParams"])?.object ?? JSONObject()
      var all = known
      for key in parameters.keys { all[key] = parameters[key] }
      card.set(path + ["vCardParams"], .object(all))
    }
    if let name { card.set(path + ["vCardName"], .string(name)) }
  }
}
