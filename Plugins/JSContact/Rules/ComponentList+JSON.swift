/// Components as members of a Name or an Address (RFC 9553 §2.2.1, §2.5.1).
extension ComponentList {
  /// Nil if there is no array of components that vCard could say: each with a known kind and a value.
  init?(of object: JSONObject, _ table: ComponentTable) {
    guard case .array(let values)? = object["components"], !values.isEmpty else { return nil }
    self.init(components: [])
    isOrdered = object["isOrdered"] == .bool(true)
    defaultSeparator = object["defaultSeparator"]?.string
    for value in values {
      guard let member = value.object, let kind = member["kind"]?.string, let text = member["value"]?.string else {
        return nil
      }
      components.append(Component(kind: kind, value: text, phonetic: member["phonetic"]?.string))
    }
  }

  /// Whether the components have members that vCard does not know.
  static func saysMore(_ object: JSONObject, type: String) -> Bool {
    guard case .array(let values)? = object["components"] else { return true }
    return values.contains { value in
      guard var member = value.object else { return true }
      member.take("@type", ifEqualTo: .string(type))
      return member.keys.contains { !["kind", "value", "phonetic"].contains($0) }
    }
  }

  func put(into object: inout JSONObject) {
    guard !components.isEmpty else { return }
    object["components"] = .array(
      components.map { component in
        var member = JSONObject(["kind": .string(component.kind), "value": .string(component.value)])
        if let phonetic = component.phonetic { member["phonetic"] = .string(phonetic) }
        return .object(member)
      })
    if isOrdered { object["isOrdered"] = .bool(true) }
    if let defaultSeparator { object["defaultSeparator"] = .string(defaultSeparator) }
  }

  /// How the components sound, as read from a value of the same structure; nil if it says nothing of them, or of
  /// others.
  func phonetics(in value: String, _ table: ComponentTable) -> [String?]? {
    var spoken: [String: [Int: String]] = [:]
    let placed = ComponentList.placed(in: EscapedText.structure(value), table)
    for (place, component) in placed { spoken[component.kind, default: [:]][place.index] = component.value }
    var counts: [String: Int] = [:]
    let found = components.map { component in
      let index = counts[component.kind, default: 0]
      counts[component.kind] = index + 1
      return component.kind == "separator" ? nil : spoken[component.kind]?[index]
    }
    let said = found.count { $0 != nil }
    return said > 0 && said == placed.count ? found : nil
  }
}
