import KithCore

/// Splits an input into cards, one at a time. What does not belong to a card is reported and skipped.
final class CardReader {
  /// A card larger than this, in bytes, is left out; so is one of more properties than ``propertyLimit``.
  static let cardLimit = 64 << 20
  static let propertyLimit = 500_000

  let window: InputWindow
  private let diagnostics: DiagnosticLog
  var properties: [RawProperty] = []
  let texts = TextStore()
  let decoder = CharsetDecoder()
  var parameters = ParameterCache()
  var charsets: [String: Charset] = [:]
  /// The line of a BEGIN:VCARD that came before the END of the card in front of it.
  private var pendingBegin: Int?
  /// How many cards began so far.
  private(set) var cardCount = 0

  init(_ input: InputSource, diagnostics: DiagnosticLog, limit: Int = CardReader.cardLimit) throws {
    window = try InputWindow(input, limit: limit)
    self.diagnostics = diagnostics
  }

  /// The next card, or nil at the end; valid until the next call.
  func next() throws -> Card? {
    while let line = try findBegin() {
      cardCount += 1
      properties.removeAll(keepingCapacity: true)
      texts.removeAll()
      window.release()
      window.keepsFoldSpace = false
      let isWhole = try readProperties(from: line)
      if isWhole { return Card(start: window.start, texts: texts.bytes, properties: properties, line: line) }
      report(.skipped, "card-too-large", "a card larger than 64 MB was left out", line)
    }
    return nil
  }

  func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int) {
    diagnostics.report(Diagnostic(kind, code, message, line: line))
  }

  /// Moves behind the next BEGIN:VCARD and says on which line it stands.
  private func findBegin() throws -> Int? {
    if let line = pendingBegin {
      pendingBegin = nil
      return line
    }
    var skipped: Int?
    defer {
      if let skipped { report(.warning, "text-outside-cards", "text outside a card was passed over", skipped) }
    }
    while true {
      window.release()
      guard let line = try window.nextLine() else { return nil }
      let bytes = ASCII.trimmed(CardReader.withoutMark(bytes(of: line)))
      if isBegin(bytes) { return line.number }
      if !bytes.isEmpty, skipped == nil { skipped = line.number }
      if CardReader.endsWithBegin(bytes) { return line.number }
    }
  }

  /// Without the byte order mark that files which were put together have in their middle.
  private static func withoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
  }

  /// Whether the line end before a card was lost: `--BEGIN:VCARD`.
  private static func endsWithBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 11 && ASCII.equal(UnsafeBufferPointer(rebasing: bytes[(bytes.count - 11)...]), "BEGIN:VCARD")
  }

  func isBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 11, ASCII.hasPrefix(bytes, "BEGIN"), let head = PropertyHead(bytes) else { return false }
    return ASCII.equal(ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[(head.colon + 1)...])), "VCARD")
  }

  func bytes(of line: InputWindow.Line) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window.start + line.start, count: line.count)
  }

  /// Reads to the END of the card. False if it was too large.
  private func readProperties(from begin: Int) throws -> Bool {
    var isWhole = true
    while var line = try window.nextLine() {
      if window.hasOverflowed || properties.count == CardReader.propertyLimit {
        isWhole = false
        properties.removeAll()
      }
      if isAgentsBegin(line) {
        try takeAgent(line)
        continue
      }
      if isEndOfCard(bytes(of: line), line.number, begin) { return isWhole }
      if isWhole { try take(&line) } else { window.release() }
    }
    report(.warning, "missing-end", "a card without 'END:VCARD'; the file may be cut", begin)
    return isWhole && !window.hasOverflowed
  }

  private func isEndOfCard(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ begin: Int) -> Bool {
    guard bytes.count >= 9 else { return false }
    switch bytes[0] {
    case 0x42, 0x62, 0x45, 0x65, 0x20, 0x09: return isBoundary(bytes, number, begin)
    default: return false
    }
  }

  private func isBoundary(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ begin: Int) -> Bool {
    let bytes = ASCII.trimmed(line)
    if isBegin(bytes) {
      report(.warning, "missing-end", "a card without 'END:VCARD'", begin)
      pendingBegin = number
      return true
    }
    guard let value = valueOfEnd(bytes) else { return false }
    if ASCII.equal(value, "VCARDBEGIN:VCARD") { pendingBegin = number }
    return pendingBegin != nil || ASCII.equal(value, "VCARD")
  }

  private func valueOfEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard ASCII.hasPrefix(bytes, "END"), let head = PropertyHead(bytes) else { return nil }
    return ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[(head.colon + 1)...]))
  }

  func isEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { valueOfEnd(bytes).map { ASCII.equal($0, "VCARD") } == true }

  private func isVersion21(_ property: RawProperty) -> Bool {
    ASCII.equal(ASCII.trimmed(bytes(of: property.value)), "2.1")
  }

  private func take(_ line: inout InputWindow.Line) throws {
    guard line.count > 0 else { return }
    guard var property = RawProperty(bytes(of: line), at: line.start, number: line.number) else {
      if !ASCII.trimmed(bytes(of: line)).isEmpty, !lengthenBase64(by: line) {
        report(.warning, "no-colon", "a line without a ':' was passed over", line.number)
      }
      return
    }
    if property.parameters.count >= 8, TransferNames.mayOccur(in: bytes(of: property.parameters)) {
      try decodeTransfer(of: &property, in: &line)
    }
    if property.kind == .version { window.keepsFoldSpace = isVersion21(property) }
    properties.append(property)
    if property.kind == .agent, isBegin(ASCII.trimmed(bytes(of: property.value))) {
      properties[properties.count - 1].value.count = 0
      try takeAgent(line)
    }
  }
}

/// One card of a file, as slices; valid until its reader moves on.
struct Card {
  let start: UnsafeMutablePointer<UInt8>?
  /// Where converted values are.
  let texts: UnsafeMutablePointer<UInt8>?
  let properties: [RawProperty]
  /// 1-based line of its BEGIN.
  let line: Int

  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.map { $0 + Int(range.start) }, count: Int(range.count))
  }

  /// From its first property to its last, with what stands between them; converted values are not there.
  var wholeBytes: UnsafeBufferPointer<UInt8> {
    guard let last = properties.last(where: { !$0.isConverted }) else { return bytes(.empty) }
    return bytes(ByteRange(0, Int(last.value.start) + Int(last.value.count)))
  }

  func value(_ property: RawProperty) -> UnsafeBufferPointer<UInt8> {
    guard property.isConverted else { return bytes(property.value) }
    let range = property.value
    return UnsafeBufferPointer(start: texts.map { $0 + Int(range.start) }, count: Int(range.count))
  }
}
