import KithCSV
import KithCore

/// What an import handed over.
struct ImportedFile {
  var records: [ImportedRecord] = []
  var diagnostics: [Diagnostic] = []

  var entities: [Entity] {
    records.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
  }

  var relations: [ImportedRelation] {
    records.compactMap { if case .relation(let relation) = $0 { relation } else { nil } }
  }

  var applications: [JobApplication] {
    records.compactMap { if case .application(let application) = $0 { application } else { nil } }
  }

  /// `code:line`
  var problems: [String] { diagnostics.map { "\($0.code):\($0.line ?? 0)" } }
}

enum CSVTesting {
  static let now = Timestamp(secondsSince1970: 1_793_523_600)
  static let format = CSVFormat()

  static func read(_ text: String, table: String = "people", dialect: String = "auto") throws -> ImportedFile {
    try read(Array(text.utf8), table: table, dialect: dialect)
  }

  static func read(_ bytes: [UInt8], table: String = "people", dialect: String = "auto") throws -> ImportedFile {
    try read(bytes, options: [("table", table), ("dialect", dialect)])
  }

  static func read(_ text: String, options: [(name: String, value: String)]) throws -> ImportedFile {
    try read(Array(text.utf8), options: options)
  }

  static func read(_ bytes: [UInt8], options: [(name: String, value: String)]) throws -> ImportedFile {
    var file = ImportedFile()
    var diagnostics: [Diagnostic] = []
    let context = ImportContext(
      input: InputSource(bytes: bytes),
      options: try OptionValues(options, for: format.format), now: now,
      diagnostics: DiagnosticLog { diagnostics.append($0) }
    ) { file.records.append($0) }
    try format.importRecords(in: context)
    file.diagnostics = diagnostics
    return file
  }

  static func write(
    _ graph: InMemoryGraph, table: String = "people", including: Set<PrivateData> = Set(PrivateData.allCases)
  ) throws -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    try write(graph, options: [("table", table)], including: including)
  }

  static func write(
    _ graph: InMemoryGraph, options: [(name: String, value: String)],
    including: Set<PrivateData> = Set(PrivateData.allCases)
  ) throws -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var bytes: [UInt8] = []
    var diagnostics: [Diagnostic] = []
    let context = ExportContext(
      output: OutputSink { bytes.append(contentsOf: $0) },
      options: try OptionValues(options, for: format.format), now: now,
      diagnostics: DiagnosticLog { diagnostics.append($0) })
    try format.run(on: graph, including: including, in: context)
    return (bytes, diagnostics)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The cells of a file, record by record.
  static func table(_ bytes: [UInt8]) throws -> [[String]] {
    var problems: [String] = []
    return try CSVReaderTests.rows(bytes, limit: 1 << 24, problems: &problems).map(\.cells)
  }

  static func person(_ name: String, id: UInt64 = 1) -> Entity {
    Entity(id: Identifier(high: 1, low: id), kind: .person, name: name, created: now)
  }

  static func company(_ name: String, id: UInt64 = 100) -> Entity {
    Entity(id: Identifier(high: 2, low: id), kind: .company, name: name, created: now)
  }

  /// Values that a careless writer or reader breaks on.
  static let hostile = [
    "plain", "a,b", "say \"hi\"", "\"", "\"\"", "two\nlines", "two\r\nlines", "cr\rcr", "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+44 20 7946 0100", "-rf", "../../etc", "\u{202e}evil", "back\\slash", "\\n",
    "\\e",
    "\\", "semi;colon", ";", " lead", "trail ", "\ttab\t", "work: looks typed", ": empty prefix", "(label): x",
    "(a\\): b", "pref: x", "https://example.com/a:b", "\u{feff}bom", "é e\u{301} 株式会社 👩‍💻", "2026-10-01", "applied -",
    String(repeating: "x", count: 1 << 15), "END:VCARD\r\nBEGIN:VCARD", "]]>", "sep=;", "id", "\u{2028}",
  ]
}
