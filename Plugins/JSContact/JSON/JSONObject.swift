/// The members of a JSON object in the order in which they came. Two are equal whatever that order is.
struct JSONObject: Sendable {
  private var entries: [Entry] = []
  /// Where the members are in ``entries``; only kept for objects of more than a few.
  private var places: [String: Int]?
  private(set) var count = 0

  private struct Entry {
    var key: String
    /// Nil where a member was removed.
    var value: JSONValue?
  }

  /// So few keys are compared sooner than one is hashed.
  private static let few = 12

  init() {}

  init(_ members: KeyValuePairs<String, JSONValue>) {
    for (key, value) in members { self[key] = value }
  }

  var isEmpty: Bool { count == 0 }

  var keys: [String] { entries.compactMap { $0.value == nil ? nil : $0.key } }

  private func place(_ key: String) -> Int? {
    if let places { return places[key] }
    return entries.firstIndex { $0.value != nil && $0.key == key }
  }

  subscript(key: String) -> JSONValue? {
    get { place(key).flatMap { entries[$0].value } }
    set {
      guard let place = place(key) else {
        if let newValue { append(key, newValue) }
        return
      }
      entries[place].value = newValue
      guard newValue == nil else { return }
      places?[key] = nil
      count -= 1
    }
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    entries.append(Entry(key: key, value: value))
    count += 1
    if places != nil {
      places?[key] = entries.count - 1
    } else if entries.count > JSONObject.few {
      var found: [String: Int] = [:]
      for (place, entry) in entries.enumerated() where entry.value != nil { found[entry.key] = place }
      places = found
    }
  }

  mutating func take(_ key: String) -> JSONValue? {
    let value = self[key]
    if value != nil { self[key] = nil }
    return value
  }

  /// Changes a member where it stands; nothing happens if there is none.
  mutating func change<Result>(_ key: String, _ body: (inout JSONValue) throws -> Result) rethrows -> Result? {
    guard let place = place(key), var value = entries[place].value else { return nil }
    // While it is changed it must have no other owner, or all of it would be copied.
    entries[place].value = .null
    defer { entries[place].value = value }
    return try body(&value)
  }
}

extension JSONObject: Equatable {
  static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.entries.allSatisfy { $0.value == nil || right[$0.key] == $0.value }
  }
}

extension JSONObject {
  /// Takes a member that is a string; any other stays.
  mutating func takeString(_ key: String) -> String? {
    guard case .string(let text)? = self[key] else { return nil }
    self[key] = nil
    return text
  }

  mutating func takeObject(_ key: String) -> JSONObject? {
    guard case .object(let object)? = self[key] else { return nil }
    self[key] = nil
    return object
  }

  mutating func takeArray(_ key: String) -> [JSONValue]? {
    guard case .array(let array)? = self[key] else { return nil }
    self[key] = nil
    return array
  }

  mutating func takeInt(_ key: String) -> Int? {
    guard let number = self[key]?.int else { return nil }
    self[key] = nil
    return number
  }

  /// Takes an object whose values are all `true`, which is how JSContact writes a set.
  mutating func takeSet(_ key: String) -> [String]? {
    guard case .object(let set)? = self[key], !set.isEmpty else { return nil }
    let words = set.keys
    guard words.allSatisfy({ set[$0] == .bool(true) }) else { return nil }
    self[key] = nil
    return words
  }

  /// Takes a member that says what is known without it.
  mutating func take(_ key: String, ifEqualTo value: JSONValue) {
    if self[key] == value { self[key] = nil }
  }
}

extension JSONObject {
  func with(_ key: String, _ value: JSONValue) -> JSONObject {
    var object = self
    object[key] = value
    return object
  }
}
