extension JSONObject {
  func value(at path: [String]) -> JSONValue? {
    guard let first = path.first else { return nil }
    var value = self[first]
    for token in path.dropFirst() {
      guard case .object(let object)? = value else { return nil }
      value = object[token]
    }
    return value
  }

  /// Sets a member, in objects that are made if they are not there.
  mutating func set(_ path: [String], _ value: JSONValue) { set(path[...], value) }

  fileprivate mutating func set(_ path: ArraySlice<String>, _ value: JSONValue) {
    guard let first = path.first else { return }
    if path.count == 1 {
      self[first] = value
      return
    }
    if self[first]?.object == nil { self[first] = .object(JSONObject()) }
    _ = change(first) { $0.set(path.dropFirst(), value) }
  }
}

extension JSONValue {
  fileprivate mutating func set(_ path: ArraySlice<String>, _ value: JSONValue) {
    guard case .object(var object) = self else { return }
    self = .null
    object.set(path, value)
    self = .object(object)
  }
}
