import KithCore
import KithVCard

/// What stands around a property's value: the same for every property of one name with the same parameters.
final class ElementHead {
  /// How the value becomes elements.
  enum Form {
    /// One value, whose element is part of the head.
    case one(decoding: Bool)
    /// Values between commas.
    case list(element: String, decoding: Bool)
    case dateOrTime
    case parts
    case components([ComponentTags], least: Int)
  }

  /// `<tel><parameters>…</parameters><text>`
  let start: [UInt8]
  /// `</text></tel>`
  let end: [UInt8]
  let form: Form
  /// Characters of the parameters that XML cannot hold.
  let replaced: Int

  /// - Parameter name: as in the content line, in either case.
  init(name: String, parameters: [Parameter]) {
    let declared = parameters.first { $0.name.uppercased() == "VALUE" }?.values.first?.lowercased()
    let (form, type) = ElementHead.form(PropertySyntax.of(name.uppercased()), declared)
    let element = ElementName.of(name)
    let text = ElementBuffer()
    text.start(element)
    let keepsValue = type == "unknown" && declared != nil
    ParameterElements(parameters, ofName: name, keepsValue: keepsValue).write(to: text)
    if let type { text.start(type) }
    self.form = form
    start = text.withBytes { Array($0) }
    end = Array("\(type.map { "</\($0)>" } ?? "")</\(element)>".utf8)
    replaced = text.replaced
  }

  /// The form of the value, and the one element that is around it, if there is one.
  private static func form(_ syntax: PropertySyntax, _ declared: String?) -> (Form, type: String?) {
    guard let type = declared ?? syntax.type else { return (.one(decoding: false), "unknown") }
    switch type {
    case "text": return syntax.type == "text" ? form(syntax.shape) : (.one(decoding: true), "text")
    case "uri": return (.one(decoding: true), "uri")
    case "date-and-or-time", "date", "date-time", "time": return (.dateOrTime, nil)
    case "integer", "float", "boolean": return (.list(element: type, decoding: false), nil)
    default:
      let isName = type.hasPrefix("x-") && type.utf8.allSatisfy(ElementName.isNameByte)
      return (.one(decoding: false), isName || PropertySyntax.types.contains(type) ? type : "unknown")
    }
  }

  private static func form(_ shape: PropertySyntax.Shape) -> (Form, type: String?) {
    switch shape {
    case .single: (.one(decoding: true), "text")
    case .list: (.list(element: "text", decoding: true), nil)
    case .parts: (.parts, nil)
    case .components(let names, let least): (.components(names.map { ComponentTags("\($0)") }, least: least), nil)
    }
  }
}

/// The tags of a component of N, ADR and the like.
struct ComponentTags {
  let start: [UInt8]
  let end: [UInt8]
  let empty: [UInt8]

  init(_ name: String) {
    start = Array("<\(name)>".utf8)
    end = Array("</\(name)>".utf8)
    empty = Array("<\(name)/>".utf8)
  }
}

extension ElementBuffer {
  func start(_ name: String) {
    put("<")
    put(name: name)
    put(">")
  }

  func end(_ name: String) {
    put("</")
    put(name: name)
    put(">")
  }
}
