import KithCore

/// SORT-STRING of 3.0 (RFC 2426 §3.6.5), which 4.0 says with the parameter SORT-AS of N (RFC 6350 §5.9).
enum SortString {
  static let name = "SORT-STRING"
  static let parameter = "SORT-AS"
  /// A SORT-AS that stood in a card of 3.0, and goes back there as it came.
  static let misplaced = "X-KITH-SORT-AS"

  static func isOne(_ property: KeptProperty) -> Bool {
    property.parameters.isEmpty && property.group == nil && property.name.isEqualIgnoringCase(name)
  }

  /// The text of a SORT-STRING.
  static func text(of property: KeptProperty) -> String {
    var value = property.value
    return value.withUTF8(ByteText.unescaped)
  }

  static func isParameter(_ parameter: Parameter) -> Bool { parameter.name.isEqualIgnoringCase(SortString.parameter) }

  /// Marks the SORT-AS of an N that was read from a card of 2.1 or 3.0.
  static func rename(in extras: inout [KeptProperty]) {
    guard let last = extras.indices.last, extras[last].name == "N" else { return }
    for index in extras[last].parameters.indices where isParameter(extras[last].parameters[index]) {
      extras[last].parameters[index].name = misplaced
    }
  }
}
