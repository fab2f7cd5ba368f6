import KithCore
import KithMarkup

extension GraphReader {
  func personName() throws -> PersonName {
    var person = PersonName()
    try xml.children { name in
      switch name {
      case "family": person.family.append(try xml.string())
      case "given": person.given.append(try xml.string())
      case "additional": person.additional.append(try xml.string())
      case "prefix": person.prefixes.append(try xml.string())
      case "suffix": person.suffixes.append(try xml.string())
      default: passOver()
      }
    }
    return person
  }

  /// A way to reach somebody whose value is the child `part`.
  func point(_ part: StaticString) throws -> (value: String, details: ContactDetails) {
    var value = ""
    var details = ContactDetails()
    try xml.children { name in
      if part ~= name { value = try xml.string() } else { try readDetail(name, into: &details) }
    }
    return (value, details)
  }

  func address() throws -> PostalAddress {
    var address = PostalAddress()
    try xml.children { name in
      switch name {
      case "poBox": address.poBox.append(try xml.string())
      case "extended": address.extended.append(try xml.string())
      case "street": address.street.append(try xml.string())
      case "locality": address.locality.append(try xml.string())
      case "region": address.region.append(try xml.string())
      case "postalCode": address.postalCode.append(try xml.string())
      case "country": address.country.append(try xml.string())
      case "formatted": address.formatted = try xml.string()
      default: try readDetail(name, into: &address.details)
      }
    }
    return address
  }

  func onlineService() throws -> OnlineService {
    var service = OnlineService()
    try xml.children { name in
      switch name {
      case "service": service.service = try xml.string()
      case "uri": service.uri = try xml.string()
      case "user": service.user = try xml.string()
      default: try readDetail(name, into: &service.details)
      }
    }
    return service
  }

  func readDetail(_ name: XMLName, into details: inout ContactDetails) throws {
    switch name {
    case "type": details.types.append(try xml.string())
    case "label": details.label = try xml.string()
    case "preference": details.preference = try preference()
    case "group": details.group = try xml.string()
    case "parameter": details.parameters.append(try parameter())
    default: passOver()
    }
  }

  private func preference() throws -> Int {
    guard let preference = Int(try xml.string()) else { throw RecordError("a preference that is no whole number") }
    return preference
  }

  func parameter() throws -> Parameter {
    var parameter = Parameter(name: "", values: [])
    try xml.children { name in
      switch name {
      case "name": parameter.name = try xml.string()
      case "value": parameter.values.append(try xml.string())
      default: passOver()
      }
    }
    return parameter
  }
}
