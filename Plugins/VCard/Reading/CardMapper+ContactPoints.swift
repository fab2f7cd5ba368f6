import KithCore

extension CardMapper {
  mutating func takeContactPoint(_ property: RawProperty) {
    let text = text(property)
    guard !text.isEmpty else { return }
    var set = set(of: property)
    switch property.kind {
    case .email:
      // INTERNET is what 2.1 and 3.0 mean without it.
      if version != "4.0" { set.removeType("internet") }
      entity.emails.append(EmailAddress(text, details: details(of: property, set)))
    case .phone:
      entity.phones.append(PhoneNumber(TelephoneURI.number(of: text), details: details(of: property, set)))
    default:
      entity.links.append(Link(text, details: details(of: property, set)))
    }
  }

  mutating func takeAddress(_ property: RawProperty) {
    var set = set(of: property)
    let parts = EscapedParts.structure(value(property), commasSeparate: commasSeparate)
    func part(_ index: Int) -> [String] { index < parts.count ? parts[index] : [] }
    var address = PostalAddress(
      poBox: part(0), extended: part(1), street: part(2), locality: part(3), region: part(4), postalCode: part(5),
      country: part(6), formatted: set["LABEL"])
    set.remove(["LABEL"])
    address.details = details(of: property, set)
    if parts.count > 7, parts[7...].contains(where: { !$0.isEmpty }) {
      address.details.parameters.append(restOfAddress(property))
    }
    if address.formatted == nil, parts.allSatisfy(\.isEmpty), address.details.label == nil { return }
    entity.addresses.append(address)
  }

  /// RFC 9554 §2.1 adds eleven parts to ADR; the first seven still say it all.
  private func restOfAddress(_ property: RawProperty) -> Parameter {
    let rest = EscapedParts(value(property), separator: ";").dropFirst(7).map { ByteText.string($0) }
    return Parameter(name: "X-KITH-REST", values: [rest.joined(separator: ";")])
  }

  /// A LABEL of vCard 2.1 and 3.0 belongs to the address of the same types; without one it is kept.
  mutating func attachAddressLabels() {
    for property in addressLabels {
      let types = Set(set(of: property).types)
      let match = entity.addresses.indices.suffix(64).first { index in
        entity.addresses[index].formatted == nil && Set(entity.addresses[index].details.types) == types
      }
      if let match { entity.addresses[match].formatted = ByteText.unescaped(value(property)) } else { keep(property) }
    }
  }
}
