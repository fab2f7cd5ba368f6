import KithCore
import KithVCard

/// Reads the cards of a file, one after the other.
final class CardArrayReader {
  private let context: ImportContext
  private let splitter: CardArraySplitter
  private let receiver: CardReceiver
  private var builder = ContentLineBuilder()
  /// Where the card at hand begins, and how far its line ends are counted.
  private var line = 1
  private var counted = 0
  private var unknown = 0
  /// Bytes of the card at hand.
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  convenience init(_ context: ImportContext) throws { try self.init(context, limit: 64 << 20) }

  init(_ context: ImportContext, limit: Int) throws {
    self.context = context
    splitter = try CardArraySplitter(context.input, limit: limit)
    receiver = CardReceiver(context)
  }

  func read() throws {
    try splitter.forEachPiece { piece in
      (bytes, line, counted, unknown) = (piece.bytes, piece.line, 0, 0)
      if piece.isTooLarge {
        report(.skipped, "card-too-large", "a card larger than 64 MB was left out", piece.line)
      } else if !piece.isArray {
        report(.skipped, "no-card", "a value that is no array, and so no card, was left out", piece.line)
      } else {
        try readCard(piece)
      }
    }
    if receiver.cardCount == 0 { report(.warning, "no-cards", "a file without a card", 1) }
  }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int, count: Int = 1) {
    context.diagnostics.report(Diagnostic(kind, code, message, count: count, line: line))
  }

  private func readCard(_ piece: CardArraySplitter.Piece) throws {
    if !CardValue.isUTF8(piece.bytes) {
      report(.warning, "not-utf-8", "a card is not UTF-8; its foreign bytes were replaced", piece.line)
    }
    var json = JSONReader(piece.bytes)
    do {
      try readProperties(&json)
    } catch let error as JSONError {
      return report(.skipped, "bad-record", "a card that is no jCard: \(error.message)", line(at: error.offset))
    }
    if unknown > 0 {
      let message = "parts of a card in a place where they mean nothing were left out"
      report(.warning, "unknown-part", message, piece.line, count: unknown)
    }
    try receiver.end()
  }

  private func readProperties(_ json: inout JSONReader) throws {
    receiver.begin(line: line)
    try json.beginArray()
    guard try json.nextElement(), json.peek() == .string, case "vcard" = try json.word() else {
      throw JSONError(offset: json.position, "expected 'vcard'")
    }
    guard try json.nextElement() else { throw JSONError(offset: json.position, "expected an array of properties") }
    try json.beginArray()
    while try json.nextElement() { try readProperty(&json) }
    // A place for components (RFC 7095 §3.2), of which a card has none.
    while try json.nextElement() { try json.skipValue() }
    try json.finish()
  }

  private func readProperty(_ json: inout JSONReader) throws {
    // A look ahead passes over the white space before it.
    _ = json.peek()
    let start = json
    let line = line(at: json.position)
    do {
      let property = try ArrayProperty(&json)
      unknown += property.misplaced
      if property.isVersion { return check(property, line) }
      property.write(to: &builder)
      receiver.add(builder.bytes, line: line)
    } catch let error as JSONError {
      // Either it is no property, and the rest of the card can be read, or it is no JSON, and this throws.
      json = start
      try json.skipValue()
      report(.warning, "bad-property", "a property that cannot be read: \(error.message)", line)
    }
  }

  /// The version is that of the syntax (RFC 7095 §3.3.1.1).
  private func check(_ property: ArrayProperty, _ line: Int) {
    guard property.firstText != "4.0" else { return }
    report(.warning, "other-version", "a card of another version than 4.0 was read as 4.0", line)
  }

  /// The line of a place in the card; each is behind the one before.
  private func line(at offset: Int) -> Int {
    let end = min(offset, bytes.count)
    while counted < end {
      if bytes[counted] == 0x0a { line += 1 }
      counted += 1
    }
    return line
  }
}
