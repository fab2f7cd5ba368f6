import KithCore
import KithMarkup

/// Reads the records of a file, one after the other.
final class GraphReader {
  let context: ImportContext
  let xml: XMLPull

  init(_ context: ImportContext) throws {
    try XMLDeclaration.check(try context.input.peek(1024))
    self.context = context
    xml = try XMLPull(context.input, namespace: XMLFormat.namespace)
  }

  func read() throws {
    guard case .start = try xml.step(), xml.isRoot("kith") else {
      throw ImportError(line: xml.line, "expected <kith xmlns=\"\(XMLFormat.namespace)\">")
    }
    try checkSchema()
    try xml.children { try take($0) }
    while xml.level > 0 { _ = try xml.step() }
    guard case .finished = try xml.step() else { throw ImportError(line: xml.line, "expected the end") }
  }

  private func checkSchema() throws {
    try xml.attributes { name, value in
      guard "schema" ~= name else { return false }
      guard let schema = Int(String(decoding: value, as: UTF8.self)), schema <= XMLFormat.schema else {
        throw ImportError(
          line: xml.line, "schema \(shown(value)) is not known; the newest known is \(XMLFormat.schema)")
      }
      return true
    }
  }

  private func take(_ name: XMLName) throws {
    let line = xml.line
    let known = xml.unknown
    do {
      if let record = try record(name) {
        reportUnknown(since: known, line)
        try context.receive(record)
      } else {
        report(.skipped, "unknown-record", "element '\(shown(name.bytes))' is not known", line)
      }
    } catch let error as RecordError {
      report(.skipped, "bad-record", error.message, line)
    }
  }

  private func record(_ name: XMLName) throws -> ImportedRecord? {
    switch name {
    case "person": .entity(try entity(.person))
    case "company": .entity(try entity(.company))
    case "organization": .entity(try entity(.organization))
    case "event": .entity(try entity(.event))
    case "me": .me(try me())
    case "relation": .relation(ImportedRelation(try relation()))
    case "application": .application(try application())
    case "interaction": .interaction(try interaction())
    case "followUp": .followUp(try followUp())
    case "feedback": .feedback(try feedback())
    case "introduction": .introduction(try introduction())
    case "keepInTouch": .keepInTouch(try keepInTouch())
    default: nil
    }
  }

  private func reportUnknown(since known: Int, _ line: Int) {
    guard xml.unknown > known else { return }
    let message = "elements or attributes that are not known were left out"
    context.diagnostics.report(Diagnostic(.warning, "unknown-element", message, count: xml.unknown - known, line: line))
  }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(kind, code, message, line: line))
  }
}

extension GraphReader {
  /// What a file says, short and without control characters, for a message.
  func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    TerminalText.cleaned(String(decoding: bytes.prefix(40), as: UTF8.self))
  }

  func identifier(_ value: UnsafeBufferPointer<UInt8>) -> Identifier {
    Identifier(utf8: value) ?? Identifier(uid: String(decoding: value, as: UTF8.self))
  }

  func date(_ value: UnsafeBufferPointer<UInt8>) throws -> PartialDate {
    guard let date = PartialDate(utf8: value) else {
      throw RecordError("'\(shown(value))' is no date such as 2026-11-02")
    }
    return date
  }

  func day(_ value: UnsafeBufferPointer<UInt8>) throws -> CivilDay {
    guard let day = PartialDate(utf8: value).flatMap({ CivilDay($0) }) else {
      throw RecordError("'\(shown(value))' is no day such as 2026-11-02")
    }
    return day
  }

  func timestamp(_ value: UnsafeBufferPointer<UInt8>) throws -> Timestamp {
    guard let moment = Timestamp(utf8: value) else {
      throw RecordError("'\(shown(value))' is no moment such as 2026-11-02T09:30:00Z")
    }
    return moment
  }

  func flag(_ value: UnsafeBufferPointer<UInt8>) throws -> Bool {
    switch String(decoding: value, as: UTF8.self) {
    case "true", "1": return true
    case "false", "0": return false
    default: throw RecordError("'\(shown(value))' is not true or false")
    }
  }

  /// The case of a list of words that `value` names.
  func word<Value: RawRepresentable<String>>(
    _ what: StaticString, _ value: UnsafeBufferPointer<UInt8>, as type: Value.Type = Value.self
  ) throws -> Value {
    guard let known = Value(rawValue: String(decoding: value, as: UTF8.self)) else {
      throw RecordError("\(what) '\(shown(value))' is not known")
    }
    return known
  }

  func required<Value>(_ value: Value?, _ name: StaticString) throws -> Value {
    guard let value else { throw RecordError("expected '\(name)'") }
    return value
  }

  /// Passes over a child that nobody knows, and counts it.
  func passOver() { xml.unknown += 1 }
}
