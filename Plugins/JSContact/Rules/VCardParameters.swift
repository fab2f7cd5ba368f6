import KithCore

/// Parameters that JSContact has no place for (RFC 9555 §2.15.2).
enum VCardParameters {
  static func object(of bag: ParameterBag) -> JSONObject {
    var object = JSONObject()
    for parameter in bag.parameters where !parameter.name.isEmpty {
      let name = parameter.name.lowercased()
      guard object[name] == nil else { continue }
      let values = (bag.values(parameter.name) ?? []).map { JSONValue.string($0) }
      object[name] = values.count == 1 ? values[0] : .array(values)
    }
    return object
  }

  /// Nil if some value is no text.
  static func list(of object: JSONObject) -> [Parameter]? {
    var parameters: [Parameter] = []
    for key in object.keys {
      guard !key.isEmpty, let value = object[key] else { return nil }
      if let text = value.text {
        parameters.append(Parameter(name: key.uppercased(), values: [text]))
      } else if case .array(let values) = value, values.allSatisfy({ $0.text != nil }) {
        parameters.append(Parameter(name: key.uppercased(), values: values.compactMap(\.text)))
      } else {
        return nil
      }
    }
    return parameters
  }
}
