extension JSONReader {
  /// Reads an object of such members into `entity`, in place of the properties that it had.
  ///
  /// The storage of its lists is used again: where one entity after the other is read, there is little to allocate.
  public mutating func readProperties(into entity: inout Entity) throws {
    entity.emptyProperties()
    var hasName = false
    try beginObject()
    while let key = try nextKey() {
      if "personName" ~= key { hasName = true }
      if try !readProperty(key, into: &entity) { try skipValue() }
    }
    if !hasName { entity.personName = nil }
  }

  /// Reads the member `key` into `entity` if it is one that ``JSONWriter/properties(of:)`` writes; says whether it was.
  public mutating func readProperty(_ key: JSONKey, into entity: inout Entity) throws -> Bool {
    switch key {
    case "personName":
      var name = entity.personName.take() ?? PersonName()
      try personName(into: &name)
      entity.personName = name
    case "nicknames": try strings(into: &entity.nicknames)
    case "emails":
      try objects(into: &entity.emails, EmailAddress("")) { try $0.contact($1, "address", &$2.address, &$2.details) }
    case "phones":
      try objects(into: &entity.phones, PhoneNumber("")) { try $0.contact($1, "number", &$2.number, &$2.details) }
    case "addresses": try objects(into: &entity.addresses, PostalAddress()) { try $0.address($1, &$2) }
    case "onlineServices": try objects(into: &entity.onlineServices, OnlineService()) { try $0.service($1, &$2) }
    case "links": try objects(into: &entity.links, Link("")) { try $0.contact($1, "url", &$2.url, &$2.details) }
    case "anniversaries": entity.anniversaries = try anniversaries()
    case "start", "end", "over": try readPeriod(key, into: &entity.period)
    case "notes": try strings(into: &entity.notes)
    case "tags": try strings(into: &entity.tags)
    case "customFields": try objects(into: &entity.customFields, CustomField("", "")) { try $0.customField($1, &$2) }
    case "doNotAsk": entity.doNotAsk = try bool()
    case "foreignUIDs": try strings(into: &entity.foreignUIDs)
    case "keptProperties":
      try objects(into: &entity.keptProperties, KeptProperty(format: "", name: "", value: "")) { try $0.kept($1, &$2) }
    default: return false
    }
    return true
  }

  /// An array of objects, each begun as `blank` and filled key by key where it stands.
  private mutating func objects<Value>(
    into values: inout [Value], _ blank: @autoclosure () -> Value,
    _ read: (inout JSONReader, JSONKey, inout Value) throws -> Void
  ) throws {
    values.empty()
    try beginArray()
    while try nextElement() {
      let index = values.count
      values.append(blank())
      try beginObject()
      while let key = try nextKey() { try read(&self, key, &values[index]) }
    }
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

  private mutating func personName(into name: inout PersonName) throws {
    name.empty()
    try beginObject()
    while let key = try nextKey() {
      switch key {
      case "family": try strings(into: &name.family)
      case "given": try strings(into: &name.given)
      case "additional": try strings(into: &name.additional)
      case "prefixes": try strings(into: &name.prefixes)
      case "suffixes": try strings(into: &name.suffixes)
      default: try skipUnknown()
      }
    }
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
      var word = Anniversary.Kind.other.rawValue
      var date: PartialDate?
      var contact = ContactDetails()
      try beginObject()
      while let key = try nextKey() {
        switch key {
        case "kind": word = try string()
        case "date": date = try partialDate()
        default: try details(key, &contact)
        }
      }
      guard let date else { throw JSONError(offset: 0, "an anniversary without a date") }
      let kind = Anniversary.Kind(rawValue: word)
      if kind == nil, contact.label == nil { contact.label = word }
      anniversaries.append(Anniversary(kind ?? .other, on: date, details: contact))
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
