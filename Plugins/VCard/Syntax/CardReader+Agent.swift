import KithCore

extension CardReader {
  /// Whether a card begins within the one being read, as the value of AGENT (vCard 2.1 §2.4.2).
  func isAgentsBegin(_ line: InputWindow.Line) -> Bool {
    guard let last = properties.last, last.kind == .agent, last.value.count == 0 else { return false }
    return isBegin(ASCII.trimmed(bytes(of: line)))
  }

  /// Makes the nested card the value of the AGENT before it, in one text as vCard 3.0 has it (RFC 2426 §3.5.4).
  func takeAgent(_ begin: InputWindow.Line) throws {
    var text: [UInt8] = []
    CardReader.append("BEGIN:VCARD", to: &text)
    var depth = 1
    while depth > 0, let line = try window.nextLine() {
      let bytes = ASCII.trimmed(bytes(of: line))
      if isBegin(bytes) { depth += 1 } else if isEnd(bytes) { depth -= 1 }
      if !window.hasOverflowed { CardReader.append(bytes, to: &text) }
    }
    guard !window.hasOverflowed, let last = properties.indices.last else { return }
    properties[last].value = texts.add(text)
    properties[last].isConverted = true
    report(.warning, "nested-card", "a card within a card was kept as the text of its 'AGENT'", begin.number)
  }

  private static func append(_ line: StaticString, to text: inout [UInt8]) {
    append(UnsafeBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount), to: &text)
  }

  private static func append(_ line: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    for byte in line {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x5c { text.append(0x5c) }
      text.append(byte)
    }
    text.append(contentsOf: [0x5c, UInt8(ascii: "n")])
  }
}
