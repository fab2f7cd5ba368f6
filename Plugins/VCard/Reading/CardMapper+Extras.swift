import KithCore

extension CardMapper {
  /// The properties that may have extras, in the order in which they are written.
  private static let extrasOrder = [
    "FN", "N", "NICKNAME", "X-NICKNAME", "ORG", "TITLE", "ROLE", "NOTE", "CATEGORIES", "PHOTO",
  ]

  /// Keeps the group and the parameters of a property beside its value.
  /// - Parameter except: names of parameters, in upper case, that the model holds.
  mutating func keepExtras(
    _ name: String, of property: RawProperty, _ texts: @autoclosure () -> [String], except: Set<String> = [],
    always: Bool = false
  ) {
    if property.group.count == 0, property.parameters.count == 0, !always { return }
    keep(extras(name, of: property, except, always), markedBy: { [PropertyExtras.digest(texts())] })
  }

  /// Keeps the name of a property where another one says the same.
  mutating func keepSourceName(of property: RawProperty, _ texts: () -> [String]) {
    let name = ByteText.string(card.bytes(property.name)).uppercased()
    if SourceName.isUsual(name, in: version) { return }
    let kept = KeptProperty(format: VCardFormat.name, name: name, value: "")
    keep(kept, markedBy: { [PropertyExtras.digest(texts())] })
  }

  /// - Parameter always: also if there are none, since the property is not the first of its name.
  mutating func keepListExtras(_ name: String, of property: RawProperty, _ texts: [String], always: Bool) {
    if texts.isEmpty || property.group.count == 0 && property.parameters.count == 0 && !always { return }
    keep(extras(name, of: property, [], always)) {
      [PropertyExtras.digest(texts.prefix(1)), PropertyExtras.digest(texts), String(texts.count)]
    }
  }

  private mutating func keep(_ property: KeptProperty?, markedBy values: () -> [String]) {
    guard var property else { return }
    property.parameters.append(Parameter(name: PropertyExtras.mark, values: values()))
    extras.append(property)
  }

  private mutating func extras(
    _ name: String, of property: RawProperty, _ except: Set<String>, _ always: Bool
  ) -> KeptProperty? {
    let parameters = set(of: property).all.filter {
      let name = $0.name.uppercased()
      return !except.contains(name) && name != PropertyExtras.mark
    }
    let group = group(of: property).flatMap { isTelling($0) ? $0 : nil }
    if parameters.isEmpty, group == nil, !always { return nil }
    return KeptProperty(format: VCardFormat.name, group: group, name: name, parameters: parameters, value: "")
  }

  /// Whether the group of an ORG or TITLE says more than that the two belong together, as names made by programs do.
  private func isTelling(_ group: String) -> Bool {
    guard group.utf8.count < 16, group.lowercased().hasPrefix("item"), Int(group.dropFirst(4)) != nil else {
      return true
    }
    let group = group.lowercased()
    return labels[group] != nil
  }

  /// Puts what was kept beside values in front, in the order in which it is written.
  mutating func settleExtras() {
    guard !extras.isEmpty else { return }
    let sorted =
      CardMapper.extrasOrder.flatMap { name in extras.filter { $0.name == name } }
      + extras.filter { !CardMapper.extrasOrder.contains($0.name) }
    entity.keptProperties.insert(contentsOf: sorted, at: 0)
  }
}
