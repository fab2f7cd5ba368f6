import KithCore

extension CardWriter {
  /// Writes the group that a property is in, and says which, if any.
  func putGroup(_ details: ContactDetails, of entity: Entity) -> String? {
    var group = details.group.flatMap(CardWriter.groupName)
    if let label = details.label {
      if group == nil || groups.isTaken(group ?? "", by: label) { group = groups.fresh(in: entity) }
    }
    if let group { putGroup(group) }
    return group
  }

  /// - Parameter group: as ``groupName(_:)`` has made it.
  func putGroup(_ group: String) {
    out.put(raw: group)
    out.put(UInt8(ascii: "."))
  }

  static func groupName(_ group: String) -> String? {
    if group.utf8.allSatisfy(PropertyWriter.isNameByte) { return group.isEmpty ? nil : group }
    let hyphen = UInt8(ascii: "-")
    var name = group.utf8.map { PropertyWriter.isKeptNameByte($0) || $0 == UInt8(ascii: ".") ? $0 : hyphen }
    for end in [0, name.count - 1] where name[end] == 0x20 || name[end] == UInt8(ascii: ".") { name[end] = hyphen }
    return String(decoding: name, as: UTF8.self)
  }

  /// Writes the name of a property or a parameter that came from a file; for a program of old habits, without oddities.
  func putKeptName(_ name: String) {
    if style.target == .none { out.put(keptName: name) } else { out.put(name: name) }
  }

  /// Ends the line and, where the property has a label, writes that of its group.
  func endLine(_ details: ContactDetails, in group: String?) throws {
    try out.endLine()
    guard let group, let label = details.label, groups.label(group, label) else { return }
    putGroup(group)
    out.put("X-ABLabel")
    out.beginValue()
    out.put(text: AppleLabel.isBuiltIn(label) ? "_$!<" + label + ">!$_" : label)
    try out.endLine()
  }

  /// Types, preference and what else a property was given, without the parameters `except` (in upper case).
  func putParameters(_ details: ContactDetails, first: String? = nil, except: Set<String> = []) {
    if first == nil, details.isEmpty { return }
    putTypes(details, first)
    if let preference = details.preference, version == .v4 || preference != 1 {
      out.put(";PREF=")
      out.put(raw: String(preference))
    }
    for parameter in details.parameters where !except.contains(parameter.name.uppercased()) { putParameter(parameter) }
  }

  private func putTypes(_ details: ContactDetails, _ first: String?) {
    var isFirst = true
    if let first { putType(first, &isFirst) }
    for type in details.types where !type.isEmpty {
      if let first, type.isEqualIgnoringCase(first) { continue }
      putType(type, &isFirst)
    }
    if version != .v4, let preference = details.preference, preference == 1 || preference == preferred {
      putType("PREF", &isFirst)
    }
    if labelsAreTypes, let type = CardWriter.androidType(details.label) {
      putType(type, &isFirst)
      out.put(";X-KITH-COPY=1")
    }
  }

  /// In 2.1 by itself where the type is one of that version's, as older programs expect it.
  private func putType(_ type: String, _ isFirst: inout Bool) {
    if version == .v2 {
      out.put(OldTypes.contains(type) ? ";" : ";TYPE=")
    } else {
      if isFirst { out.put(";TYPE=") } else { out.put(UInt8(ascii: ",")) }
      isFirst = false
    }
    putTypeName(type)
  }

  /// In 2.1 and 3.0 in upper case, as older programs expect it.
  private func putTypeName(_ type: String) {
    var isQuoted = false
    for byte in type.utf8 where byte == 0x3a || byte == 0x3b { isQuoted = version != .v2 }
    if isQuoted { out.put(0x22) }
    for byte in type.utf8 {
      switch byte {
      case 0x22, 0x2c, 0..<0x20, 0x7f: out.put(UInt8(ascii: "-"))
      case 0x3a where !isQuoted, 0x3b where !isQuoted: out.put(UInt8(ascii: "-"))
      default: out.put(version == .v4 ? byte : ASCII.upper(byte))
      }
    }
    if isQuoted { out.put(0x22) }
  }

  /// Begins a property, with the group and the parameters that its value came with, and writes the colon.
  func putHead(_ name: StaticString, with extras: KeptProperty?, in group: String? = nil) {
    if let group = extras?.group.flatMap(CardWriter.groupName) ?? group { putGroup(group) }
    out.put(name)
    putExtraParameters(extras)
    out.beginValue()
  }

  func putExtraParameters(_ extras: KeptProperty?) {
    guard let extras else { return }
    for parameter in extras.parameters where parameter.name != PropertyExtras.mark { putParameter(parameter) }
  }

  /// 2.1 has no quotation marks: a value that needs them would be taken apart by others than kith.
  func putParameter(_ parameter: Parameter) {
    if version == .v2, !parameter.values.allSatisfy(CardWriter.isPlain) {
      omittedParameters += 1
      return
    }
    putOwnParameter(parameter)
  }

  private static func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      switch byte {
      case 0..<0x20, 0x22, 0x2c, 0x3a, 0x3b, 0x3d, 0x7f: false
      default: true
      }
    }
  }

  /// In a property that nobody but kith reads.
  func putOwnParameter(_ parameter: Parameter) {
    guard !parameter.name.isEmpty else { return }
    out.put(UInt8(ascii: ";"))
    putKeptName(parameter.name)
    for (index, value) in parameter.values.enumerated() {
      out.put(index == 0 ? UInt8(ascii: "=") : UInt8(ascii: ","))
      out.put(parameterValue: value)
    }
  }

  func putParameter(_ name: StaticString, _ value: String) {
    out.put(UInt8(ascii: ";"))
    out.put(name)
    out.put(UInt8(ascii: "="))
    out.put(parameterValue: value)
  }
}
