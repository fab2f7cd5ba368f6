import KithCore

/// The parameters of a property in the order of RFC 6351's schema.
struct ParameterElements {
  private var parameters: [(element: String, values: [String])] = []

  /// - Parameter keepsValue: VALUE too, which otherwise the element of the value says.
  init(_ given: [Parameter], ofName name: String, keepsValue: Bool) {
    var places: [String: Int] = [:]
    for parameter in given where !parameter.name.isEmpty {
      let element = ElementName.of(parameter.name)
      if element == "value", !keepsValue { continue }
      let place = places[element, default: parameters.count]
      if place == parameters.count {
        places[element] = place
        parameters.append((element, []))
      }
      parameters[place].values += parameter.values
    }
    let isName = name.uppercased() == "N"
    let ranked = parameters.enumerated().map {
      ($0.element, ParameterElements.rank($0.element.element, isName), $0.offset)
    }
    parameters = ranked.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }

  private static let order = [
    "language", "altid", "pid", "pref", "type", "mediatype", "calscale", "geo", "tz", "label", "sort-as",
  ]

  private static func rank(_ element: String, _ isName: Bool) -> Int {
    if isName, element == "sort-as" { return 1 }
    return order.firstIndex(of: element).map { $0 * 2 } ?? order.count * 2
  }

  func write(to text: ElementBuffer) {
    guard !parameters.isEmpty else { return }
    text.start("parameters")
    for (element, values) in parameters {
      text.start(element)
      for value in values {
        let type = ParameterElements.type(of: element, value)
        text.start(type)
        text.put(text: value)
        text.end(type)
      }
      text.end(element)
    }
    text.end("parameters")
  }

  private static func type(of element: String, _ value: String) -> String {
    switch element {
    case "language": "language-tag"
    case "pref": Int(value).map { (1...100).contains($0) } == true ? "integer" : "text"
    case "geo": "uri"
    case "tz": value.utf8.contains(UInt8(ascii: ":")) ? "uri" : "text"
    default: "text"
    }
  }
}
