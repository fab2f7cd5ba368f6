import KithCore
import KithVCard

/// A property as its array says it, on its way to a content line.
struct ArrayProperty {
  /// In upper case.
  private let name: String
  private let syntax: PropertySyntax
  private var group: String?
  private var parameters: [Parameter] = []
  /// In lower case.
  private let type: String
  /// Each a list of components, each of which is a list of texts.
  private var values: [[[String]]] = []
  /// Parts that mean nothing where they stand.
  private(set) var misplaced = 0

  /// - Throws: ``JSONError``
  init(_ json: inout JSONReader) throws {
    try json.beginArray()
    guard try json.nextElement() else { throw JSONError(offset: json.position, "expected a name") }
    name = try json.string().uppercased()
    syntax = PropertySyntax.of(name)
    guard try json.nextElement() else { throw JSONError(offset: json.position, "expected parameters") }
    var parameters: [Parameter] = []
    var (group, misplaced): (String?, Int) = (nil, 0)
    try json.beginObject()
    while let key = try json.nextKey() {
      let name = try key.unescaped()
      let texts = try ArrayProperty.texts(&json, &misplaced)
      switch name.lowercased() {
      case "group": group = texts.first
      case "value": misplaced += 1
      default: parameters.append(Parameter(name: name.uppercased(), values: texts))
      }
    }
    guard try json.nextElement() else { throw JSONError(offset: json.position, "expected a type") }
    type = try json.string().lowercased()
    while try json.nextElement() {
      if let value = try ArrayProperty.value(&json, &misplaced) { values.append(value) }
    }
    (self.parameters, self.group, self.misplaced) = (parameters, group, misplaced)
  }

  var isVersion: Bool { name == "VERSION" }

  var firstText: String? { values.first?.first?.first }

  // MARK: Reading

  /// A text, or the texts of an array.
  private static func texts(_ json: inout JSONReader, _ misplaced: inout Int) throws -> [String] {
    guard json.peek() == .array else { return try text(&json, &misplaced).map { [$0] } ?? [] }
    var texts: [String] = []
    try json.beginArray()
    while try json.nextElement() {
      if let text = try text(&json, &misplaced) { texts.append(text) }
    }
    return texts
  }

  private static func value(_ json: inout JSONReader, _ misplaced: inout Int) throws -> [[String]]? {
    guard json.peek() == .array else { return try text(&json, &misplaced).map { [[$0]] } }
    var components: [[String]] = []
    try json.beginArray()
    while try json.nextElement() { components.append(try texts(&json, &misplaced)) }
    return components
  }

  /// Nil for an array or an object, which is passed over.
  private static func text(_ json: inout JSONReader, _ misplaced: inout Int) throws -> String? {
    switch json.peek() {
    case .string: return try json.string()
    case .number: return try json.numberText()
    case .bool: return try json.bool() ? "TRUE" : "FALSE"
    case .null where try json.null(): return ""
    default:
      misplaced += 1
      try json.skipValue()
      return nil
    }
  }

  // MARK: Writing

  func write(to line: inout ContentLineBuilder) {
    line.begin(group: group, name: name)
    for parameter in parameters where !parameter.values.isEmpty { line.parameter(parameter) }
    if let type = declaredType { line.parameter(Parameter(name: "VALUE", values: [type])) }
    line.beginValue()
    for (index, value) in values.enumerated() {
      if index > 0 { line.separator(isStructured ? ";" : ",") }
      write(value, to: &line)
    }
  }

  /// What VALUE has to say: the type, where it is not the one that the property has anyway.
  private var declaredType: String? { type == "unknown" || type == syntax.type ? nil : type }

  private var isStructured: Bool {
    switch syntax.shape {
    case .components, .parts: true
    case .single, .list: false
    }
  }

  private func write(_ components: [[String]], to line: inout ContentLineBuilder) {
    for (index, texts) in components.enumerated() {
      if index > 0 { line.separator(";") }
      for (number, text) in texts.enumerated() {
        if number > 0 { line.separator(",") }
        write(text, to: &line)
      }
    }
  }

  private func write(_ text: String, to line: inout ContentLineBuilder) {
    switch type {
    case "text": line.put(text, .text)
    case "uri": line.put(text, .uri)
    case "date", "date-time", "date-and-or-time", "timestamp": line.put(DateText.basic(text), .raw)
    case "time": line.put(DateText.basic(text, isTime: true), .raw)
    case "utc-offset": line.put(DateText.basicOffset(text), .raw)
    default: line.put(text, .raw)
    }
  }
}
