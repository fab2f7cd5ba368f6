/// SORT-AS: a list inside one parameter (RFC 6350 §5.9), and the member sortAs of a Name (RFC 9555 §2.5.5).
enum SortAs {
  static func texts(_ values: [String]) -> [String] { EscapedText.list(values.joined(separator: ",")) }

  static func parameter(_ texts: [String]) -> String? {
    var texts = texts
    while texts.last?.isEmpty == true { texts.removeLast() }
    return texts.isEmpty ? nil : texts.map { EscapedText.escaped($0, only: [UInt8(ascii: ",")]) }.joined(separator: ",")
  }

  static func object(_ values: [String]) -> JSONObject {
    var object = JSONObject()
    for (kind, text) in zip(ComponentTable.name.kinds, texts(values)) {
      if let kind, !text.isEmpty { object[kind] = .string(text) }
    }
    return object
  }

  /// Nil if there is a kind that N does not have.
  static func parameter(of object: JSONObject) -> String? {
    var texts = [String](repeating: "", count: ComponentTable.name.kinds.count)
    for key in object.keys {
      guard let part = ComponentTable.name.part(ofKind: key), let text = object[key]?.string else { return nil }
      texts[part] = text
    }
    return parameter(texts)
  }
}
