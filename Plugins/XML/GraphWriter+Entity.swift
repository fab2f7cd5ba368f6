import KithCore

extension GraphWriter {
  mutating func entity(_ entity: Entity) throws {
    let name: StaticString =
      switch entity.kind {
      case .person: "person"
      case .company: "company"
      case .organization: "organization"
      case .event: "event"
      }
    try xml.start(name)
    try xml.attribute("id", entity.id)
    try xml.attribute("created", entity.created)
    try xml.attribute("modified", entity.modified)
    if entity.doNotAsk { try xml.attribute("doNotAsk", word: "true") }
    try xml.element("name", entity.name)
    try contactPoints(of: entity)
    for anniversary in entity.anniversaries { try write(anniversary) }
    try period(entity.period)
    try xml.elements("note", entity.notes)
    try xml.elements("tag", entity.tags)
    for field in entity.customFields { try write(field) }
    if let photo = entity.photo { try write(photo) }
    try xml.elements("foreignUID", entity.foreignUIDs)
    for property in entity.keptProperties { try write(property) }
    try endRecord(name)
  }

  private mutating func contactPoints(of entity: Entity) throws {
    if let name = entity.personName { try write(name) }
    try xml.elements("nickname", entity.nicknames)
    for email in entity.emails { try point("email", "address", email.address, email.details) }
    for phone in entity.phones { try point("phone", "number", phone.number, phone.details) }
    for address in entity.addresses { try write(address) }
    for service in entity.onlineServices { try write(service) }
    for link in entity.links { try point("link", "url", link.url, link.details) }
  }

  private mutating func point(
    _ name: StaticString, _ part: StaticString, _ value: String, _ contact: ContactDetails
  ) throws {
    try xml.start(name)
    try xml.element(part, value)
    try details(contact)
    try xml.end(name)
  }

  private mutating func details(_ details: ContactDetails) throws {
    if details.isEmpty { return }
    try xml.elements("type", details.types)
    try xml.element("label", details.label)
    try xml.element("preference", details.preference.map { "\($0)" })
    try xml.element("group", details.group)
    try parameters(details.parameters)
  }

  private mutating func parameters(_ parameters: [Parameter]) throws {
    for parameter in parameters {
      try xml.start("parameter")
      try xml.element("name", parameter.name)
      try xml.elements("value", parameter.values)
      try xml.end("parameter")
    }
  }

  private mutating func write(_ name: PersonName) throws {
    try xml.start("personName")
    try xml.elements("family", name.family)
    try xml.elements("given", name.given)
    try xml.elements("additional", name.additional)
    try xml.elements("prefix", name.prefixes)
    try xml.elements("suffix", name.suffixes)
    try xml.end("personName")
  }

  private mutating func write(_ address: PostalAddress) throws {
    try xml.start("address")
    try xml.elements("poBox", address.poBox)
    try xml.elements("extended", address.extended)
    try xml.elements("street", address.street)
    try xml.elements("locality", address.locality)
    try xml.elements("region", address.region)
    try xml.elements("postalCode", address.postalCode)
    try xml.elements("country", address.country)
    try xml.element("formatted", address.formatted)
    try details(address.details)
    try xml.end("address")
  }

  private mutating func write(_ service: OnlineService) throws {
    try xml.start("onlineService")
    try xml.element("service", service.service)
    try xml.element("uri", service.uri)
    try xml.element("user", service.user)
    try details(service.details)
    try xml.end("onlineService")
  }

  private mutating func write(_ anniversary: Anniversary) throws {
    try xml.start("anniversary")
    try xml.attribute("kind", word: anniversary.kind.rawValue)
    try xml.attribute("date", anniversary.date)
    try details(anniversary.details)
    try xml.end("anniversary")
  }

  private mutating func write(_ field: CustomField) throws {
    try xml.start("field")
    if field.isPrivate { try xml.attribute("private", word: "true") }
    try xml.element("name", field.name)
    try xml.element("value", field.value)
    try xml.end("field")
  }

  private mutating func write(_ photo: Photo) throws {
    try xml.start("photo")
    switch photo {
    case .uri(let uri): try xml.element("uri", uri)
    case .data(let mediaType, let bytes):
      try xml.element("mediaType", mediaType)
      try xml.start("data")
      try xml.base64(bytes)
      try xml.end("data")
    }
    try xml.end("photo")
  }

  private mutating func write(_ property: KeptProperty) throws {
    try xml.start("kept")
    try xml.element("format", property.format)
    try xml.element("group", property.group)
    try xml.element("name", property.name)
    try parameters(property.parameters)
    try xml.element("value", property.value)
    try xml.end("kept")
  }
}
