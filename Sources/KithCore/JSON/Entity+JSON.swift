extension JSONWriter {
  /// Everything of the entity but id, kind, name, clock and photo, as members of the object begun; empty parts are left out.
  public mutating func properties(of entity: Entity) throws {
    if let name = entity.personName { try personName(name) }
    try list("nicknames", entity.nicknames)
    try list("emails", entity.emails) { try $0.member("address", $1.address, $1.details) }
    try list("phones", entity.phones) { try $0.member("number", $1.number, $1.details) }
    try list("addresses", entity.addresses) { try $0.address($1) }
    try list("onlineServices", entity.onlineServices) { try $0.service($1) }
    try list("links", entity.links) { try $0.member("url", $1.url, $1.details) }
    try list("anniversaries", entity.anniversaries) { writer, anniversary in
      try writer.text("kind", anniversary.kind.rawValue)
      try writer.date("date", anniversary.date)
      try writer.details(anniversary.details)
    }
    try period(entity.period)
    try list("notes", entity.notes)
    try list("tags", entity.tags)
    try list("customFields", entity.customFields) { writer, field in
      try writer.text("name", field.name)
      try writer.text("value", field.value)
      if field.isPrivate {
        try writer.key("private")
        try writer.bool(true)
      }
    }
    if entity.doNotAsk {
      try key("doNotAsk")
      try bool(true)
    }
    try list("foreignUIDs", entity.foreignUIDs)
    try list("keptProperties", entity.keptProperties) { try $0.kept($1) }
  }

  public mutating func text(_ name: StaticString, _ value: String?) throws {
    guard let value else { return }
    try key(name)
    try string(value)
  }

  public mutating func date(_ name: StaticString, _ value: PartialDate?) throws {
    guard let value else { return }
    try key(name)
    try date(value)
  }

  public mutating func list(_ name: StaticString, _ values: [String]) throws {
    guard !values.isEmpty else { return }
    try key(name)
    try beginArray()
    for value in values { try string(value) }
    try endArray()
  }

  private mutating func list<Value>(
    _ name: StaticString, _ values: [Value], _ members: (inout JSONWriter, Value) throws -> Void
  ) throws {
    guard !values.isEmpty else { return }
    try key(name)
    try beginArray()
    for value in values {
      try beginObject()
      try members(&self, value)
      try endObject()
    }
    try endArray()
  }

  private mutating func member(_ name: StaticString, _ value: String, _ contact: ContactDetails) throws {
    try text(name, value)
    try details(contact)
  }

  private mutating func details(_ details: ContactDetails) throws {
    try list("types", details.types)
    try text("label", details.label)
    if let preference = details.preference {
      try key("preference")
      try number(preference)
    }
    try text("group", details.group)
    try parameters(details.parameters)
  }

  private mutating func parameters(_ parameters: [Parameter]) throws {
    guard !parameters.isEmpty else { return }
    try key("parameters")
    try beginArray()
    for parameter in parameters {
      try beginArray()
      try string(parameter.name)
      for value in parameter.values { try string(value) }
      try endArray()
    }
    try endArray()
  }

  private mutating func personName(_ name: PersonName) throws {
    try key("personName")
    try beginObject()
    try list("family", name.family)
    try list("given", name.given)
    try list("additional", name.additional)
    try list("prefixes", name.prefixes)
    try list("suffixes", name.suffixes)
    try endObject()
  }

  private mutating func address(_ address: PostalAddress) throws {
    try list("poBox", address.poBox)
    try list("extended", address.extended)
    try list("street", address.street)
    try list("locality", address.locality)
    try list("region", address.region)
    try list("postalCode", address.postalCode)
    try list("country", address.country)
    try text("formatted", address.formatted)
    try details(address.details)
  }

  private mutating func service(_ service: OnlineService) throws {
    try text("service", service.service)
    try text("uri", service.uri)
    try text("user", service.user)
    try details(service.details)
  }

  private mutating func kept(_ property: KeptProperty) throws {
    try text("format", property.format)
    try text("group", property.group)
    try text("name", property.name)
    try parameters(property.parameters)
    try text("value", property.value)
  }

  /// `start`, `end` and `over` as members of the object begun.
  public mutating func period(_ period: Period) throws {
    try date("start", period.start)
    try date("end", period.end)
    if period.endedAtUnknownDate {
      try key("over")
      try bool(true)
    }
  }
}
