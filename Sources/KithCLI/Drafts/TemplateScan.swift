import KithCore

/// Finds the tags of a template: variables, sections and comments of Mustache. The rest of Mustache has no use in a note
/// and is refused, as is whatever Mustache would pass over in silence.
struct TemplateScan {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var tags: [TemplateTag] = []

  /// Deeper nesting has no use, and readers of templates work by recursion.
  private static let deepest = 16

  /// - Throws: ``TemplateProblem``
  init(_ text: String) throws {
    scalars = Array(text.unicodeScalars)
    while index < scalars.count {
      if begins("{") {
        tags.append(try tag())
      } else if begins("}") {
        throw problem("'}}' ends no tag")
      } else {
        advance()
      }
    }
    try checkNesting()
  }

  private func begins(_ mark: Unicode.Scalar) -> Bool {
    index + 1 < scalars.count && scalars[index] == mark && scalars[index + 1] == mark
  }

  private func problem(_ message: String) -> TemplateProblem {
    TemplateProblem(line: line, column: column, message: message)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count {
      let isLineEnd = scalars[index] == "\n"
      line += isLineEnd ? 1 : 0
      column = isLineEnd ? 1 : column + 1
      index += 1
    }
  }

  private mutating func tag() throws -> TemplateTag {
    let (start, startLine, startColumn) = (index, line, column)
    let opening = problem("'{{' has no '}}' in the same line")
    advance(2)
    guard index < scalars.count else { throw opening }
    let sign = scalars[index]
    if let word = TemplateScan.refused[sign] {
      throw TemplateProblem(line: startLine, column: startColumn, message: "\(word) have no use in a note")
    }
    let kind = TemplateScan.kinds[sign]
    if kind != nil { advance() }
    guard let name = name(mayBreak: kind == .comment) else { throw opening }
    if sign == "{" {
      guard index < scalars.count, scalars[index] == "}" else { throw opening }
      advance()
    }
    let tag = TemplateTag(
      kind: kind ?? .variable, name: kind == .comment ? "" : name, line: startLine, column: startColumn,
      range: start..<index)
    try check(tag)
    return tag
  }

  /// What stands before the end of the tag, which is passed; nil if there is none.
  private mutating func name(mayBreak: Bool) -> String? {
    var name = String.UnicodeScalarView()
    while !begins("}") {
      guard index < scalars.count, mayBreak || scalars[index] != "\n" else { return nil }
      name.append(scalars[index])
      advance()
    }
    advance(2)
    return String(name).split(separator: " ").joined(separator: " ")
  }

  private static let kinds: [Unicode.Scalar: TemplateTag.Kind] = [
    "#": .section, "^": .inverted, "/": .end, "!": .comment, "&": .variable, "{": .variable,
  ]

  private static let refused: [Unicode.Scalar: String] = [
    ">": "partials", "<": "parents", "$": "blocks", "=": "other delimiters", "%": "pragmas",
  ]

  private func check(_ tag: TemplateTag) throws {
    guard tag.kind != .comment, DraftFact(rawValue: tag.name) == nil else { return }
    let near = DraftFact.allCases.map(\.rawValue).compactMap { name in
      EditDistance.between(tag.name, name, atMost: min(2, tag.name.count / 2)).map { ($0, name) }
    }
    let hint = near.min { $0 < $1 }.map { "; did you mean '\($0.1)'?" } ?? ""
    throw TemplateProblem(
      line: tag.line, column: tag.column, message: "there is no fact '\(TerminalText.cleaned(tag.name))'" + hint)
  }

  private func checkNesting() throws {
    var open: [TemplateTag] = []
    for tag in tags {
      func problem(_ message: String) -> TemplateProblem {
        TemplateProblem(line: tag.line, column: tag.column, message: message)
      }
      switch tag.kind {
      case .section, .inverted:
        open.append(tag)
        if open.count > TemplateScan.deepest { throw problem("sections stand more than 16 deep in each other") }
      case .end:
        guard let section = open.popLast() else { throw problem("'{{/\(tag.name)}}' ends no section") }
        if section.name != tag.name {
          throw problem("'{{/\(tag.name)}}' stands where the section '\(section.name)' should end")
        }
      case .variable, .comment: break
      }
    }
    guard let section = open.last else { return }
    throw TemplateProblem(
      line: section.line, column: section.column, message: "the section '\(section.name)' does not end")
  }
}
