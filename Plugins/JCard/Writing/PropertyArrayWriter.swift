import KithCore
import KithVCard

/// Writes the properties of a card, each as an array: name, parameters, type, values (RFC 7095 §3.3).
struct PropertyArrayWriter {
  typealias Value = UnsafeBufferPointer<UInt8>

  var json: JSONWriter
  /// Whether there was a parameter that a jCard cannot have.
  private(set) var hasDropped = false

  init(_ json: JSONWriter) { self.json = json }

  mutating func begin() throws {
    try json.beginArray()
    try json.word("vcard")
    try json.beginArray()
    try json.beginArray()
    try json.word("version")
    try json.beginObject()
    try json.endObject()
    try json.word("text")
    try json.word("4.0")
    try json.endArray()
  }

  mutating func end() throws {
    try json.endArray()
    try json.endArray()
  }

  mutating func write(_ line: ContentLineBytes) throws {
    let name = CardValue.raw(line.name)
    let syntax = PropertySyntax.of(name.uppercased())
    let parameters = line.parameters.isEmpty ? [] : line.parameterValues
    let declared = parameters.first { $0.name.uppercased() == "VALUE" }?.values.first?.lowercased()
    try json.beginArray()
    try json.string(name.lowercased())
    try write(parameters, group: line.group)
    let type = declared ?? syntax.type ?? "unknown"
    try json.string(type)
    try write(line.value, type, type == "text" && syntax.type == "text" ? syntax.shape : .single)
    try json.endArray()
  }

  /// A name stands once, and its values in an array if there are several (RFC 7095 §3.4). The group is a parameter
  /// too, the type has a place of its own.
  private mutating func write(_ parameters: [Parameter], group: Value) throws {
    try json.beginObject()
    if !group.isEmpty {
      try json.key("group")
      try json.string(CardValue.raw(group))
    }
    var merged: [(name: String, values: [String])] = []
    var places: [String: Int] = [:]
    for parameter in parameters {
      let name = parameter.name.lowercased()
      if name == "group" { hasDropped = true }
      if name == "group" || name == "value" { continue }
      let place = places[name, default: merged.count]
      if place == merged.count {
        places[name] = place
        merged.append((name, []))
      }
      merged[place].values += parameter.values
    }
    for (name, values) in merged { try write(name, values) }
    try json.endObject()
  }

  private mutating func write(_ name: String, _ values: [String]) throws {
    try json.key(text: name)
    if values.count == 1 { return try json.string(values[0]) }
    try json.beginArray()
    for value in values { try json.string(value) }
    try json.endArray()
  }

  // MARK: Values

  private mutating func write(_ value: Value, _ type: String, _ shape: PropertySyntax.Shape) throws {
    switch shape {
    case .single: try write(value, type)
    case .list: try CardValue.forEachPart(of: value, between: ",") { try text($0) }
    case .parts: try writeStructure(value) { writer, part in try writer.text(part) }
    case .components: try writeStructure(value) { writer, part in try writer.writeComponent(part) }
    }
  }

  /// An array, or the one component alone (RFC 7095 §3.3.1).
  private mutating func writeStructure(
    _ value: Value, _ write: (inout PropertyArrayWriter, Value) throws -> Void
  ) throws {
    guard CardValue.hasSeveralParts(value, between: ";") else { return try write(&self, value) }
    try json.beginArray()
    try CardValue.forEachPart(of: value, between: ";") { try write(&self, $0) }
    try json.endArray()
  }

  private mutating func writeComponent(_ component: Value) throws {
    guard CardValue.hasSeveralParts(component, between: ",") else { return try text(component) }
    try json.beginArray()
    try CardValue.forEachPart(of: component, between: ",") { try text($0) }
    try json.endArray()
  }

  private mutating func text(_ value: Value) throws { try json.string(CardValue.text(value)) }

  private mutating func write(_ value: Value, _ type: String) throws {
    let raw = CardValue.raw(value)
    switch type {
    case "text", "uri": try text(value)
    case "date", "date-time", "date-and-or-time", "timestamp": try json.string(DateText.extended(raw))
    case "time": try json.string(DateText.extended(raw, isTime: true))
    case "utc-offset": try json.string(DateText.extendedOffset(raw))
    case "integer", "float": try CardValue.forEachPart(of: value, between: ",") { try number($0) }
    case "boolean": try CardValue.forEachPart(of: value, between: ",") { try truth($0) }
    default: try json.string(raw)
    }
  }

  private mutating func number(_ value: Value) throws {
    if JSONNumber.isOne(value) { try json.raw(value) } else { try json.string(CardValue.raw(value)) }
  }

  private mutating func truth(_ value: Value) throws {
    switch CardValue.raw(value) {
    case "TRUE": try json.bool(true)
    case "FALSE": try json.bool(false)
    default: try json.string(CardValue.raw(value))
    }
  }
}
