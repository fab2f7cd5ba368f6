import KithCore
import KithVCard

@testable import KithJSContact

/// What content lines say, whatever their order, group names, case and spelling.
enum CanonicalLines {
  private static let anyCase: Set<String> = ["TYPE", "LEVEL", "LANGUAGE", "DERIVED", "PHONETIC", "VALUE"]
  private static let structured: Set<String> = ["N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"]

  static func texts(_ lines: [ContentLine]) -> [String] { lines.map(text).sorted() }

  static func text(_ line: ContentLine) -> String {
    let parameters = line.parameters.filter { !isImplied($0, line) && !$0.values.isEmpty }
      .map { parameter in
        var values = parameter.values
        if parameter.name == "TYPE" { values.sort() }
        let joined = values.joined(separator: ",").replacing("\\n", with: "\n").replacing("\\N", with: "\n")
        return parameter.name + "=" + (anyCase.contains(parameter.name) ? joined.lowercased() : joined)
      }
    let group = line.group == nil ? "" : "group."
    return ([group + line.name] + parameters.sorted()).joined(separator: ";") + ":" + value(line)
  }

  private static func isImplied(_ parameter: Parameter, _ line: ContentLine) -> Bool {
    parameter.name == "VALUE"
      && parameter.values.first?.lowercased() == ValueType.implied(line.name, EscapedText.unescaped(line.value))
  }

  private static func value(_ line: ContentLine) -> String {
    if structured.contains(line.name) {
      var parts = EscapedText.structure(line.value).map { $0.joined(separator: "\u{1f}") }
      while parts.last?.isEmpty == true { parts.removeLast() }
      return parts.joined(separator: "\u{1e}")
    }
    if line.name == "CATEGORIES" { return EscapedText.list(line.value).sorted().joined(separator: "\u{1f}") }
    let text = EscapedText.unescaped(line.value)
    return ["KIND", "GRAMGENDER", "LANGUAGE"].contains(line.name) ? text.lowercased() : text
  }
}
