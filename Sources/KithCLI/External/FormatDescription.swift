import KithCore

/// What a program says of its format when it is asked to `describe` it: one JSON object.
struct FormatDescription {
  var format: Format
  var reads: Bool
  var writes: Bool

  /// - Throws: ``JSONError``, or ``CommandError`` with the words alone.
  init(_ bytes: UnsafeBufferPointer<UInt8>, of name: String) throws {
    var reader = DescriptionReader(json: JSONReader(bytes))
    try reader.read()
    guard !reader.verbs.isEmpty else { throw CommandError("expected 'verbs' with \"export\", \"import\" or both") }
    (reads, writes) = (reader.verbs.contains("import"), reader.verbs.contains("export"))
    format = Format(
      name: name, summary: reader.summary, specification: reader.specification, mediaType: reader.mediaType,
      fileExtensions: reader.extensions, options: reader.options, coverage: reader.coverage)
  }
}

private struct DescriptionReader {
  var json: JSONReader
  var summary = ""
  var specification = ""
  var mediaType = ""
  var extensions: [String] = []
  var verbs: [String] = []
  var options: [FormatOption] = []
  var coverage = Coverage(kinds: [], fields: [])
  /// The version of the protocol that kith speaks.
  static let newest = 1

  mutating func read() throws {
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "protocol": try checkProtocol()
      case "summary": summary = TerminalText.cleaned(try json.string())
      case "specification": specification = TerminalText.cleaned(try json.string())
      case "mediaType": mediaType = TerminalText.cleaned(try json.string())
      case "extensions": extensions = try json.strings().map(TerminalText.cleaned)
      case "verbs": verbs = try json.strings()
      case "options": try readOptions()
      case "coverage": try readCoverage()
      default: try json.skipValue()
      }
    }
    try json.finish()
  }

  private mutating func checkProtocol() throws {
    let version = try json.int()
    guard version == DescriptionReader.newest else {
      throw CommandError("protocol \(version) is not known; this kith speaks \(DescriptionReader.newest)")
    }
  }

  private mutating func readOptions() throws {
    try json.beginArray()
    while try json.nextElement() {
      var option = (name: "", summary: "", choices: [String]())
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "name": option.name = try json.string()
        case "summary": option.summary = TerminalText.cleaned(try json.string())
        case "choices": option.choices = try json.strings()
        default: try json.skipValue()
        }
      }
      guard ExternalFormats.isName(option.name), !option.choices.isEmpty else {
        throw CommandError("an option needs a 'name' of a-z, 0-9 and hyphens and 'choices', the default first")
      }
      options.append(FormatOption(name: option.name, summary: option.summary, choices: option.choices))
    }
  }

  private mutating func readCoverage() throws {
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "kinds": coverage.kinds = try words("kind") { Entity.Kind(rawValue: $0) }
      case "fields": coverage.fields = try words("field") { EntityField(rawValue: $0) }
      case "relations": coverage.relations = try words("relation") { RelationType(rawValue: $0) }
      case "interactions": coverage.interactions = try json.bool()
      case "applications": coverage.applications = try json.bool()
      case "followUps": coverage.followUps = try json.bool()
      case "feedback": coverage.feedback = try json.bool()
      case "introductions": coverage.introductions = try json.bool()
      case "keepInTouch": coverage.keepInTouch = try json.bool()
      default: try json.skipValue()
      }
    }
  }

  private mutating func words<Value: Hashable>(_ what: String, _ value: (String) -> Value?) throws -> Set<Value> {
    Set(
      try json.strings().map { word in
        guard let value = value(word) else {
          throw CommandError("there is no \(what) '\(TerminalText.cleaned(String(word.prefix(40))))'")
        }
        return value
      })
  }
}
