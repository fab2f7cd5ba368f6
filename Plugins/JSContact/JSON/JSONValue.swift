import KithCore

/// A JSON value (RFC 8259) as a tree, never deeper than ``deepest``.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As it stands in the text.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  static let deepest = 128

  static func set(_ words: some Sequence<String>) -> JSONValue {
    var object = JSONObject()
    for word in words { object[word] = .bool(true) }
    return .object(object)
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The number of values in it.
  var size: Int {
    var (count, pending) = (0, [self])
    while let value = pending.popLast() {
      count += 1
      if case .array(let values) = value { pending += values }
      if case .object(let object) = value { pending += object.keys.compactMap { object[$0] } }
    }
    return count
  }

  /// A string, a number or a boolean, as the value of a parameter.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }
}

extension JSONValue {
  /// Trees are at most ``deepest`` deep: what reads and what patches them sees to it.
  func write(to writer: inout JSONWriter) throws {
    switch self {
    case .null: try writer.null()
    case .bool(let value): try writer.bool(value)
    case .number(let text):
      var text = text
      try text.withUTF8 { try writer.raw($0) }
    case .string(let text): try writer.string(text)
    case .array(let values):
      try writer.beginArray()
      for value in values { try value.write(to: &writer) }
      try writer.endArray()
    case .object(let object):
      try writer.beginObject()
      for key in object.keys {
        try writer.key(text: key)
        try object[key]?.write(to: &writer)
      }
      try writer.endObject()
    }
  }

  /// The value without white space.
  var compactText: String {
    let sink = OutputSink.inMemory()
    var writer = JSONWriter(sink)
    // A sink in memory does not fail.
    try? write(to: &writer)
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
