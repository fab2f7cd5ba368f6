import KithCore
import Mustache

/// The text of a note with facts to fill in. A first line `Subject: …` is the subject, and a line that ends with a
/// backslash goes on in the next.
struct DraftTemplate {
  private let text: String
  private let scan: TemplateScan

  /// - Throws: ``TemplateProblem``
  init(_ text: String) throws {
    self.text = DraftTemplate.plain(text)
    scan = try TemplateScan(self.text)
    _ = try DraftTemplate.parsed(self.text)
  }

  /// Every fact that is not known drops the sentence that says it.
  /// - Throws: ``TemplateProblem``
  func draft(_ facts: DraftFacts, defaultSubject: String) throws -> Draft {
    let template = try DraftTemplate.parsed(marked(facts))
    let known = facts.values.map { ($0.key.rawValue, SentenceMarks.masked($0.value)) }
    let rendered = template.render(Dictionary(uniqueKeysWithValues: known))
    var lines = rendered.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var subject = ""
    let heading = DraftTemplate.heading
    if let first = lines.first, String(Substring(first)).hasPrefix(heading) {
      subject = SentenceMarks.settled(first.dropFirst(heading.unicodeScalars.count))
      lines.removeFirst()
    }
    return Draft(
      subject: subject.isEmpty ? defaultSubject : subject,
      body: DraftTemplate.body(lines.map { SentenceMarks.settled($0) }))
  }

  private static let heading = "Subject:"

  /// Line feeds between lines; no control characters, and none of the marks that a draft is made with.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t": plain.append(scalar)
      case _ where TerminalText.isControl(scalar.value) || scalar.properties.isNoncharacterCodePoint: continue
      case "\u{feff}": continue
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// The text with a mark in the place of each variable that is not known.
  private func marked(_ facts: DraftFacts) -> String {
    let scalars = Array(text.unicodeScalars)
    var marked = String.UnicodeScalarView()
    var index = 0
    for tag in scan.tags where tag.kind == .variable {
      guard let fact = DraftFact(rawValue: tag.name), facts[fact] == nil else { continue }
      marked.append(contentsOf: scalars[index..<tag.range.lowerBound])
      marked.append(SentenceMarks.unknown)
      index = tag.range.upperBound
    }
    marked.append(contentsOf: scalars[index...])
    return DraftTemplate.joined(marked)
  }

  /// A backslash at the end of a line joins it to the next.
  private static func joined(_ text: String.UnicodeScalarView) -> String {
    var joined = String.UnicodeScalarView()
    for scalar in text {
      if scalar == "\n", joined.last == "\\" {
        joined.removeLast()
      } else {
        joined.append(scalar)
      }
    }
    return String(joined)
  }

  private static func parsed(_ text: String) throws -> MustacheTemplate {
    do {
      // A note is plain text: nothing is to be escaped as in HTML.
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateProblem(
        line: max(1, error.context.lineNumber - 1), column: max(1, error.context.columnNumber),
        message: "mustache cannot read it from here: \(error.error)")
    } catch {
      throw TemplateProblem(line: 1, column: 1, message: "mustache cannot read it: \(error)")
    }
  }

  /// Paragraphs with one empty line between; none at the ends.
  private static func body(_ lines: [String]) -> String {
    var body: [String] = []
    for line in lines where !(line.isEmpty && body.last?.isEmpty ?? true) { body.append(line) }
    if body.last?.isEmpty == true { body.removeLast() }
    return body.joined(separator: "\n") + "\n"
  }
}
