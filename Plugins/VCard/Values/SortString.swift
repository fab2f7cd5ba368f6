import KithCore

/// SORT-STRING of 3.0 (RFC 2426 §3.6.5), which 4.0 says with the parameter SORT-AS of N (RFC 6350 §5.9).
enum SortString {
  static let name = "SORT-STRING"

  /// The property that says the same as a SORT-AS.
  static func property(of parameter: Parameter) -> KeptProperty {
    let text = parameter.values.joined(separator: ",")
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == ";" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      if scalar == "\n" { escaped += "\\n" } else { escaped.unicodeScalars.append(scalar) }
    }
    return KeptProperty(format: VCardFormat.name, name: name, value: escaped)
  }

  static func isOne(_ property: KeptProperty) -> Bool {
    property.parameters.isEmpty && property.group == nil && property.name.isEqualIgnoringCase(name)
  }

  /// The text of a SORT-AS.
  static func text(of property: KeptProperty) -> String {
    var value = property.value
    return value.withUTF8(ByteText.unescaped)
  }
}
