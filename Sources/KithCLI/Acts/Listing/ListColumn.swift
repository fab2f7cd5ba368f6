import KithCore
import KithStore

/// A column of a list, by the name that people give it.
enum ListColumn: String, CaseIterable {
  case name, kind, title, company, email, phone, tags, city, last, met, due, id

  /// What a list shows of a kind where nobody chose.
  static func standard(for kind: Entity.Kind) -> [ListColumn] {
    kind == .person ? [.name, .title, .company, .email, .id] : [.name, .email, .phone, .tags, .id]
  }

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// - Throws: ``CommandError`` for a name that no column has.
  init(named text: some StringProtocol) throws {
    let word = SearchKey.fold(String(text)).replacing("-", with: "")
    guard let column = ListColumn(rawValue: word) else {
      throw CommandError(
        "no column '\(TerminalText.cleaned(String(text.prefix(100))))'; there are \(ListColumn.names)", code: .usage)
    }
    self = column
  }

  /// Those of `name,company,last`.
  static func list(_ text: String) throws -> [ListColumn] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { try ListColumn(named: $0.trimmed) }
  }

  var heading: String { self == .email ? "E-MAIL" : rawValue.uppercased() }

  var fact: ListFact? {
    switch self {
    case .last: .last
    case .met: .met
    case .due: .due
    default: nil
    }
  }

  /// Empty where nothing is known.
  func text(of row: ListRow, wholeID: Bool) -> String {
    switch self {
    case .name: row.summary.name
    case .kind: row.summary.kind.rawValue
    case .title: row.title ?? ""
    case .company: row.company ?? ""
    case .email: row.email ?? ""
    case .phone: row.phone ?? ""
    case .tags: row.tags.joined(separator: " ")
    case .city: row.city ?? ""
    case .last: row.last?.description ?? ""
    case .met: row.met?.description ?? ""
    case .due: row.due?.description ?? ""
    case .id: wholeID ? row.summary.id.description : row.summary.id.short
    }
  }
}
