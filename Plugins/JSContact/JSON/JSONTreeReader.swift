import KithCore

/// Reads one JSON value as a tree, without recursion.
struct JSONTreeReader {
  /// Members and elements of one card: more than any card has, few enough for bounded memory.
  static let largest = 100_000

  private var reader: JSONReader
  private var stack: [Frame] = []
  private var count = 0

  private struct Frame {
    var isObject: Bool
    var object = JSONObject()
    var key = ""
    var elements: [JSONValue] = []

    mutating func add(_ value: JSONValue) {
      if isObject { object[key] = value } else { elements.append(value) }
    }

    var value: JSONValue { isObject ? .object(object) : .array(elements) }
  }

  /// - Throws: ``JSONError``
  static func value(of bytes: UnsafeBufferPointer<UInt8>) throws -> JSONValue {
    var reader = JSONTreeReader(reader: JSONReader(bytes))
    let value = try reader.read()
    try reader.reader.finish()
    return value
  }

  static func value(of text: String) throws -> JSONValue {
    var text = text
    return try text.withUTF8 { try value(of: $0) }
  }

  private init(reader: JSONReader) { self.reader = reader }

  private mutating func read() throws -> JSONValue {
    while true {
      guard var value = try begin() ?? end() else { continue }
      while true {
        guard !stack.isEmpty else { return value }
        stack[stack.count - 1].add(value)
        guard let outer = try end() else { break }
        value = outer
      }
    }
  }

  /// Takes the value that comes next; nil if it is a container, which is then open.
  private mutating func begin() throws -> JSONValue? {
    count += 1
    guard count <= JSONTreeReader.largest else { throw JSONError(offset: 0, "more than 100000 members") }
    switch reader.peek() {
    case .object:
      try reader.beginObject()
      stack.append(Frame(isObject: true))
    case .array:
      try reader.beginArray()
      stack.append(Frame(isObject: false))
    case .string: return .string(try reader.string())
    case .bool: return .bool(try reader.bool())
    case .null:
      if try reader.null() { return .null }
    case .number, .end: return .number(try reader.numberText())
    }
    return nil
  }

  /// Takes the end of the innermost container, which is handed back; nil if a further value comes first.
  private mutating func end() throws -> JSONValue? {
    guard let top = stack.last else { return nil }
    if top.isObject {
      if let key = try reader.nextKey() {
        stack[stack.count - 1].key = try key.unescaped()
        return nil
      }
    } else if try reader.nextElement() {
      return nil
    }
    return stack.popLast()?.value
  }
}
