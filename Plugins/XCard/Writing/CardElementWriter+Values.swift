import KithMarkup
import KithVCard

extension CardElementWriter {
  typealias Value = UnsafeBufferPointer<UInt8>

  func write(_ value: Value, _ form: ElementHead.Form) throws {
    switch form {
    case .one(let decoding): _ = try put(value, from: 0, upTo: .nothing, decoding: decoding)
    case .list(let element, let decoding): try writeList(value, element, decoding)
    case .dateOrTime: writeDate(value)
    case .parts: try writeParts(value)
    case .components(let tags, let least): try writeComponents(value, tags, least)
    }
  }

  private func writeList(_ value: Value, _ element: String, _ decoding: Bool) throws {
    var index = 0
    while true {
      buffer.start(element)
      index = try put(value, from: index, upTo: .comma, decoding: decoding)
      buffer.end(element)
      if index >= value.count { return }
      index += 1
    }
  }

  private func writeParts(_ value: Value) throws {
    var index = 0
    while true {
      buffer.put("<text>")
      index = try put(value, from: index, upTo: .semicolon, decoding: true)
      buffer.put("</text>")
      if index >= value.count { return }
      index += 1
    }
  }

  /// An element for each text of each component. What stands behind the last one is kept as it came.
  private func writeComponents(_ value: Value, _ tags: [ComponentTags], _ least: Int) throws {
    var (component, index) = (0, 0)
    while component < tags.count {
      if index < value.count, !Self.isSeparator(value[index]) {
        buffer.put(tags[component].start)
        index = try put(value, from: index, upTo: .either, decoding: true)
        buffer.put(tags[component].end)
      } else {
        buffer.put(tags[component].empty)
      }
      let isWhole = index >= value.count || value[index] == UInt8(ascii: ";")
      if isWhole { component += 1 }
      if index >= value.count, component >= least { return }
      index = min(index + 1, value.count + 1)
    }
    guard index <= value.count else { return }
    buffer.put("<unknown>")
    _ = try put(value, from: index, upTo: .nothing, decoding: false)
    buffer.put("</unknown>")
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") }

  /// The schema has no `date-and-or-time`, but one of three elements (RFC 6351 §3, `value-date-and-or-time`).
  private func writeDate(_ value: Value) {
    let isPlain = value.allSatisfy { (0x30...0x39).contains($0) || "+-:.TtZz".utf8.contains($0) }
    let mark = value.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") }
    if !isPlain || value.isEmpty { return writeDate("unknown", value) }
    switch mark {
    case nil: writeDate("date", value)
    case 0: writeDate("time", Value(rebasing: value[1...]))
    default: writeDate("date-time", value)
    }
  }

  private func writeDate(_ element: String, _ value: Value) {
    buffer.start(element)
    buffer.put(value)
    buffer.end(element)
  }

  /// Puts a text, in pieces if it is long, since libxml2 refuses a text node over 10 MB: an instruction between them is
  /// passed over by every reader (RFC 6351 §5.1).
  /// - Returns: where it stopped: at an unescaped separator or at the end.
  private func put(_ value: Value, from start: Int, upTo stop: ElementBuffer.Stop, decoding: Bool) throws -> Int {
    var index = buffer.copy(value, from: start, upTo: stop, decoding: decoding)
    var node = start
    while index < value.count, !hasStopped(at: value[index], stop) {
      try flush(ifOver: 1 << 16)
      if index - node > XMLText.longestNode {
        buffer.put("<?more?>")
        node = index
      }
      index = buffer.copy(value, from: index, upTo: stop, decoding: decoding)
    }
    return index
  }

  /// A piece ends behind an escape, so that a separator there is not escaped.
  private func hasStopped(at byte: UInt8, _ stop: ElementBuffer.Stop) -> Bool {
    switch stop {
    case .nothing: false
    case .comma: byte == UInt8(ascii: ",")
    case .semicolon: byte == UInt8(ascii: ";")
    case .either: Self.isSeparator(byte)
    }
  }
}
