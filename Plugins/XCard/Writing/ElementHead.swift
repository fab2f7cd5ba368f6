import KithCore
import KithMarkup
import KithVCard

/// What stands around a property's value: the same for every property of one name with the same parameters.
final class ElementHead {
  /// How the value becomes elements.
  enum Form {
    /// As it stands in the content line.
    case raw(type: String)
    /// Values of a type that knows no escapes, between commas.
    case plain(type: String)
    case dateOrTime
    case uri
    case text
    case list
    case parts
    case components([StaticString], least: Int)
  }

  /// `<tel><parameters>…</parameters>`
  let start: [UInt8]
  /// `</tel>` and a line end.
  let end: [UInt8]
  let form: Form
  /// Characters of the parameters that XML cannot hold.
  let replaced: Int

  /// - Parameter name: as in the content line, in either case.
  init(name: String, parameters: [Parameter]) {
    let declared = parameters.first { $0.name.uppercased() == "VALUE" }?.values.first?.lowercased()
    form = ElementHead.form(PropertySyntax.of(name.uppercased()), declared)
    let element = ElementName.of(name)
    let text = ElementText(OutputSink.inMemory(capacity: 256))
    text.start(element)
    ParameterElements(parameters, ofName: name, keepsValue: form.isRaw && declared != nil).write(to: text)
    start = text.output.withBytes { Array($0) }
    end = Array("</\(element)>".utf8)
    replaced = text.replaced
  }

  private static func form(_ syntax: PropertySyntax, _ declared: String?) -> Form {
    guard let type = declared ?? syntax.type else { return .raw(type: "unknown") }
    switch type {
    case "text": return syntax.type == "text" ? form(syntax.shape) : .text
    case "uri": return .uri
    case "date-and-or-time", "date", "date-time", "time": return .dateOrTime
    default:
      if PropertySyntax.types.contains(type) { return .plain(type: type) }
      let isName = type.hasPrefix("x-") && type.utf8.allSatisfy(ElementName.isNameByte)
      return isName ? .plain(type: type) : .raw(type: "unknown")
    }
  }

  private static func form(_ shape: PropertySyntax.Shape) -> Form {
    switch shape {
    case .single: .text
    case .list: .list
    case .parts: .parts
    case .components(let names, let least): .components(names, least: least)
    }
  }
}

extension ElementHead.Form {
  var isRaw: Bool { if case .raw = self { true } else { false } }
}
