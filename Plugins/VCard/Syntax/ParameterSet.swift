import KithCore

/// The parameters of a property, decoded.
final class ParameterSet {
  /// All of them in order, but for those that say how the value was transferred.
  private(set) var all: [Parameter] = []
  /// Lower case, without `pref`.
  private(set) var types: [String] = []
  private(set) var preference: Int?
  /// `VALUE`, in lower case.
  private(set) var valueType: String?
  private(set) var isBase64 = false
  private(set) var isQuotedPrintable = false
  private(set) var charset: String?
  /// Those that are none of the above, except that VALUE is among them.
  private(set) var others: [Parameter] = []

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = ParameterParser(bytes)
    while let parameter = parser.next() { take(parameter) }
  }

  private func take(_ parameter: Parameter) {
    switch parameter.name.uppercased() {
    case "TYPE":
      all.append(parameter)
      takeTypes(parameter.values)
    case "ENCODING":
      takeEncoding(parameter)
    case "CHARSET":
      charset = charset ?? parameter.values.first
    case "PREF":
      all.append(parameter)
      takePreference(parameter)
    case "VALUE":
      valueType = valueType ?? parameter.values.first?.lowercased()
      all.append(parameter)
      others.append(parameter)
    default:
      all.append(parameter)
      others.append(parameter)
    }
  }

  private func takeTypes(_ values: [String]) {
    for value in values {
      let type = value.lowercased()
      if type == "pref" { preference = preference ?? 1 } else if !type.isEmpty { types.append(type) }
    }
  }

  private func takeEncoding(_ parameter: Parameter) {
    switch parameter.values.first?.uppercased() {
    case "B", "BASE64": isBase64 = true
    case "QUOTED-PRINTABLE", "Q":
      isQuotedPrintable = true
      return
    case "8BIT", "7BIT": return
    default: others.append(parameter)
    }
    all.append(parameter)
  }

  private func takePreference(_ parameter: Parameter) {
    if let text = parameter.values.first, let number = Int(text), (1...100).contains(number) {
      preference = number
    } else {
      others.append(parameter)
    }
  }

  /// The first value of a parameter that is not modelled.
  /// - Parameter name: in upper case.
  subscript(name: String) -> String? {
    others.first { $0.name.isEqualIgnoringCase(name) }?.values.first
  }

  /// - Parameter names: in upper case.
  func others(except names: Set<String>) -> [Parameter] {
    others.isEmpty ? [] : others.filter { !names.contains($0.name.uppercased()) }
  }

  func types(except type: String) -> [String] { types.contains(type) ? types.filter { $0 != type } : types }
}
