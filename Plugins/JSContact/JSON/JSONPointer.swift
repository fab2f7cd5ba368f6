/// The way to a value inside a card (RFC 6901), written with or without a solidus in front (RFC 9553 §1.4.3).
struct JSONPointer: Equatable {
  /// Deep enough for every path of RFC 9553; deeper ones are not followed, which bounds the depth of patched trees.
  static let longest = 32

  var tokens: [String]

  init(_ tokens: [String]) { self.tokens = tokens }

  init(parsing text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map { JSONPointer.unescaped(String($0)) }
    if text.utf8.first == UInt8(ascii: "/") { parts.removeFirst() }
    tokens = parts
  }

  var text: String { tokens.map(JSONPointer.escaped).joined(separator: "/") }

  static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var bytes: [UInt8] = []
    for byte in token.utf8 {
      switch byte {
      case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
      case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ token: String) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return token }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in token.utf8 {
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "0")): bytes[bytes.count - 1] = UInt8(ascii: "~")
      case (true, UInt8(ascii: "1")): bytes[bytes.count - 1] = UInt8(ascii: "/")
      default: bytes.append(byte)
      }
      isEscaped = !(isEscaped && (byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1"))) && byte == UInt8(ascii: "~")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONObject {
  /// Sets or, with null, removes what the pointer points at (RFC 9553 §1.4.3).
  /// - Returns: whether there was a place for it: all but the last part must exist.
  mutating func patch(_ pointer: JSONPointer, with value: JSONValue) -> Bool {
    guard pointer.tokens.count <= JSONPointer.longest else { return false }
    return patch(pointer.tokens[...], with: value)
  }

  fileprivate mutating func patch(_ tokens: ArraySlice<String>, with value: JSONValue) -> Bool {
    guard let first = tokens.first else { return false }
    if tokens.count == 1 {
      self[first] = value == .null ? nil : value
      return true
    }
    return change(first) { $0.patch(tokens.dropFirst(), with: value) } ?? false
  }
}

extension JSONValue {
  fileprivate mutating func patch(_ tokens: ArraySlice<String>, with value: JSONValue) -> Bool {
    switch self {
    case .object(var object):
      self = .null
      defer { self = .object(object) }
      return object.patch(tokens, with: value)
    case .array(var elements):
      guard let first = tokens.first, let index = Int(first), elements.indices.contains(index) else { return false }
      self = .null
      defer { self = .array(elements) }
      if tokens.count > 1 { return elements[index].patch(tokens.dropFirst(), with: value) }
      if value == .null { return false }
      elements[index] = value
      return true
    default: return false
    }
  }
}
