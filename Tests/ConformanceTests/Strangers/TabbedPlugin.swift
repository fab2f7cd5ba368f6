import KithCore

/// A stranger's format that is read too: a line a person, name and e-mail addresses between tabs.
struct TabbedPlugin: Exporter, Importer {
  static let header = "# people, tab separated"

  let format = Format(
    name: "tabbed", summary: "people and e-mail addresses between tabs", specification: "none",
    mediaType: "text/tab-separated-values", fileExtensions: ["tsv"],
    options: [FormatOption(name: "emails", summary: "which addresses to write", choices: ["all", "none"])],
    coverage: Coverage(kinds: [.person], fields: [.emails]))

  func coverage(under options: OptionValues) -> Coverage {
    Coverage(kinds: [.person], fields: options["emails"] == "all" ? [.emails] : [])
  }

  func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let writesEmails = context.options["emails"] == "all"
    try context.output.write(TabbedPlugin.header)
    try graph.forEachEntity(of: [.person], relations: []) { person, _ in
      try context.output.write("\n")
      try write(person.name, of: person, in: context)
      for email in writesEmails ? person.emails : [] {
        try context.output.write("\t")
        try write(email.address, of: person, in: context)
        if !email.details.isEmpty { report("e-mail-details", "types and labels have no column", person, context) }
      }
    }
    try context.output.write("\n")
  }

  private func write(_ text: String, of person: Entity, in context: ExportContext) throws {
    let clean = TerminalText.cleaned(text)
    if clean != text { report("control-characters", "control characters were replaced", person, context) }
    try context.output.write(clean)
  }

  private func report(_ code: String, _ message: String, _ person: Entity, _ context: ExportContext) {
    context.diagnostics.report(Diagnostic(.loss, code, message, record: person.id))
  }

  func recognizes(_ head: [UInt8]) -> Bool {
    withoutMark(head[...]).starts(with: TabbedPlugin.header.utf8)
  }

  func importRecords(in context: ImportContext) throws {
    let lines = try LineReader(context.input)
    guard let first = try lines.next() else { return }
    guard withoutMark(Array(first.bytes)[...]).elementsEqual(TabbedPlugin.header.utf8) else {
      throw ImportError(line: 1, "expected the line '\(TabbedPlugin.header)'")
    }
    while let line = try lines.next() { try read(line, in: context) }
  }

  private func read(_ line: LineReader.Line, in context: ImportContext) throws {
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
      return context.diagnostics.report(Diagnostic(.skipped, "encoding", "a line is not UTF-8", line: line.number))
    }
    let cells = text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    guard !cells[0].isEmpty else {
      return context.diagnostics.report(Diagnostic(.skipped, "no-name", "a person has no name", line: line.number))
    }
    let id = Identifier(name: "\(line.number) \(text)")
    var person = Entity(id: id, kind: .person, name: cells[0], created: context.now)
    person.emails = cells.dropFirst().map { EmailAddress($0) }
    try context.receive(.entity(person))
  }

  private func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes
  }
}
