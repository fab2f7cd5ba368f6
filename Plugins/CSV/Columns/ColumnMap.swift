import KithCore

/// What the user said that columns mean: `Their column=email`.
struct ColumnMap {
  struct Entry {
    let column: String
    /// Nil for a column to be left out.
    let meaning: ColumnMeaning?
  }

  private static let fields: [(name: String, meaning: ColumnMeaning?)] = [
    ("name", .display), ("given", .given), ("family", .family), ("additional", .additional), ("prefix", .prefix),
    ("suffix", .suffix), ("nickname", .nickname), ("email", .email("mapped")),
    ("work-email", .email("mapped work", ["work"])), ("home-email", .email("mapped home", ["home"])),
    ("phone", .phone(slot: "mapped")), ("work-phone", .phone("work", slot: "mapped")),
    ("home-phone", .phone("home", slot: "mapped")), ("mobile", .phone("cell", slot: "mapped")),
    ("fax", .phone("fax", slot: "mapped")), ("company", .company), ("title", .title), ("department", .department),
    ("url", .link(slot: "mapped")), ("street", .address("", .street)), ("city", .address("", .locality)),
    ("region", .address("", .region)), ("postal-code", .address("", .postalCode)), ("country", .address("", .country)),
    ("birthday", .birthday), ("anniversary", .event("Anniversary")), ("tags", .tags), ("notes", .note),
    ("photo", .photo), ("id", .uid), ("keep", .kept), ("ignore", nil),
  ]
  private static let byName = Dictionary(
    uniqueKeysWithValues: fields.map { (CSVHeader.folded($0.name), $0.meaning) })

  static let fieldNames = fields.map(\.name)

  let entries: [Entry]

  /// - Throws: ``ImportError`` at what is no column and field.
  init(_ texts: [String]) throws {
    entries = try texts.map { text in
      guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
        throw ImportError("'\(ColumnMap.shown(text))' maps nothing: it needs 'Their column=field'")
      }
      let field = CSVHeader.folded(String(text[text.index(after: equals)...]))
      guard let meaning = ColumnMap.byName[field == "locality" ? "city" : field] else {
        let known = ColumnMap.fieldNames.joined(separator: ", ")
        throw ImportError("'\(ColumnMap.shown(text))' maps to no field that kith has; there are \(known)")
      }
      return Entry(column: CSVHeader.folded(String(text[..<equals])), meaning: meaning)
    }
  }

  /// What every column of `header` means, `meanings` where the map says nothing; nil if a mapped column is not there.
  func meanings(of header: CSVHeader, else meanings: [ColumnMeaning?]) -> [ColumnMeaning?]? {
    var mapped = meanings
    for entry in entries {
      let places = header.keys.indices.filter { header.keys[$0] == entry.column }
      if places.isEmpty { return nil }
      for place in places { mapped[place] = entry.meaning }
    }
    return mapped
  }

  static func shown(_ text: String) -> String {
    let cleaned = TerminalText.cleaned(String(text.unicodeScalars.prefix(40)))
    return text.unicodeScalars.count > 40 ? cleaned + "…" : cleaned
  }
}

/// Any header row that has the columns of a map.
struct MappedDialect: CSVDialect {
  let name = "mapped"
  let headers = "rows with the columns that --map names"
  let map: ColumnMap
  /// Those that say what the other columns mean.
  let others: [AddressBookDialect]

  func rows(under header: CSVHeader, table: CSVTable) -> (any CSVRows)? {
    let keys = Set(header.keys)
    guard let other = others.first(where: { $0.isSigned(keys) }) ?? others.last else { return nil }
    guard let meanings = map.meanings(of: header, else: other.meanings(of: header)) else { return nil }
    return AddressBookRows(under: header, meanings: meanings, traits: other.traits)
  }
}
