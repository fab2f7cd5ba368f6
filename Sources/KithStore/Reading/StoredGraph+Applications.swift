import KithCore

/// An application with its company named.
public struct ApplicationSummary: Sendable, Equatable {
  public let application: JobApplication
  public let company: EntitySummary
}

extension StoredGraph {
  /// Hands over every application, the latest first, without the people involved.
  public func forEachApplicationSummary(_ body: (ApplicationSummary) throws -> Void) throws {
    let statement = try connection.cursor(
      """
      SELECT \(ApplicationRow.columns), company.kind, company.name FROM \(ApplicationRow.source)
      ORDER BY application.id DESC
      """)
    while try statement.step() {
      let company = EntitySummary(
        id: statement.identifier(2), kind: EntityRow.kind(code: statement.int(11)), name: statement.text(12))
      try body(ApplicationSummary(application: try ApplicationRow.read(from: statement), company: company))
    }
  }

  /// Which applications `text` may mean: by the beginning of an id (six digits or more), or by words of company and
  /// position. A company's whole name means the applications to it.
  public func applications(matching text: String) throws -> [ApplicationSummary] {
    let words = SearchKey.words(text)
    guard !words.isEmpty else { return [] }
    let key = CompanyName.key(text)
    let digits = Substring(text).filter { $0 != " " }.lowercased()
    var (byID, byCompany, byWords): ([ApplicationSummary], [ApplicationSummary], [ApplicationSummary]) = ([], [], [])
    try forEachApplicationSummary { row in
      if digits.utf8.count >= 6, row.application.id.description.hasPrefix(digits) { byID.append(row) }
      if CompanyName.key(row.company.name) == key { byCompany.append(row) }
      let known = SearchKey.words(row.company.name) + SearchKey.words(row.application.position)
      if words.allSatisfy({ word in known.contains { $0.hasPrefix(word) } }) { byWords.append(row) }
    }
    return [byID, byCompany, byWords].first { !$0.isEmpty } ?? []
  }
}
