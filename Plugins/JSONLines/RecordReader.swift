import KithCore

/// Reads the record on one line.
struct RecordReader {
  private let text: UnsafeBufferPointer<UInt8>
  var json: JSONReader
  let now: Timestamp
  /// Whether the line names a record that the format knows.
  private(set) var isRecognized = false
  /// The relation type of the line, if it is none of the catalogue.
  var unknownRelation: String?

  init(_ text: UnsafeBufferPointer<UInt8>, now: Timestamp) {
    self.text = text
    self.now = now
    json = JSONReader(text)
  }

  /// How many members were passed over.
  var unknownKeys: Int { json.unknownMembers }

  /// The record; nil for the header.
  /// - Throws: ``RecordError``, ``JSONError``
  mutating func read() throws -> ImportedRecord? {
    let kind = try recordKind()
    isRecognized = true
    return switch kind {
    case .graph: try header()
    case .entity: .entity(try entity())
    case .me: .me(try me())
    case .relation: .relation(try relation())
    case .interaction: .interaction(try interaction())
    case .application: .application(try application())
    case .followUp: .followUp(try followUp())
    case .feedback: .feedback(try feedback())
    case .introduction: .introduction(try introduction())
    case .keepInTouch: .keepInTouch(try keepInTouch())
    }
  }

  private enum Kind {
    case graph, entity, me, relation, interaction, application, followUp, feedback, introduction, keepInTouch
  }

  /// Takes the member `record` where it comes first, as it does in what kith writes; otherwise looks ahead for it.
  private mutating func recordKind() throws -> Kind {
    try json.beginObject()
    guard let key = try json.nextKey() else { throw RecordError.noRecord }
    if "record" ~= key { return try RecordReader.kind(of: json.word()) }
    var ahead = json
    try ahead.skipValue()
    while let key = try ahead.nextKey() {
      guard "record" ~= key else {
        try ahead.skipValue()
        continue
      }
      let kind = try RecordReader.kind(of: ahead.word())
      json = JSONReader(text)
      try json.beginObject()
      return kind
    }
    throw RecordError.noRecord
  }

  private static func kind(of word: JSONKey) throws -> Kind {
    switch word {
    case "relation": .relation
    case "interaction": .interaction
    case "entity": .entity
    case "application": .application
    case "followUp": .followUp
    case "feedback": .feedback
    case "introduction": .introduction
    case "keepInTouch": .keepInTouch
    case "me": .me
    case "graph": .graph
    default: throw RecordError.unknownRecord(shown(word.text))
    }
  }

  /// What a file says, short and without control characters, for a message.
  static func shown(_ text: String) -> String { TerminalText.cleaned(String(text.prefix(40))) }

  /// The next member that has a value; members that are null count as absent.
  mutating func nextMember() throws -> JSONKey? {
    while let key = try json.nextKey() {
      if try !json.null() { return key }
    }
    return nil
  }

  /// A member that no reader of this record took: `record` itself, or one to pass over.
  mutating func passOver(_ key: JSONKey) throws {
    if "record" ~= key { try json.skipValue() } else { try json.skipUnknown() }
  }

  private mutating func header() throws -> ImportedRecord? {
    while let key = try nextMember() {
      guard "schema" ~= key else {
        try passOver(key)
        continue
      }
      let schema = try json.int()
      if schema > JSONLinesFormat.schema { throw RecordError.newerSchema(schema) }
    }
    try json.finish()
    return nil
  }

  private mutating func me() throws -> Identifier {
    var id: Identifier?
    while let key = try nextMember() {
      if "id" ~= key { id = try json.identifier() } else { try passOver(key) }
    }
    return try complete(id, "id")
  }

  /// `value`, once nothing but white space is left on the line.
  mutating func complete<Value>(_ value: Value?, _ name: StaticString) throws -> Value {
    try json.finish()
    guard let value else { throw RecordError.bad("expected a member '\(name)'") }
    return value
  }

  /// For records that come without an id: the same line is the same record every time.
  func identifierOfLine() -> Identifier { Identifier(name: "jsonl:" + String(decoding: text, as: UTF8.self)) }
}
