import KithMarkup
import KithVCard

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CardElementWriter {
  typealias Value = UnsafeBufferPointer<UInt8>

  func write(_ value: Value, _ form: ElementHead.Form) throws {
    switch form {
    case .raw(let type): try typed(type, value)
    case .plain(let type): try CardValue.forEachPart(of: value, between: ",") { try typed(type, $0) }
    case .dateOrTime: try writeDate(value)
    case .uri: try element("uri", decoding: value)
    case .text: try element("text", decoding: value)
    case .list: try CardValue.forEachPart(of: value, between: ",") { try element("text", decoding: $0) }
    case .parts: try CardValue.forEachPart(of: value, between: ";") { try element("text", decoding: $0) }
    case .components(let names, let least): try writeComponents(value, names, least)
    }
  }

  /// An element for each text of each component. What stands behind the last one is kept as it came.
  private func writeComponents(_ value: Value, _ names: [StaticString], _ least: Int) throws {
    var index = 0
    var rest: Value?
    try CardValue.forEachPart(of: value, between: ";") { component in
      if index < names.count {
        try CardValue.forEachPart(of: component, between: ",") { try element(names[index], decoding: $0) }
      } else if rest == nil, let start = component.baseAddress, let all = value.baseAddress {
        rest = Value(start: start, count: all + value.count - start)
      }
      index += 1
    }
    while index < least {
      try element(names[index], holding: Value(start: nil, count: 0))
      index += 1
    }
    if let rest { try element("unknown", holding: rest) }
  }

  /// The schema has no `date-and-or-time`, but one of three elements (RFC 6351 §3, `value-date-and-or-time`).
  private func writeDate(_ value: Value) throws {
    let isPlain = value.allSatisfy { (0x30...0x39).contains($0) || "+-:.TtZz".utf8.contains($0) }
    let mark = value.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") }
    if !isPlain || value.isEmpty { return try element("unknown", holding: value) }
    switch mark {
    case nil: try element("date", holding: value)
    case 0: try element("time", holding: Value(rebasing: value[1...]))
    default: try element("date-time", holding: value)
    }
  }

  private func typed(_ type: String, _ value: Value) throws {
    text.start(type)
    try put(value)
    text.end(type)
  }

  /// An element of a value without its escapes.
  private func element(_ name: StaticString, decoding value: Value) throws {
    guard let base = value.baseAddress, memchr(base, 0x5c, value.count) != nil else {
      return try element(name, holding: value)
    }
    var decoded = CardValue.text(value)
    try decoded.withUTF8 { try element(name, holding: $0) }
  }

  private func element(_ name: StaticString, holding value: Value) throws {
    try output.write(UInt8(ascii: "<"))
    try output.write(name)
    guard !value.isEmpty else { return try output.write("/>") }
    try output.write(UInt8(ascii: ">"))
    try put(value)
    try output.write("</")
    try output.write(name)
    try output.write(UInt8(ascii: ">"))
  }

  /// In pieces, since libxml2 refuses a text node over 10 MB. An instruction between them is passed over by every reader
  /// (RFC 6351 §5.1).
  private func put(_ value: Value) throws {
    if value.count <= XMLText.longestNode { return try text.write(value) }
    var isFirst = true
    try XMLText.forEachPiece(of: value) { piece in
      if !isFirst { try output.write("<?more?>") }
      isFirst = false
      try text.write(piece)
      try flush(ifOver: 1 << 16)
    }
  }
}
