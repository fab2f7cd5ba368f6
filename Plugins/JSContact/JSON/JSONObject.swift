/// The members of a JSON object in the order in which they came. Two are equal whatever that order is.
struct JSONObject: Sendable {
  private var order: [String] = []
  private var members: [String: Member] = [:]

  private struct Member {
    /// The member's place in `order`; other places with its key are from members that were removed.
    var place: Int
    var value: JSONValue
  }

  init() {}

  init(_ members: KeyValuePairs<String, JSONValue>) {
    for (key, value) in members { self[key] = value }
  }

  var isEmpty: Bool { members.isEmpty }
  var count: Int { members.count }

  var keys: [String] { order.indices.lazy.filter { self.isLive($0) }.map { order[$0] } }

  private func isLive(_ place: Int) -> Bool { members[order[place]]?.place == place }

  subscript(key: String) -> JSONValue? {
    get { members[key]?.value }
    set {
      guard let newValue else {
        members[key] = nil
        return
      }
      if var member = members.removeValue(forKey: key) {
        member.value = newValue
        members[key] = member
      } else {
        members[key] = Member(place: order.count, value: newValue)
        order.append(key)
      }
    }
  }

  mutating func take(_ key: String) -> JSONValue? { members.removeValue(forKey: key)?.value }

  /// Changes a member where it stands; nothing happens if there is none.
  mutating func change<Result>(_ key: String, _ body: (inout JSONValue) throws -> Result) rethrows -> Result? {
    guard var member = members.removeValue(forKey: key) else { return nil }
    defer { members[key] = member }
    return try body(&member.value)
  }
}

extension JSONObject: Equatable {
  static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.members.allSatisfy { right.members[$0.key]?.value == $0.value.value }
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
