import KithCore

/// The parameters of a property that no rule has taken yet.
struct ParameterBag {
  private(set) var parameters: [Parameter]

  init(_ parameters: [Parameter]) { self.parameters = parameters }

  /// Takes the values of a parameter, however often it is there.
  /// - Parameter name: in upper case.
  mutating func take(_ name: String) -> [String]? {
    let found = values(name)
    if found != nil { parameters.removeAll { $0.name.isEqualIgnoringCase(name) } }
    return found
  }

  func values(_ name: String) -> [String]? {
    var values: [String]?
    for parameter in parameters where parameter.name.isEqualIgnoringCase(name) {
      values = (values ?? []) + parameter.values
    }
    return values
  }

  func first(_ name: String) -> String? { values(name)?.first }

  /// Takes a parameter that is there with one value.
  mutating func takeOne(_ name: String) -> String? {
    guard let values = values(name), values.count == 1 else { return nil }
    _ = take(name)
    return values[0]
  }

  mutating func takeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let values = values(name), values.count == 1, let number = Int(values[0]), range.contains(number),
      String(number) == values[0]
    else { return nil }
    _ = take(name)
    return number
  }

  mutating func put(_ name: String, _ values: [String]) {
    if !values.isEmpty { parameters.append(Parameter(name: name, values: values)) }
  }
}

extension String {
  func isEqualIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { left, right in
        left == right || left ^ right == 0x20 && (0x61...0x7a).contains(left | 0x20)
      }
  }
}
