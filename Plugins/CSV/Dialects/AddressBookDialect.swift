import KithCore

/// A program's columns as a table: what each is called there and what it says.
struct AddressBookDialect: CSVDialect {
  let name: String
  /// The program, for messages.
  let program: String
  let headers: String
  /// A header row with all columns of one of these lists is the program's.
  let signatures: [[String]]
  /// Columns that mean something else than in ``SharedColumns``, by folded name.
  let own: [String: ColumnMeaning]
  /// What a file of it does not say in the usual way.
  let traits: AddressBookTraits
  /// Whether any header row with enough words of ``SharedColumns`` will do.
  let takesOthers: Bool

  init(
    name: String, program: String, headers: String, signatures: [[String]], own: [(String, ColumnMeaning)] = [],
    traits: AddressBookTraits = AddressBookTraits(), takesOthers: Bool = false
  ) {
    self.name = name
    self.program = program
    self.headers = headers
    self.signatures = signatures.map { $0.map(CSVHeader.folded) }
    self.own = Dictionary(own.map { (CSVHeader.folded($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    self.traits = traits
    self.takesOthers = takesOthers
  }

  func rows(under header: CSVHeader, table: CSVTable) -> (any CSVRows)? {
    guard isSigned(Set(header.keys)) || takesOthers && hasEnough(header) else { return nil }
    return AddressBookRows(under: header, meanings: meanings(of: header), traits: traits)
  }

  func isSigned(_ keys: Set<String>) -> Bool { signatures.contains { $0.allSatisfy(keys.contains) } }

  /// At least two columns that kith knows, one of them a name or a way to reach somebody, and most of them known.
  private func hasEnough(_ header: CSVHeader) -> Bool {
    let named = header.keys.filter { !$0.isEmpty }
    let known = named.compactMap { own[$0] ?? SharedColumns.meanings[$0] }
    guard known.count > 1, known.count * 2 > named.count else { return false }
    return known.contains(where: AddressBookDialect.names) && LocalisedHeaders.finding(in: header) == nil
  }

  private static func names(_ meaning: ColumnMeaning) -> Bool {
    switch meaning.field {
    case .given, .family, .display, .email: true
    default: false
    }
  }

  /// What each column says; what kith does not know is kept under its name.
  func meanings(of header: CSVHeader) -> [ColumnMeaning?] {
    let keys = Set(header.keys)
    let saysTitle = header.keys.contains { $0 != "title" && meaning(of: $0)?.part == .title }
    let saysCompany = header.keys.contains { meaning(of: $0)?.part == .company }
    return zip(header.keys, header.names).map { key, name in
      if key.isEmpty { return nil }
      // Folded, `Birth Day` beside `Birth Year` looks like `Birthday`.
      if key == "birthday", name != key, keys.contains("birthyear") { return .birthday(.day) }
      if key == "title", own[key] == nil, saysCompany, !saysTitle { return .title }
      if key.hasSuffix("address"), keys.contains(key.dropLast(7) + "street"), var whole = meaning(of: key) {
        whole.part = .formatted
        return whole
      }
      return meaning(of: key) ?? .kept
    }
  }

  private func meaning(of key: String) -> ColumnMeaning? {
    own[key] ?? traits.numbered(key) ?? SharedColumns.meanings[key]
  }
}

/// What is peculiar to a program's files.
struct AddressBookTraits: Sendable {
  /// Reads names that have a number in them: `E-mail 3 - Value`.
  var numbered: @Sendable (_ key: String) -> ColumnMeaning? = { _ in nil }
  /// Several values in one cell are separated by ` ::: `.
  var joinsValues = false
  /// Separators of tags in one cell.
  var tagSeparators: [UInt8] = [UInt8(ascii: ";")]
}
