import KithCore
import KithVCard

@testable import KithJSContact

/// Lines that were made beside those expected, without what RFC 9555 leaves to whoever converts, and without what the
/// expectation has against it; see ``ArguedDifferences``.
enum ComparedLines {
  static func texts(_ made: [ContentLine], _ expected: [ContentLine]) -> (String, String) {
    let hasOrder = made.contains { $0.name == "N" && ParameterBag($0.parameters).values("JSCOMPS") != nil }
    let hasAlternatives = expected.contains { ParameterBag($0.parameters).values("ALTID") != nil }
    let left = made.filter { hasOrder && isDerivedIn(expected) || !isDerived($0) }
      .map { hasAlternatives ? $0 : without($0, "ALTID") }
    let right = expected.filter { hasOrder || !isDerived($0) }
      .map { line in isOrdered(line, in: made) ? line : without(line, "JSCOMPS") }
    return (joined(left), joined(right))
  }

  private static func joined(_ lines: [ContentLine]) -> String { CanonicalLines.texts(lines).joined(separator: "\n") }

  private static func isDerivedIn(_ lines: [ContentLine]) -> Bool { lines.contains(where: isDerived) }

  /// §3.1: "an implementation can choose any other heuristic to generate the full name from its components".
  private static func isDerived(_ line: ContentLine) -> Bool {
    line.name == "FN" && ParameterBag(line.parameters).first("DERIVED")?.lowercased() == "true"
  }

  /// §3.3.1: "If this parameter is set … implementations MUST set the isOrdered property … to true": it cannot be set
  /// where the components are in no order.
  private static func isOrdered(_ line: ContentLine, in made: [ContentLine]) -> Bool {
    made.contains { $0.name == line.name && ParameterBag($0.parameters).values("JSCOMPS") != nil }
  }

  private static func without(_ line: ContentLine, _ name: String) -> ContentLine {
    var line = line
    line.parameters.removeAll { $0.name == name }
    return line
  }
}
