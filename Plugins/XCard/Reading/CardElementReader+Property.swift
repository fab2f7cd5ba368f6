import KithCore
import KithMarkup
import KithVCard

extension CardElementReader {
  /// Makes a content line of the element at hand.
  func readProperty(in group: String?) throws {
    let line = xml.line
    var property = ReadProperty(name: ElementName.name(of: xml.name.bytes))
    var stray: [UInt8] = []
    scan: while true {
      switch try xml.step() {
      case .end, .finished: break scan
      case .text: if !xml.text.allSatisfy({ $0 <= 0x20 }) { stray += xml.text }
      case .start: try readPart(of: &property)
      }
    }
    if property.values.isEmpty, !stray.isEmpty {
      property.values.append((type: "unknown", text: stray))
      report(.warning, "untyped-value", "a value without an element for its type was read as it came", 1, line: line)
    } else if !stray.isEmpty {
      xml.unknown += 1
    }
    xml.unknown += property.misplaced
    property.write(to: &builder, group: group)
    receiver.add(builder.bytes, line: line)
  }

  /// Reads the parameters of a property, or one of its values.
  private func readPart(of property: inout ReadProperty) throws {
    let outer = xml.level - 1
    if !xml.isOfVocabulary {
      xml.unknown += 1
    } else if "parameters" ~= xml.name {
      try readParameters(of: &property)
    } else {
      let type = xml.name.text
      property.values.append((type, try readText()))
    }
    try xml.leave(downTo: outer)
  }

  private func readParameters(of property: inout ReadProperty) throws {
    try xml.children { name in
      var parameter = Parameter(name: ElementName.name(of: name.bytes), values: [])
      try xml.children { _ in parameter.values.append(String(decoding: try readText(), as: UTF8.self)) }
      property.parameters.append(parameter)
    }
  }

  /// The text of the element at hand; takes its end.
  private func readText() throws -> [UInt8] {
    var text: [UInt8] = []
    try xml.forEachText { text += $0 }
    return text
  }
}
