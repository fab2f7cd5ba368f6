extension JSONReader {
  /// Reads the member `key` into `entity` if it is one that ``JSONWriter/properties(of:)`` writes; says whether it was.
  public mutating func readProperty(_ key: JSONKey, into entity: inout Entity) throws -> Bool {
    switch key {
    case "personName": entity.personName = try personName()
    case "nicknames": entity.nicknames = try strings()
    case "emails":
      entity.emails = try objects(EmailAddress("")) { try $0.contact($1, "address", &$2.address, &$2.details) }
    case "phones":
      entity.phones = try objects(PhoneNumber("")) { try $0.contact($1, "number", &$2.number, &$2.details) }
    case "addresses": entity.addresses = try objects(PostalAddress()) { try $0.address($1, &$2) }
    case "onlineServices": entity.onlineServices = try objects(OnlineService()) { try $0.service($1, &$2) }
    case "links": entity.links = try objects(Link("")) { try $0.contact($1, "url", &$2.url, &$2.details) }
    case "anniversaries": entity.anniversaries = try anniversaries()
    case "start", "end", "over": try readPeriod(key, into: &entity.period)
    case "notes": entity.notes = try strings()
    case "tags": entity.tags = try strings()
    case "customFields": entity.customFields = try objects(CustomField("", "")) { try $0.customField($1, &$2) }
    case "foreignUIDs": entity.foreignUIDs = try strings()
    case "keptProperties":
      entity.keptProperties = try objects(KeptProperty(format: "", name: "", value: "")) { try $0.kept($1, &$2) }
    default: return false
    }
    return true
  }

  /// An array of objects, each begun as `blank` and filled key by key.
  private mutating func objects<Value>(
    _ blank: Value, _ read: (inout JSONReader, JSONKey, inout Value) throws -> Void
  ) throws -> [Value] {
    var values: [Value] = []
    try beginArray()
    while try nextElement() {
      var value = blank
      try beginObject()
      while let key = try nextKey() { try read(&self, key, &value) }
      values.append(value)
    }
    return values
  }

  private mutating func contact(
    _ key: JSONKey, _ name: StaticString, _ value: inout String, _ contact: inout ContactDetails
  ) throws {
    if name ~= key { value = try string() } else { try details(key, &contact) }
  }

  private mutating func details(_ key: JSONKey, _ details: inout ContactDetails) throws {
    switch key {
    case "types": details.types = try strings()
    case "label": details.label = try string()
    case "preference": details.preference = try int()
    case "group": details.group = try string()
    case "parameters": details.parameters = try parameters()
    default: try skipUnknown()
    }
  }

  private mutating func parameters() throws -> [Parameter] {
    var parameters: [Parameter] = []
    try beginArray()
    while try nextElement() {
      let words = try strings()
      if let name = words.first { parameters.append(Parameter(name: name, values: Array(words.dropFirst()))) }
    }
    return parameters
  }

  private mutating func personName() throws -> PersonName {
    var name = PersonName()
    try beginObject()
    while let key = try nextKey() {
      switch key {
      case "family": name.family = try strings()
      case "given": name.given = try strings()
      case "additional": name.additional = try strings()
      case "prefixes": name.prefixes = try strings()
      case "suffixes": name.suffixes = try strings()
      default: try skipUnknown()
      }
    }
    return name
  }

  private mutating func address(_ key: JSONKey, _ address: inout PostalAddress) throws {
    switch key {
    case "poBox": address.poBox = try strings()
    case "extended": address.extended = try strings()
    case "street": address.street = try strings()
    case "locality": address.locality = try strings()
    case "region": address.region = try strings()
    case "postalCode": address.postalCode = try strings()
    case "country": address.country = try strings()
    case "formatted": address.formatted = try string()
    default: try details(key, &address.details)
    }
  }

  private mutating func service(_ key: JSONKey, _ service: inout OnlineService) throws {
    switch key {
    case "service": service.service = try string()
    case "uri": service.uri = try string()
    case "user": service.user = try string()
    default: try details(key, &service.details)
    }
  }

  private mutating func customField(_ key: JSONKey, _ field: inout CustomField) throws {
    switch key {
    case "name": field.name = try string()
    case "value": field.value = try string()
    case "private": field.isPrivate = try bool()
    default: try skipUnknown()
    }
  }

  private mutating func kept(_ key: JSONKey, _ property: inout KeptProperty) throws {
    switch key {
    case "format": property.format = try string()
    case "group": property.group = try string()
    case "name": property.name = try string()
    case "parameters": property.parameters = try parameters()
    case "value": property.value = try string()
    default: try skipUnknown()
    }
  }

  private mutating func anniversaries() throws -> [Anniversary] {
    var anniversaries: [Anniversary] = []
    try beginArray()
    while try nextElement() {
      var kind = Anniversary.Kind.other
      var date: PartialDate?
      var contact = ContactDetails()
      try beginObject()
      while let key = try nextKey() {
        switch key {
        case "kind": kind = Anniversary.Kind(rawValue: try string()) ?? .other
        case "date": date = try partialDate()
        default: try details(key, &contact)
        }
      }
      guard let date else { throw JSONError(offset: 0, "an anniversary without a date") }
      anniversaries.append(Anniversary(kind, on: date, details: contact))
    }
    return anniversaries
  }

  public mutating func readPeriod(_ key: JSONKey, into period: inout Period) throws {
    switch key {
    case "start": period.start = try partialDate()
    case "end": period.end = try partialDate()
    default: period.endedAtUnknownDate = try bool()
    }
  }
}
