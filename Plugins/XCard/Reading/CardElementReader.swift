import KithCore
import KithMarkup
import KithVCard

/// Reads the cards of a file, one after the other.
final class CardElementReader {
  let context: ImportContext
  let xml: XMLPull
  let receiver: CardReceiver
  var builder = ContentLineBuilder()

  init(_ context: ImportContext) throws {
    try XMLDeclaration.check(try context.input.peek(1024))
    self.context = context
    xml = try XMLPull(context.input, namespace: XCardFormat.namespace)
    receiver = CardReceiver(context)
  }

  func read() throws {
    guard case .start = try xml.step() else { throw notCards }
    if xml.isRoot("vcards") {
      try readCards()
    } else if xml.isRoot("vcard") {
      try readCard()
    } else {
      throw notCards
    }
    while xml.level > 0 { _ = try xml.step() }
    guard case .finished = try xml.step() else { throw ImportError(line: xml.line, "expected the end") }
    if receiver.cardCount == 0 { report(.warning, "no-cards", "a file without a card", 1, line: 1) }
  }

  private var notCards: ImportError {
    ImportError(line: xml.line, "expected <vcards xmlns=\"\(XCardFormat.namespace)\">")
  }

  private func readCards() throws {
    try xml.children { name in
      if "vcard" ~= name { try readCard() } else { xml.unknown += 1 }
    }
    reportUnknown(since: 0, xml.line)
  }

  private func readCard() throws {
    let (line, known) = (xml.line, xml.unknown)
    receiver.begin(line: line)
    try xml.children { name in
      if "group" ~= name { try readGroup() } else { try readProperty(in: nil) }
    }
    reportUnknown(since: known, line)
    try receiver.end()
  }

  private func readGroup() throws {
    var group: String?
    try xml.attributes { name, value in
      guard "name" ~= name else { return false }
      group = String(decoding: value, as: UTF8.self)
      return true
    }
    try xml.children { _ in try readProperty(in: group) }
  }

  private func reportUnknown(since known: Int, _ line: Int) {
    guard xml.unknown > known else { return }
    let message = "elements of another vocabulary, or in a place where they mean nothing, were left out"
    report(.warning, "unknown-element", message, xml.unknown - known, line: line)
    xml.unknown = known
  }

  func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ count: Int, line: Int) {
    context.diagnostics.report(Diagnostic(kind, code, message, count: count, line: line))
  }
}
