import KithCore

/// A stranger's format, added outside the built-in list: people as a Markdown list.
struct MarkdownExporter: Exporter {
  let format = Format(
    name: "markdown", summary: "people as a list, for reading", specification: "CommonMark 0.31",
    mediaType: "text/markdown", fileExtensions: ["md"], coverage: Coverage(kinds: [.person], fields: [.emails]))

  func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    try graph.forEachEntity(of: [.person], relations: []) { person, _ in
      try context.output.write("- ")
      try context.output.write(escaped(person.name))
      for email in person.emails {
        try context.output.write("\n  - ")
        try context.output.write(escaped(email.address))
      }
      try context.output.write("\n")
    }
  }

  /// One line of text in which no character has a meaning of its own (CommonMark §2.4).
  private func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in TerminalText.cleaned(text).unicodeScalars {
      if scalar.isASCII, scalar.properties.isPunctuationLike { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }
}

extension Unicode.Scalar.Properties {
  /// The ASCII punctuation of CommonMark, symbols included.
  fileprivate var isPunctuationLike: Bool {
    switch generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .decimalNumber, .spaceSeparator: false
    default: true
    }
  }
}
