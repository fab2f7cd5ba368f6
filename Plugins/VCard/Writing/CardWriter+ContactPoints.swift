import KithCore

extension CardWriter {
  func writeContactPoints(_ entity: Entity) throws {
    labelsAreTypes = style.target == .android
    prefer(entity.emails) { $0.details.preference }
    for email in entity.emails { try write(email, of: entity) }
    prefer(entity.phones) { $0.details.preference }
    for phone in entity.phones { try write(phone, of: entity) }
    prefer(entity.addresses) { $0.details.preference }
    for address in entity.addresses { try write(address, of: entity) }
    preferred = nil
    labelsAreTypes = false
    for account in entity.onlineServices { try write(account, of: entity) }
    prefer(entity.links) { $0.details.preference }
    for link in entity.links { try write(link, of: entity) }
    preferred = nil
  }

  /// 2.1 and 3.0 know preferred and not preferred, and no order.
  private func prefer<Point>(_ points: [Point], _ preference: (Point) -> Int?) {
    guard version != .v4 else { return }
    preferred = nil
    for point in points {
      if let number = preference(point) { preferred = min(preferred ?? number, number) }
    }
  }

  private func write(_ email: EmailAddress, of entity: Entity) throws {
    let group = putGroup(email.details, of: entity)
    out.put("EMAIL")
    putParameters(email.details, first: version != .v4 ? "INTERNET" : nil)
    out.beginValue()
    out.put(text: email.address)
    try endLine(email.details, in: group)
  }

  /// 3.0 knows no telephone URI.
  private func write(_ phone: PhoneNumber, of entity: Entity) throws {
    let isURI = phone.details.parameters.contains {
      $0.name.isEqualIgnoringCase("VALUE") && $0.values.first?.isEqualIgnoringCase("uri") == true
    }
    let group = putGroup(phone.details, of: entity)
    out.put("TEL")
    putParameters(
      phone.details, first: impliedType(phone.details, "VOICE"), except: isURI && version != .v4 ? ["VALUE"] : [])
    if isURI, version != .v4 { out.put(";X-KITH-VALUE=uri") }
    out.beginValue()
    if isURI, version == .v4 { out.put(uri: TelephoneURI.uri(of: phone.number)) } else { out.put(text: phone.number) }
    try endLine(phone.details, in: group)
  }

  private func write(_ link: Link, of entity: Entity) throws {
    let group = putGroup(link.details, of: entity)
    out.put("URL")
    putParameters(link.details, first: impliedType(link.details, "WORK"))
    out.beginValue()
    out.put(uri: link.url)
    try endLine(link.details, in: group)
  }

  private func write(_ address: PostalAddress, of entity: Entity) throws {
    let group = putGroup(address.details, of: entity)
    out.put("ADR")
    putParameters(address.details, except: ["X-KITH-REST"])
    if version == .v4, let formatted = address.formatted { putParameter("LABEL", formatted) }
    out.beginValue()
    putStructure(address)
    for parameter in address.details.parameters where parameter.name == "X-KITH-REST" {
      out.put(UInt8(ascii: ";"))
      out.put(raw: parameter.values.first ?? "")
    }
    try endLine(address.details, in: group)
    guard version != .v4, let formatted = address.formatted else { return }
    out.put("LABEL")
    putParameters(ContactDetails(types: address.details.types, preference: address.details.preference))
    out.beginValue()
    out.put(text: formatted)
    try out.endLine()
  }

  private func putStructure(_ address: PostalAddress) {
    putPart(address.poBox, separator: ", ")
    out.put(UInt8(ascii: ";"))
    putPart(address.extended, separator: ", ")
    out.put(UInt8(ascii: ";"))
    putPart(address.street, separator: "\n")
    out.put(UInt8(ascii: ";"))
    putPart(address.locality, separator: ", ")
    out.put(UInt8(ascii: ";"))
    putPart(address.region, separator: ", ")
    out.put(UInt8(ascii: ";"))
    putPart(address.postalCode, separator: ", ")
    out.put(UInt8(ascii: ";"))
    putPart(address.country, separator: ", ")
  }
}
