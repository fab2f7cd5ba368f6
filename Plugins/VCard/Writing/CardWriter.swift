import KithCore

/// Writes entities as cards.
final class CardWriter {
  /// Marks an N that was guessed from the name, for readers that need one; kith does not read it back.
  static let guessedParameter = "X-KITH-GUESSED"

  /// The parts of N that only RFC 9554 §2.2 has.
  static let restOfName = "X-KITH-N-REST"

  let style: CardStyle
  var version: VCardVersion { style.version }
  let out: PropertyWriter
  /// Few enough to be compared one by one, for each relation.
  private let kinds: [Entity.Kind]
  let diagnostics: DiagnosticLog
  /// How many cards were written.
  private var cardCount = 0
  private let today: PartialDate
  var groups = GroupNames()
  var extras = ExtrasShelf()
  /// Who is named by properties that the card came with, once somebody asked.
  var namedPeople: Set<String>?
  /// Parameters that 2.1 cannot spell, of this card.
  var omittedParameters = 0
  /// Whether a label is written as a type too, as Android has it for phones, mails and addresses.
  var labelsAreTypes = false
  /// The lowest preference among the properties of the name that is written: before 4.0 that one is marked.
  var preferred: Int?
  /// Whether the card's N has what SORT-STRING says.
  var isSorted = false
  /// The TYPE of the last RELATED: most are followed by one of the same.
  var relatedWord: (type: RelationType, text: String)?

  convenience init(version: VCardVersion, kinds: Set<Entity.Kind>, context: ExportContext) {
    self.init(CardStyle(version: version), kinds: kinds, context: context)
  }

  init(_ style: CardStyle, kinds: Set<Entity.Kind>, context: ExportContext) {
    self.style = style
    self.kinds = Array(kinds)
    out = PropertyWriter(context.output, isOld: style.version == .v2)
    diagnostics = context.diagnostics
    let seconds = context.now.secondsSince1970
    today = CivilDay(daysSince1970: (seconds - (seconds % 86400 + 86400) % 86400) / 86400).date
  }

  func write(_ entity: Entity, _ relations: [OutgoingRelation]) throws {
    let (droppedBefore, lineEndsBefore) = (out.droppedCount, out.changedLineEnds)
    groups.startCard()
    isSorted = false
    namedPeople = nil
    extras.startCard(entity.keptProperties)
    try beginCard()
    try writeIdentity(entity)
    try writeNames(entity)
    try writeEmployments(of: entity, relations)
    try writeContactPoints(entity)
    try writeAnniversaries(entity)
    try writeTexts(entity)
    try writePhoto(entity)
    try writeRelations(of: entity, relations)
    try writeOutlookCopies(entity, relations)
    try writeKeptProperties(entity)
    try writeTimes(entity)
    try line("END:VCARD")
    if omittedParameters > 0 {
      lose("parameters", "parameters with ':', ';', ',', '=' or quotation marks have no place in vCard 2.1", of: entity)
      omittedParameters = 0
    }
    cardCount += 1
    if out.isFull { try out.flushLines() }
    reportTargetLosses(of: entity)
    if out.droppedCount > droppedBefore {
      lose("control-characters", "control characters have no place in a vCard and were left out", of: entity)
    }
    if out.changedLineEnds > lineEndsBefore {
      lose("carriage-returns", "carriage returns have no place in a vCard and became line ends", of: entity)
    }
  }

  func beginCard() throws {
    try line("BEGIN:VCARD")
    switch version {
    case .v2: try line("VERSION:2.1")
    case .v3: try line("VERSION:3.0")
    case .v4: try line("VERSION:4.0")
    }
  }

  /// Hands over what is still held.
  func flush() throws { try out.flushLines() }

  /// Hands over what is still held, and says what is wrong with one file of so many cards.
  func finish() throws {
    try flush()
    reportTargetLimits(cards: cardCount)
  }

  func lose(_ code: String, _ message: String, of entity: Entity) {
    diagnostics.report(Diagnostic(.loss, code, message, record: entity.id))
  }

  func line(_ text: StaticString) throws {
    out.put(text)
    try out.endLine()
  }

  /// A property of one text value.
  func line(_ name: StaticString, text: String) throws {
    out.put(name)
    out.beginValue()
    out.put(text: text)
    try out.endLine()
  }

  /// A property of one part of a structured value.
  func line(_ name: StaticString, part: String) throws {
    out.put(name)
    out.beginValue()
    out.put(part: part)
    try out.endLine()
  }

  func isOver(_ relation: OutgoingRelation) -> Bool { relation.period.isOver(on: today) }

  func isInFile(_ relation: OutgoingRelation) -> Bool { kinds.contains(relation.object.kind) }

  func putList(_ texts: some Sequence<String>) {
    var isFirst = true
    for text in texts where !text.isEmpty {
      if !isFirst { out.put(UInt8(ascii: ",")) }
      isFirst = false
      out.put(item: text)
    }
  }

  /// The texts of one part of a structured value; 2.1 has one there, with `separator` between what were several.
  func putPart(_ texts: [String], separator: String) {
    if version == .v2 {
      out.put(part: texts.count == 1 ? texts[0] : texts.filter { !$0.isEmpty }.joined(separator: separator))
    } else {
      putList(texts)
    }
  }
}
