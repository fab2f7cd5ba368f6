/// The name of a card that has only its parts (RFC 9555 §3.1).
enum DerivedName {
  private static let order = ["title", "given", "given2", "surname", "surname2", "generation", "credential"]

  /// In the order of the parts if they have one, else in that of most languages written in Latin letters.
  static func text(of name: JSONObject) -> String? {
    guard var list = ComponentList(of: name, .name) else { return nil }
    if !list.isOrdered {
      list.components = order.flatMap { kind in list.components.filter { $0.kind == kind } }
    }
    let between = list.isOrdered ? list.defaultSeparator ?? " " : " "
    var text = ""
    var separator = ""
    for component in list.components {
      if component.kind == "separator" {
        separator = component.value
        continue
      }
      text += text.isEmpty ? "" : separator
      text += component.value
      separator = between
    }
    return text.isEmpty ? nil : text
  }
}
