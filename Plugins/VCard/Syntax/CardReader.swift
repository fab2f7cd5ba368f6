import KithCore

/// Splits an input into cards, one at a time. What does not belong to a card is reported and skipped.
final class CardReader {
  /// A card larger than this, in bytes, is left out; so is one of more properties than ``propertyLimit``.
  static let cardLimit = 64 << 20
  static let propertyLimit = 500_000

  private let window: InputWindow
  private let diagnostics: DiagnosticLog
  private var properties: [RawProperty] = []
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
      window.release()
      let isWhole = try readProperties(from: line)
      if isWhole { return Card(start: window.start, properties: properties, line: line) }
      report(.skipped, "card-too-large", "a card larger than 64 MB was left out", line)
    }
    return nil
  }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int) {
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
      let bytes = ASCII.trimmed(bytes(of: line))
      if isBegin(bytes) { return line.number }
      if !bytes.isEmpty, skipped == nil { skipped = line.number }
    }
  }

  private func isBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 11, ASCII.hasPrefix(bytes, "BEGIN"), let head = PropertyHead(bytes) else { return false }
    return ASCII.equal(ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[(head.colon + 1)...])), "VCARD")
  }

  private func bytes(of line: InputWindow.Line) -> UnsafeBufferPointer<UInt8> {
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
        try skipNestedCard(line.number)
        continue
      }
      if isEndOfCard(bytes(of: line), line.number, begin) { return isWhole }
      if isWhole { try take(&line) } else { window.release() }
    }
    report(.warning, "missing-end", "a card without 'END:VCARD'; the file may be cut", begin)
    return isWhole && !window.hasOverflowed
  }

  /// Whether a card begins within the one being read, as the value of AGENT (vCard 2.1 §2.4.2).
  private func isAgentsBegin(_ line: InputWindow.Line) -> Bool {
    guard let last = properties.last, last.kind == .agent, last.value.count == 0 else { return false }
    return isBegin(ASCII.trimmed(bytes(of: line)))
  }

  private func skipNestedCard(_ number: Int) throws {
    report(.warning, "nested-card", "a card within a card was passed over", number)
    var depth = 1
    while depth > 0, let line = try window.nextLine() {
      let bytes = ASCII.trimmed(bytes(of: line))
      if isBegin(bytes) { depth += 1 } else if ASCII.equal(bytes, "END:VCARD") { depth -= 1 }
    }
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
    guard ASCII.hasPrefix(bytes, "END"), let head = PropertyHead(bytes) else { return false }
    let value = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[(head.colon + 1)...]))
    if ASCII.equal(value, "VCARDBEGIN:VCARD") { pendingBegin = number }
    return pendingBegin != nil || ASCII.equal(value, "VCARD")
  }

  private func take(_ line: inout InputWindow.Line) throws {
    guard line.count > 0 else { return }
    guard var property = RawProperty(bytes(of: line), at: line.start, number: line.number) else {
      if !ASCII.trimmed(bytes(of: line)).isEmpty, !lengthenBase64(by: line) {
        report(.warning, "no-colon", "a line without a ':' was passed over", line.number)
      }
      return
    }
    if property.parameters.count >= 16 { try decodeTransfer(of: &property, in: &line) }
    properties.append(property)
  }

  /// Some writers do not indent the lines of a base 64 value.
  private func lengthenBase64(by line: InputWindow.Line) -> Bool {
    guard let last = properties.last, last.parameters.count > 0 else { return false }
    let parameters = UnsafeBufferPointer(
      start: UnsafePointer(window.start + Int(last.parameters.start)), count: Int(last.parameters.count))
    guard ASCII.contains(parameters, "BASE64") || ASCII.contains(parameters, "ENCODING=B") else { return false }
    guard ASCII.trimmed(bytes(of: line)).allSatisfy(CardReader.isBase64) else { return false }
    let end = Int(last.value.start + last.value.count)
    (window.start + end).update(from: window.start + line.start, count: line.count)
    properties[properties.count - 1].value.count += Int32(truncatingIfNeeded: line.count)
    return true
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
    default: false
    }
  }

  private func decodeTransfer(of property: inout RawProperty, in line: inout InputWindow.Line) throws {
    let parameters = UnsafeBufferPointer(
      start: UnsafePointer(window.start + Int(property.parameters.start)), count: Int(property.parameters.count))
    guard QuotedPrintable.isNamed(in: parameters) else { return }
    let before = Int(property.value.start) - line.start
    while line.count > before, window.start[line.start + line.count - 1] == UInt8(ascii: "=") {
      guard try window.join(to: &line, unless: isProperty) else { break }
    }
    guard !window.hasOverflowed, line.count >= before else { return }
    let value = UnsafeMutableBufferPointer(start: window.start + line.start + before, count: line.count - before)
    property.value = ByteRange(line.start + before, QuotedPrintable.decode(value))
    property.isQuotedPrintable = true
  }

  /// A line that is surely no continuation: some writers end a value with a stray `=`.
  private func isProperty(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = PropertyHead(line) else { return false }
    return PropertyKind(UnsafeBufferPointer(rebasing: line[head.name])) != .other
  }
}

/// One card of a file, as slices; valid until its reader moves on.
struct Card {
  let start: UnsafeMutablePointer<UInt8>?
  let properties: [RawProperty]
  /// 1-based line of its BEGIN.
  let line: Int

  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.map { $0 + Int(range.start) }, count: Int(range.count))
  }
}
