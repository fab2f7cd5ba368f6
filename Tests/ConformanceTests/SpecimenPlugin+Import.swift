import KithCore

extension SpecimenPlugin {
  private static let head = Array("[\"specimen\"]".utf8)

  func recognizes(_ head: [UInt8]) -> Bool {
    switch fault {
    case .recognizesAnything: true
    case .recognizesNothing: false
    default: withoutMark(head[...]).starts(with: SpecimenPlugin.head)
    }
  }

  func importRecords(in context: ImportContext) throws {
    do {
      if fault == .invents { try context.receive(.me(Identifier(high: 0, low: 0))) }
      try read(context)
    } catch let error as ImportError {
      throw error
    } catch  where fault == .ignoresInputErrors {
      return
    }
  }

  private func read(_ context: ImportContext) throws {
    let lines = try LineReader(fault == .stopsAtAShortRead ? firstRead(of: context.input) : context.input)
    guard let first = try lines.next() else { return }
    let head = fault == .mindsAByteOrderMark ? Array(first.bytes)[...] : withoutMark(Array(first.bytes)[...])
    if head.isEmpty, first.bytes.count > 0 { return }
    guard head.elementsEqual(SpecimenPlugin.head) else {
      if fault == .isSilent { return }
      throw ImportError(line: 1, "expected the line [\"specimen\"]")
    }
    var number = 0
    while let line = try lines.next() {
      number += 1
      if fault == .losesARecord, number == 2 { continue }
      try read(line, context)
    }
  }

  private func firstRead(of input: InputSource) throws -> InputSource {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    let got = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
    return InputSource(bytes: Array(buffer[..<got]))
  }

  private func read(_ line: LineReader.Line, _ context: ImportContext) throws {
    do {
      guard let record = try record(line) else { return }
      do { try context.receive(record) } catch  where fault == .ignoresTheReceiver {}
    } catch let error as JSONError {
      if fault == .throwsItsOwnErrors { throw error }
      context.diagnostics.report(Diagnostic(.skipped, "line", error.message, line: line.number))
    }
  }

  private func record(_ line: LineReader.Line) throws -> ImportedRecord? {
    var reader = JSONReader(line.bytes)
    try reader.beginArray()
    guard try reader.nextElement() else { return nil }
    let word = try reader.string()
    switch word {
    case "person", "company": return .entity(try entity(&reader, word == "person" ? .person : .company))
    case "worksFor":
      return .relation(ImportedRelation(.id(try identifier(&reader)), .worksFor, .id(try identifier(&reader))))
    case "interaction": return nil
    default: throw JSONError(offset: 0, "expected person, company, worksFor or interaction")
    }
  }

  private func entity(_ reader: inout JSONReader, _ kind: Entity.Kind) throws -> Entity {
    let id = try identifier(&reader)
    _ = try reader.nextElement()
    let name = try reader.string()
    let isNew = fault == .makesNewIDs || fault == .losesABackup
    var entity = Entity(
      id: isNew ? Identifier(high: id.high, low: .random(in: 0...UInt64.max)) : id, kind: kind,
      name: fault == .trimsNames ? String(name.prefix(3)) : name, created: Timestamp(secondsSince1970: 0))
    _ = try reader.nextElement()
    entity.emails = try reader.strings().map { EmailAddress($0) }
    return entity
  }

  private func identifier(_ reader: inout JSONReader) throws -> Identifier {
    _ = try reader.nextElement()
    guard let id = Identifier(uuid: try reader.string()) else { throw JSONError(offset: 0, "expected a UUID") }
    return id
  }

  private func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes
  }
}
