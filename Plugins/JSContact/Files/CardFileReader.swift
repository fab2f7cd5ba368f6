import KithCore
import KithVCard

/// Reads Cards from an array, from lines, or one behind the other, and hands them over as vCards.
struct CardFileReader {
  private let context: ImportContext
  private let receiver: CardReceiver
  private var cardCount = 0

  init(_ context: ImportContext) {
    self.context = context
    receiver = CardReceiver(context)
  }

  /// - Throws: ``ImportError`` if there is not one object in the input, and what the input and the receiver throw.
  mutating func readAll() throws {
    let head = try context.input.peek(64)
    if head.isEmpty { return }
    let texts = ObjectScanner(context.input)
    while let text = try texts.next() {
      if text.isBroken {
        skip("broken-card", "a card that is no whole JSON object was left out", text.line)
      } else if text.isTooLarge {
        skip("card-too-large", "a card larger than 64 MB was left out", text.line)
      } else {
        try read(text)
      }
    }
    if cardCount == 0, !texts.isEmptyArray {
      throw ImportError(line: 1, "no JSContact card found; expected a JSON object with '@type': 'Card'")
    }
    if texts.hasJunk {
      let message = "text that is no JSON object was passed over"
      context.diagnostics.report(Diagnostic(.warning, "junk", message, line: texts.junkLine))
    }
  }

  private func skip(_ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(.skipped, code, message, line: line))
  }

  private mutating func read(_ text: ObjectScanner.Text) throws {
    var card = JSONObject()
    do {
      card = try JSONTreeReader.value(of: text.bytes).object ?? card
    } catch let error as JSONError {
      return skip("no-json", "a card that is no valid JSON was left out: \(error.message)", text.line)
    }
    guard CardFileReader.isCard(card) else {
      return skip("no-card", "an object that is no JSContact Card was left out", text.line)
    }
    check(card, text.line)
    cardCount += 1
    try receiver.receive(LineBuilder.lines(of: card, .terse), line: text.line)
  }

  /// Whether an object calls itself a Card, or calls itself nothing and has something that a Card has.
  private static func isCard(_ card: JSONObject) -> Bool {
    if let type = card["@type"]?.string { return type == "Card" || type == "ContactCard" }
    return card["uid"]?.string != nil || card["name"]?.object != nil
      || PropertyRule.all.contains { card.value(at: $0.path)?.object != nil }
  }

  private func check(_ card: JSONObject, _ line: Int) {
    func warn(_ code: String, _ message: String) {
      context.diagnostics.report(Diagnostic(.warning, code, message, line: line))
    }
    if card["@type"] != .string("Card") { warn("no-type", "a card whose '@type' is not 'Card'") }
    switch card["version"] {
    case .string("1.0"), .string("2.0"): break
    case nil: warn("no-version", "a card without 'version'")
    default: warn("other-version", "a card of a version that kith does not know was read as '1.0'")
    }
  }
}
