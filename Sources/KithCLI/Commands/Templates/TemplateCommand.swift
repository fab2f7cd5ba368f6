import ArgumentParser

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "List, show or change the templates of notes.",
    discussion: """
      A template is text with facts in it, in Mustache: {{given}} is their given name, and what stands between \
      {{#company}} and {{/company}} is left out where no company is known. A sentence with a fact that is not known is \
      left out as a whole. A first line "Subject: …" is the subject, and a line that ends with a \
      backslash goes on in the next. Your own are the files NAME.mustache in \
      $XDG_CONFIG_HOME/kith/templates or ~/.config/kith/templates.

      \(TemplateCommand.facts)

      Example:
        kith template edit thank
      """,
    subcommands: [TemplateListCommand.self, TemplateShowCommand.self, TemplateEditCommand.self])

  private static var facts: String {
    let widest = DraftFact.allCases.map(\.rawValue.utf8.count).max() ?? 0
    let lines = DraftFact.allCases.map { fact in
      let gap = String(repeating: " ", count: widest + 2 - fact.rawValue.utf8.count)
      return "  \(fact.rawValue)\(gap)\(fact.summary)"
    }
    return "Facts:\n" + lines.joined(separator: "\n")
  }
}
