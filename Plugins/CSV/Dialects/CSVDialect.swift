import KithCore

/// A table from header names to what they mean. A new dialect is one file and one line in ``CSVFormat``.
protocol CSVDialect: Sendable {
  /// The value of the option `dialect` that asks for it.
  var name: String { get }

  /// What a message says of the header rows that it reads.
  var headers: String { get }

  /// A reader for the rows under `header`; nil if it is no header row of this dialect.
  ///
  /// `table` is what the rows are where the header leaves it open.
  func rows(under header: CSVHeader, table: CSVTable) -> (any CSVRows)?
}

/// Reads the rows under a header row.
protocol CSVRows {
  func read(_ record: CSVRecord, for rows: CSVImport) throws

  /// Sees the first records before any is read.
  func learn(from record: CSVRecord)

  /// Is told how dates are to be read.
  func read(_ dates: DateText)
}

extension CSVRows {
  func learn(from record: CSVRecord) {}
  func read(_ dates: DateText) {}
}

/// A row that may be a header row.
struct CSVHeader {
  /// As they stand in the file.
  let cells: [String]
  /// Lower case, without white space at the ends.
  let names: [String]
  /// Folded for comparison: see ``folded(_:)``.
  let keys: [String]

  init(_ cells: [String]) {
    self.cells = cells
    names = cells.map { TrimmedText.trimmed($0).lowercased() }
    keys = names.map(CSVHeader.folded)
  }

  /// The columns with a name for which `isWanted`.
  func columns(_ isWanted: (Int) -> Bool) -> [(column: Int, name: String)] {
    cells.indices.filter { !names[$0].isEmpty && isWanted($0) }.map { ($0, TrimmedText.trimmed(cells[$0])) }
  }

  func position(of name: String) -> Int? { names.firstIndex(of: name) }

  /// A name in lower case without spaces, hyphens, underscores, points and apostrophes: `E-mail 1 - Value` and
  /// `email1value` are the same.
  static func folded(_ name: String) -> String {
    String(decoding: name.replacing("’", with: "").lowercased().utf8.filter { !isPunctuation($0) }, as: UTF8.self)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
