import KithCore

/// Takes vCard 4.0 cards as content lines and hands over the records in them, as ``VCardFormat`` does.
package final class CardReceiver {
  private let context: ImportContext
  private let limit: Int
  private var mapper: CardMapper
  private let texts = TextStore()
  private var size = 0
  private var properties: [RawProperty] = []
  private var builder = ContentLineBuilder()
  private var isWhole = true
  private var line = 1
  /// How many cards ended so far.
  package private(set) var cardCount = 0

  package convenience init(_ context: ImportContext) { self.init(context, limit: CardReader.cardLimit) }

  init(_ context: ImportContext, limit: Int) {
    self.context = context
    self.limit = limit
    mapper = CardMapper(now: context.now, diagnostics: context.diagnostics)
  }

  /// A whole card, without BEGIN, VERSION and END.
  /// - Parameter line: 1-based, where the card begins; messages name it.
  package func receive(_ lines: [ContentLine], line: Int) throws {
    begin(line: line)
    for content in lines {
      builder.begin(group: content.group, name: content.name)
      for parameter in content.parameters { builder.parameter(parameter) }
      builder.beginValue()
      builder.put(content.value, .raw)
      add(builder.bytes, line: line)
    }
    try end()
  }

  /// Begins a card, and drops one that has not ended.
  package func begin(line: Int) {
    self.line = line
    isWhole = true
    properties.removeAll(keepingCapacity: true)
    texts.removeAll()
    size = 0
    add(Array("VERSION:4.0".utf8), line: line)
  }

  /// Adds an unfolded content line to the card begun.
  /// - Parameter line: 1-based, of the file.
  package func add(_ content: [UInt8], line: Int) {
    guard isWhole else { return }
    size += content.count
    guard size <= limit, properties.count < CardReader.propertyLimit else { return drop() }
    let range = texts.add(content)
    guard let base = texts.bytes else { return }
    let bytes = UnsafeBufferPointer(start: UnsafePointer(base) + Int(range.start), count: Int(range.count))
    if let property = RawProperty(bytes, at: Int(range.start), number: line) { properties.append(property) }
  }

  private func drop() {
    isWhole = false
    properties.removeAll()
    let message = "a card larger than 64 MB was left out"
    context.diagnostics.report(Diagnostic(.skipped, "card-too-large", message, line: line))
  }

  /// Ends the card and hands over its records.
  /// - Throws: what the context's receiver throws.
  package func end() throws {
    cardCount += 1
    guard isWhole else { return }
    guard mapper.map(Card(start: texts.bytes, texts: nil, properties: properties, line: line)) else { return }
    try context.receive(.entity(mapper.entity))
    for relation in mapper.relations { try context.receive(.relation(relation)) }
  }
}
