import KithCore
import KithVCard

/// A property made of an object, and what is left of the object.
struct MadeProperty {
  var line: ContentLine
  var rest: JSONObject
  var label: String?
  /// BIRTHPLACE or DEATHPLACE.
  var place: ContentLine?
  /// The property once more, as it sounds.
  var sound: ContentLine?

  /// Takes the value as it was spelled where it came from, if that still means what the property says.
  mutating func respell(_ spelled: String) {
    switch line.name {
    case "N": if isSame(spelled, .name) { put(spelled) }
    case "ADR": if isSame(spelled, .address) { put(spelled) }
    case "BDAY", "ANNIVERSARY", "DEATHDATE":
      if AnniversaryDate.value(ofVCard: spelled) == AnniversaryDate.value(ofVCard: line.value) { put(spelled) }
    default: break
    }
  }

  private mutating func put(_ spelled: String) { line.value = spelled }

  private func isSame(_ spelled: String, _ table: ComponentTable) -> Bool {
    func list(_ value: String) -> ComponentList {
      let order = ParameterBag(line.parameters).values("JSCOMPS")?.joined(separator: ",")
      var list = ComponentList(parsing: value, order: order, table: table)
      list.components.sort { ($0.kind, $0.value) < ($1.kind, $1.value) }
      return list
    }
    return list(spelled).components == list(line.value).components
  }
}
