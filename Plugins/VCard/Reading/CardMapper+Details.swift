import KithCore

extension CardMapper {
  mutating func collectLabels() {
    for (position, property) in card.properties.enumerated() where property.kind == .groupLabel {
      guard let group = group(of: property)?.lowercased(), labels[group] == nil else { continue }
      labels[group] = GroupLabel(text: AppleLabel.unwrapped(ByteText.unescaped(value(property))), position: position)
    }
  }

  /// The label of the property's group, which then counts as used.
  mutating func label(for property: RawProperty) -> String? {
    guard !labels.isEmpty, let group = group(of: property)?.lowercased() else { return nil }
    labels[group]?.isUsed = true
    return labels[group]?.text
  }

  /// Android has a label among the types, where kith writes it for that program.
  private func removeLabelAmongTypes(of details: inout ContactDetails) {
    guard let label = details.label?.lowercased(),
      let mark = details.parameters.firstIndex(where: { $0.name == RelatedName.copyMark })
    else { return }
    details.parameters.remove(at: mark)
    details.types.removeAll { $0.hasPrefix("x-") && $0.dropFirst(2) == label }
  }

  /// A label of properties that are kept raw is kept raw beside them.
  mutating func keepUnusedLabels() {
    guard !labels.isEmpty else { return }
    for (position, property) in card.properties.enumerated() where property.kind == .groupLabel {
      guard let group = group(of: property)?.lowercased(), let label = labels[group] else { continue }
      if !label.isUsed || label.position != position { keep(property) }
    }
  }

  /// - Parameter except: names of parameters, in upper case, that say something else.
  mutating func details(
    of property: RawProperty, _ set: ParameterSet, types: [String]? = nil, except: Set<String> = []
  ) -> ContactDetails {
    var details = ContactDetails(
      types: types ?? set.types, preference: set.preference,
      parameters: except.isEmpty ? set.others : set.others(except: except))
    if property.group.count > 0 {
      details.group = group(of: property)
      details.label = label(for: property)
      if details.label != nil { removeLabelAmongTypes(of: &details) }
    }
    return details
  }
}
