import KithCore
import KithStore

/// By what a list is sorted: `last,-name`.
struct ListOrder {
  private let parts: [(column: ListColumn, isDescending: Bool)]

  /// - Throws: ``CommandError`` for a name that no column has.
  init(_ text: String) throws {
    parts = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let isDescending = part.hasPrefix("-")
      return (try ListColumn(named: isDescending ? part.dropFirst() : part), isDescending)
    }
  }

  var columns: [ListColumn] { parts.map(\.column) }

  /// What is not known comes last either way; rows that are alike stay in their order.
  func sorted(_ rows: [ListRow]) -> [ListRow] {
    let keyed = rows.enumerated().map { (position: $0, row: $1, keys: keys(of: $1)) }
    return keyed.sorted { left, right in
      for (index, part) in parts.enumerated() {
        if let isBefore = isBefore(left.keys[index], right.keys[index], part.isDescending) { return isBefore }
      }
      return left.position < right.position
    }.map(\.row)
  }

  /// Folded, and empty where nothing is known.
  private func keys(of row: ListRow) -> [String] {
    parts.map { $0.column == .name ? row.sortKey : SearchKey.fold($0.column.text(of: row, wholeID: true)) }
  }

  /// Nil where they are the same.
  private func isBefore(_ left: String, _ right: String, _ isDescending: Bool) -> Bool? {
    if left == right { return nil }
    if left.isEmpty || right.isEmpty { return right.isEmpty }
    return (left < right) != isDescending
  }
}
