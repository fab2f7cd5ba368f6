import KithCore
import KithVCard

/// Writes Cards as one JSON array, a line each.
struct CardArrayWriter {
  private let context: ExportContext
  private var count = 0

  init(_ context: ExportContext) { self.context = context }

  mutating func write(_ written: WrittenCard) throws {
    let diagnostics = context.diagnostics
    let body = CardBuilder.card(of: written.lines(), keepingSpelling: true) { code, message in
      diagnostics.report(Diagnostic(.loss, code, message, record: written.id))
    }
    var card = JSONObject(["@type": .string("Card"), "version": .string("1.0")])
    // RFC 9553 §2.1.9: a Card has a uid.
    card["uid"] = body["uid"] ?? .string("urn:uuid:\(written.id)")
    for key in body.keys where key != "@type" && key != "version" { card[key] = body[key] }
    try context.output.write(count == 0 ? "[\n" : ",\n")
    count += 1
    var writer = JSONWriter(context.output)
    try JSONValue.object(card).write(to: &writer)
  }

  func finish() throws { try context.output.write(count == 0 ? "[]\n" : "\n]\n") }
}
