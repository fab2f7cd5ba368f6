import KithCore

/// A selector as a condition on the rows of `entity`, with what has to stand before the statement that it is a part of.
public struct SelectorQuery {
  /// `WITH …`, or nothing.
  let prefix: SQLFragment
  let condition: SQLFragment
  /// Whether SQLite can list the rows without reading all of a kind.
  let isSet: Bool
  /// The kinds of record that it can find.
  public let kinds: [Entity.Kind]

  /// SQL for the rows.
  var rows: SQLFragment { "\(prefix)SELECT entity.id FROM entity WHERE \(ofKinds)\(condition)" }

  /// The kinds by their index, unless a set is where SQLite begins. Terms have `+` before the kind, so that it does.
  var ofKinds: SQLFragment {
    if isSet || kinds.count == Entity.Kind.allCases.count { return "" }
    let codes = kinds.map { kind -> SQLFragment in "\(EntityRow.code(of: kind))" }
    return "entity.kind IN (\(SQLFragment.joined(codes, ", "))) AND "
  }
}
