import KithCore
import KithMarkup

extension GraphReader {
  func entity(_ kind: Entity.Kind) throws -> Entity {
    var id: Identifier?
    var created: Timestamp?
    var modified: Timestamp?
    var doNotAsk = false
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "created": created = try timestamp(value)
      case "modified": modified = try timestamp(value)
      case "doNotAsk": doNotAsk = try flag(value)
      default: return false
      }
      return true
    }
    var entity = Entity(
      id: try required(id, "id"), kind: kind, name: "", created: created ?? context.now, modified: modified)
    entity.doNotAsk = doNotAsk
    try xml.children { name in
      if try !readContact(name, into: &entity), try !readRest(name, into: &entity) { passOver() }
    }
    guard !entity.name.isEmpty else { throw RecordError("expected a name that is not empty") }
    return entity
  }

  private func readContact(_ name: XMLName, into entity: inout Entity) throws -> Bool {
    switch name {
    case "name": entity.name = try xml.string()
    case "personName": entity.personName = try personName()
    case "nickname": entity.nicknames.append(try xml.string())
    case "email":
      let (address, details) = try point("address")
      entity.emails.append(EmailAddress(address, details: details))
    case "phone":
      let (number, details) = try point("number")
      entity.phones.append(PhoneNumber(number, details: details))
    case "address": entity.addresses.append(try address())
    case "onlineService": entity.onlineServices.append(try onlineService())
    case "link":
      let (url, details) = try point("url")
      entity.links.append(Link(url, details: details))
    default: return false
    }
    return true
  }

  private func readRest(_ name: XMLName, into entity: inout Entity) throws -> Bool {
    switch name {
    case "anniversary": entity.anniversaries.append(try anniversary())
    case "period": entity.period = try period()
    case "note": entity.notes.append(try xml.string())
    case "tag": entity.tags.append(try xml.string())
    case "field": entity.customFields.append(try customField())
    case "photo": entity.photo = try photo()
    case "foreignUID": entity.foreignUIDs.append(try xml.string())
    case "kept": entity.keptProperties.append(try keptProperty())
    default: return false
    }
    return true
  }

  private func anniversary() throws -> Anniversary {
    var kind: Anniversary.Kind?
    var day: PartialDate?
    try xml.attributes { name, value in
      switch name {
      case "kind": kind = try word("anniversary", value)
      case "date": day = try date(value)
      default: return false
      }
      return true
    }
    var anniversary = Anniversary(try required(kind, "kind"), on: try required(day, "date"))
    try xml.children { try readDetail($0, into: &anniversary.details) }
    return anniversary
  }

  private func customField() throws -> CustomField {
    var field = CustomField("", "")
    try xml.attributes { name, value in
      guard "private" ~= name else { return false }
      field.isPrivate = try flag(value)
      return true
    }
    try xml.children { name in
      switch name {
      case "name": field.name = try xml.string()
      case "value": field.value = try xml.string()
      default: passOver()
      }
    }
    return field
  }

  private func photo() throws -> Photo {
    var mediaType = ""
    var uri: String?
    var bytes: [UInt8]?
    try xml.children { name in
      switch name {
      case "mediaType": mediaType = try xml.string()
      case "uri": uri = try xml.string()
      case "data": bytes = try photoBytes()
      default: passOver()
      }
    }
    if let bytes { return .data(mediaType: mediaType, bytes: bytes) }
    return .uri(try required(uri, "data"))
  }

  private func photoBytes() throws -> [UInt8] {
    var digits: [UInt8] = []
    try xml.forEachText { digits.append(contentsOf: $0) }
    return try required(Base64.decode(digits), "data in base 64")
  }

  private func keptProperty() throws -> KeptProperty {
    var property = KeptProperty(format: "", name: "", value: "")
    try xml.children { name in
      switch name {
      case "format": property.format = try xml.string()
      case "group": property.group = try xml.string()
      case "name": property.name = try xml.string()
      case "parameter": property.parameters.append(try parameter())
      case "value": property.value = try xml.string()
      default: passOver()
      }
    }
    return property
  }
}
