import ArgumentParser
import KithCore

/// The type of a relation, in any case: `worksFor`, `worksfor`, `works-for`.
struct RelationTypeArgument: ExpressibleByArgument {
  let text: String
  private let known: RelationType?

  init?(argument: String) {
    text = argument
    let key = RelationTypeArgument.fold(argument)
    known = RelationType.allCases.first { RelationTypeArgument.fold($0.rawValue) == key }
  }

  /// - Throws: ``CommandError`` with the nearest type, and all there are.
  var type: RelationType {
    get throws {
      if let known { return known }
      let key = RelationTypeArgument.fold(text)
      let near = RelationType.allCases.compactMap { type in
        EditDistance.between(key, RelationTypeArgument.fold(type.rawValue), atMost: 3).map { ($0, type.rawValue) }
      }.min { $0.0 < $1.0 }
      throw CommandError(
        "no relation type '\(TerminalText.cleaned(text))'; there are \(RelationTypeArgument.list)",
        hint: near.map { "did you mean '\($0.1)'?" }, code: .usage)
    }
  }

  private static func fold(_ text: String) -> String { SearchKey.words(text).joined() }

  static let list = RelationType.allCases.map(\.rawValue).joined(separator: ", ")
  static let allValueStrings = RelationType.allCases.map(\.rawValue)
}
