import KithCore
import KithVCard

/// A property as its elements say it, on its way to a content line.
struct ReadProperty {
  /// In upper case.
  let name: String
  private let syntax: PropertySyntax
  var parameters: [Parameter] = []
  /// With the names of their elements.
  var values: [(type: String, text: [UInt8])] = []

  init(name: String) {
    self.name = name
    syntax = PropertySyntax.of(name)
  }

  func write(to line: inout ContentLineBuilder, group: String?) {
    line.begin(group: group, name: name)
    for parameter in parameters where !parameter.values.isEmpty { line.parameter(parameter) }
    if let type = declaredType { line.parameter(Parameter(name: "VALUE", values: [type])) }
    line.beginValue()
    if case .components(let names, let least) = syntax.shape, !isTyped {
      writeComponents(names, least, to: &line)
    } else {
      writeValues(to: &line)
    }
  }

  /// How many values have no place in it.
  var misplaced: Int {
    guard case .components(let names, _) = syntax.shape, !isTyped else { return 0 }
    return values.count { value in
      value.type != "unknown" && !names.contains { value.type.utf8.elementsEqual($0.bytes) }
    }
  }

  /// Whether it has one value, where its components should have elements of their own.
  private var isTyped: Bool { values.count == 1 && (values[0].type == "text" || values[0].type == "unknown") }

  /// What VALUE has to say: the type, where it is not the one that the property has anyway.
  private var declaredType: String? {
    guard let type = values.first?.type, type != syntax.type else { return nil }
    switch type {
    case "date", "time", "date-time": if syntax.type == "date-and-or-time" { return nil }
    default: break
    }
    return PropertySyntax.types.contains(type) || type.hasPrefix("x-") ? type : nil
  }

  private func writeValues(to line: inout ContentLineBuilder) {
    let isStructured = if case .parts = syntax.shape { true } else { false }
    for (index, value) in values.enumerated() {
      if index > 0 { line.separator(isStructured ? ";" : ",") }
      switch value.type {
      case "text": line.put(value.text, .text)
      case "uri": line.put(value.text, .uri)
      case "time" where syntax.type == "date-and-or-time":
        if value.text.first != UInt8(ascii: "T") { line.separator("T") }
        line.put(value.text, .raw)
      default: line.put(value.text, .raw)
      }
    }
  }

  private func writeComponents(_ names: [StaticString], _ least: Int, to line: inout ContentLineBuilder) {
    var components: [[[UInt8]]] = []
    var rest: [UInt8]?
    for value in values {
      guard let index = names.firstIndex(where: { value.type.utf8.elementsEqual($0.bytes) }) else {
        if value.type == "unknown" { rest = value.text }
        continue
      }
      while components.count <= index { components.append([]) }
      components[index].append(value.text)
    }
    let count = max(rest == nil ? components.count : names.count, least)
    for index in 0..<count {
      if index > 0 { line.separator(";") }
      guard index < components.count else { continue }
      for (number, text) in components[index].enumerated() {
        if number > 0 { line.separator(",") }
        line.put(text, .text)
      }
    }
    guard let rest else { return }
    line.separator(";")
    line.put(rest, .raw)
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
