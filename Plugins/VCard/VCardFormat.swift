import KithCore

/// vCard: reads and writes 2.1, 3.0 and 4.0 (RFC 2426; RFC 6350 with RFC 6868 and RFC 9554).
public struct VCardFormat: Exporter, Importer {
  static let name = "vcard"

  public let format = Format(
    name: VCardFormat.name, summary: "address books: phones, mail programs, CardDAV",
    specification: "RFC 6350, RFC 2426", mediaType: "text/vcard", fileExtensions: ["vcf", "vcard"],
    options: [
      FormatOption(
        name: "version", summary: "3.0 is read everywhere, 4.0 is the current standard, 2.1 is for old programs",
        choices: [CardStyle.automatic] + VCardVersion.allCases.map(\.rawValue)),
      FormatOption(
        name: "target", summary: "the program that the file is for: decides the version and how things are written",
        choices: VCardTarget.allCases.map(\.rawValue)),
      FormatOption(
        name: "kinds", summary: "people alone, or companies and organizations as cards too", choices: ["people", "all"]),
      FormatOption(
        name: "lists", summary: "tags as categories alone, or as group cards too, which Apple's programs show",
        choices: [CardStyle.automatic, "categories", "groups"]),
      FormatOption(
        name: "split", summary: "a file for each card, in the folder that --to names", choices: ["no", "yes"]),
    ],
    coverage: VCardFormat.coverage(of: [.person]))

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage {
    VCardFormat.coverage(of: VCardFormat.kinds(under: options))
  }

  private static func kinds(under options: OptionValues) -> Set<Entity.Kind> {
    options["kinds"] == "all" ? [.person, .company, .organization] : [.person]
  }

  private static func coverage(of kinds: Set<Entity.Kind>) -> Coverage {
    let relations = RelationType.ties.filter { type in
      let ends = type.ends
      return type == .worksFor || !ends.subject.isDisjoint(with: kinds) && !ends.object.isDisjoint(with: kinds)
    }
    return Coverage(
      kinds: kinds, fields: Set(EntityField.allCases).subtracting([.period]), relations: Set(relations))
  }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let kinds = VCardFormat.kinds(under: context.options)
    let coverage = VCardFormat.coverage(of: kinds)
    let writer = CardWriter(CardStyle(context.options), kinds: kinds, context: context)
    let walk = CardWalk(graph: graph, kinds: kinds, relations: coverage.relations, writer: writer)
    try walk.forEachCard { subject, write in
      if context.isSplit {
        try writer.flush()
        try context.startFile(named: subject.uid)
      }
      try write()
    }
    if context.isSplit { try writer.flush() } else { try writer.finish() }
  }

  /// Whether some line of `head` begins a card.
  public func recognizes(_ head: [UInt8]) -> Bool {
    guard let head = try? UnicodeInput.utf8(head) else { return false }
    let marker = Array("BEGIN:VCARD".utf8)
    var start = head.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while head.count - start >= marker.count {
      if zip(head[start...], marker).allSatisfy({ ASCII.upper($0) == $1 }) { return true }
      let isEnd: (UInt8) -> Bool = { $0 == 0x0a || $0 == 0x0d }
      guard let end = head[start...].firstIndex(where: isEnd) else { return false }
      start = end + 1
    }
    return false
  }

  public func importRecords(in context: ImportContext) throws {
    if try context.input.peek(1).isEmpty { return }
    let reader = try CardReader(UnicodeInput.utf8(context.input), diagnostics: context.diagnostics)
    var mapper = CardMapper(now: context.now, diagnostics: context.diagnostics)
    while let card = try reader.next() {
      guard mapper.map(card) else { continue }
      try context.receive(.entity(mapper.entity))
      for relation in mapper.relations { try context.receive(.relation(relation)) }
    }
    if reader.cardCount == 0 {
      throw ImportError(line: 1, "no 'BEGIN:VCARD' found; expected a vCard file")
    }
  }
}
