import KithCore

/// Parameters that JSContact has no place for (RFC 9555 §2.15.2).
enum VCardParameters {
  static func object(of bag: ParameterBag) -> JSONObject {
    var order: [String] = []
    var values: [String: [JSONValue]] = [:]
    for parameter in bag.parameters where !parameter.name.isEmpty {
      let name = parameter.name.lowercased()
      if values[name] == nil { order.append(name) }
      values[name, default: []] += parameter.values.map { .string($0) }
    }
    var object = JSONObject()
    for name in order {
      let texts = values[name] ?? []
      object[name] = texts.count == 1 ? texts[0] : .array(texts)
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
