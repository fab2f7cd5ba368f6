import KithCore

/// People as a Markdown list, with their e-mail addresses below them.
struct MarkdownExporter: Exporter {
  let format = Format(
    name: "markdown", summary: "people as a list, for reading", specification: "CommonMark 0.31",
    mediaType: "text/markdown", fileExtensions: ["md"], coverage: Coverage(kinds: [.person], fields: [.emails]))

  func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    try graph.forEachEntity(of: [.person], relations: []) { person, _ in
      try write(person.name, behind: "- ", of: person, in: context)
      for email in person.emails {
        try write(email.address, behind: "  - ", of: person, in: context)
        if !email.details.isEmpty { report("e-mail-details", "types and labels of e-mail addresses", person, context) }
      }
    }
  }

  /// Writes a line of text in which no character has a meaning of its own (CommonMark §2.4).
  private func write(
    _ text: String, behind bullet: StaticString, of person: Entity, in context: ExportContext
  ) throws {
    let line = TerminalText.cleaned(text)
    if line != text { report("control-characters", "line ends and control characters", person, context) }
    try context.output.write(bullet)
    for byte in line.utf8 {
      if isPunctuation(byte) { try context.output.write("\\") }
      try context.output.write(byte)
    }
    try context.output.write("\n")
  }

  private func report(_ code: String, _ what: String, _ person: Entity, _ context: ExportContext) {
    context.diagnostics.report(Diagnostic(.loss, code, "\(what) have no place in a list", record: person.id))
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }
}
