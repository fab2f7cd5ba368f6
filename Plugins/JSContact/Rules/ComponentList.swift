/// The components of a name or an address, with their order if that is known.
struct ComponentList: Equatable, Sendable {
  var components: [Component]
  var isOrdered = false
  var defaultSeparator: String?
}

extension ComponentList {
  /// - Parameter order: the value of JSCOMPS; passed over if it does not fit (RFC 9555 §3.3.1).
  init(parsing value: String, order: String?, table: ComponentTable) {
    let placed = ComponentList.placed(in: EscapedText.structure(value), table)
    components = placed.map(\.component)
    if let order, let list = ComponentList.ordered(placed, by: order) { self = list }
  }

  /// The components from left to right, what is only repeated for older readers left out.
  static func placed(
    in parts: [[String]], _ table: ComponentTable
  ) -> [(place: ComponentPlace, component: Component)] {
    var placed: [(place: ComponentPlace, component: Component)] = []
    for (part, values) in parts.prefix(table.kinds.count).enumerated() {
      let doubled = (table.doubled[part] ?? []).flatMap { $0 < parts.count ? parts[$0].filter { !$0.isEmpty } : [] }
      guard let kind = table.kinds[part] ?? (doubled.isEmpty ? table.older[part] : nil) else { continue }
      let repeated = table.kinds[part] == nil ? [] : doubled
      for index in ownPlaces(values, without: repeated) {
        placed.append((ComponentPlace(part: part, index: index), Component(kind: kind, value: values[index])))
      }
    }
    return placed
  }

  /// The indices of values that are not among those repeated; of equal ones the last is the repeated one.
  private static func ownPlaces(_ values: [String], without repeated: [String]) -> [Int] {
    var counts: [String: Int] = [:]
    for value in repeated { counts[value, default: 0] += 1 }
    var places: [Int] = []
    for index in values.indices.reversed() where !values[index].isEmpty {
      guard let count = counts[values[index]], count > 0 else {
        places.append(index)
        continue
      }
      counts[values[index]] = count - 1
    }
    return places.reversed()
  }

  private static func ordered(
    _ placed: [(place: ComponentPlace, component: Component)], by order: String
  ) -> ComponentList? {
    var rest: [ComponentPlace: Component] = [:]
    for (place, component) in placed { rest[place] = component }
    let entries = EscapedText.split(order, at: UInt8(ascii: ";"))
    var list = ComponentList(components: [], isOrdered: true)
    if entries[0].hasPrefix("s,") {
      list.defaultSeparator = EscapedText.unescaped(String(entries[0].dropFirst(2)))
    } else if !entries[0].isEmpty {
      return nil
    }
    for entry in entries.dropFirst() {
      if entry.hasPrefix("s,") {
        let text = EscapedText.unescaped(String(entry.dropFirst(2)))
        list.components.append(Component(kind: "separator", value: text))
      } else {
        guard let place = ComponentPlace(entry), let component = rest.removeValue(forKey: place) else { return nil }
        list.components.append(component)
      }
    }
    return rest.isEmpty ? list : nil
  }

  /// The structured value and, of an ordered list, the value of JSCOMPS; nil if some component has no place in it.
  /// - Parameter isShort: without the parts of RFC 9554 where the older ones say the same.
  func structure(_ table: ComponentTable, isShort: Bool) -> (value: String, order: String?)? {
    var parts = [[String]](repeating: [], count: table.kinds.count)
    var entries = [defaultSeparator.map { "s," + ComponentList.escaped($0) } ?? ""]
    let isOlder = isShort && isSaidByOlderParts(table)
    for component in components {
      if component.kind == "separator" {
        guard isOrdered else { return nil }
        entries.append("s," + ComponentList.escaped(component.value))
        continue
      }
      let older = isOlder ? table.older.first { $0.value == component.kind }?.key : nil
      guard let part = older ?? table.part(ofKind: component.kind), !component.value.isEmpty else { return nil }
      entries.append(ComponentPlace(part: part, index: parts[part].count).text)
      parts[part].append(component.value)
    }
    if !isOlder {
      for (part, sources) in table.doubled { parts[part] += sources.flatMap { parts[$0] } }
    }
    let used = isOlder ? parts.prefix(table.olderCount) : parts[...]
    return (EscapedText.joined(structure: used), isOrdered ? entries.joined(separator: ";") : nil)
  }

  private func isSaidByOlderParts(_ table: ComponentTable) -> Bool {
    let older = Set(table.older.values)
    return components.allSatisfy { component in
      component.kind == "separator" || older.contains(component.kind)
        || (table.part(ofKind: component.kind) ?? .max) < table.olderCount
    }
  }

  /// A separator inside JSCOMPS; what quotation marks cannot hold is for RFC 6868.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == ";" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
