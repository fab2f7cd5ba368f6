import KithCore

/// A table from header names to what they mean.
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
}

/// A row that may be a header row.
struct CSVHeader {
  /// As they stand in the file.
  let cells: [String]
  /// Folded for comparison: lower case, without white space at the ends.
  let names: [String]

  init(_ cells: [String]) {
    self.cells = cells
    names = cells.map { TrimmedText.trimmed($0).lowercased() }
  }

  func position(of name: String) -> Int? { names.firstIndex(of: name) }
}
