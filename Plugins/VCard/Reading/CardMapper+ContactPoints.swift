import KithCore

extension CardMapper {
  mutating func takeContactPoint(_ property: RawProperty) {
    let text = text(property)
    guard !text.isEmpty else { return }
    let set = set(of: property)
    switch property.kind {
    case .email:
      // INTERNET is what 2.1 and 3.0 mean without it.
      let types = version == "4.0" ? set.types : set.types(except: "internet")
      entity.emails.append(EmailAddress(text, details: details(of: property, set, types: types)))
    case .phone:
      let number = TelephoneURI.number(of: text)
      var details = details(of: property, set)
      if let mark = details.parameters.firstIndex(where: { $0.name == "X-KITH-VALUE" }) {
        details.parameters[mark].name = "VALUE"
      }
      // 4.0 says that a number is a URI; some writers leave it to be seen.
      if number != text, version == "4.0", set.valueType == nil {
        details.parameters.append(Parameter(name: "VALUE", values: ["uri"]))
      }
      entity.phones.append(PhoneNumber(number, details: details))
    default:
      entity.links.append(Link(text, details: details(of: property, set)))
    }
  }

  mutating func takeAddress(_ property: RawProperty) {
    let set = set(of: property)
    var address = PostalAddress(formatted: set["LABEL"])
    var (index, hasMore) = (0, false)
    for part in EscapedParts(value(property), separator: ";") {
      let texts = EscapedParts.texts(part, commasSeparate: commasSeparate)
      hasMore = hasMore || index > 6 && !texts.isEmpty
      put(texts, at: index, of: &address)
      index += 1
    }
    address.details = details(of: property, set, except: ["LABEL"])
    if hasMore { address.details.parameters.append(restOfAddress(property)) }
    entity.addresses.append(address)
  }

  private func put(_ texts: [String], at index: Int, of address: inout PostalAddress) {
    switch index {
    case 0: address.poBox = texts
    case 1: address.extended = texts
    case 2: address.street = texts
    case 3: address.locality = texts
    case 4: address.region = texts
    case 5: address.postalCode = texts
    case 6: address.country = texts
    default: break
    }
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
    if entity.addresses.contains(where: CardMapper.isEmpty) { entity.addresses.removeAll(where: CardMapper.isEmpty) }
  }

  private static func isEmpty(_ address: PostalAddress) -> Bool {
    address.street.isEmpty && address.locality.isEmpty && address.formatted == nil && address.details.label == nil
      && address.components.allSatisfy(\.isEmpty)
      && !address.details.parameters.contains { $0.name == "X-KITH-REST" }
  }
}
