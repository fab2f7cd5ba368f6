import KithCore

/// CSV (RFC 4180): kith's own tables and the address books of other programs.
///
/// The dialects are ``dialects``. Kith's own table holds one sort of record and has a header row of kith's own column
/// names. Cells are written byte for byte as they are, unless the option `spreadsheet-safe` asks for marks; only control
/// characters are replaced.
public struct CSVFormat: Exporter, Importer {
  /// In the order in which they are asked whether a header row is theirs; Outlook takes what has enough of its words.
  private static let dialects: [any CSVDialect] = [KithDialect(), LinkedInDialect()] + addressBooks
  private static let addressBooks: [AddressBookDialect] = [
    .google, .thunderbird, .yahoo, .evolution, .roundcube, .outlook,
  ]

  public let format = Format(
    name: "csv",
    summary: "tables for spreadsheets and scripts; Google, Outlook, Thunderbird; reads LinkedIn's Connections.csv",
    specification: "RFC 4180", mediaType: "text/csv", fileExtensions: ["csv"],
    options: [
      FormatOption(
        name: "dialect",
        summary: "whose columns; auto recognises them and writes kith's own; "
          + "kith, google, outlook and thunderbird are written, all are read",
        choices: ["auto"] + CSVFormat.dialects.map(\.name)),
      FormatOption(
        name: "table",
        summary: "what the rows of kith's own dialect are; on import only where the header leaves it open",
        choices: CSVTable.allCases.map(\.rawValue)),
      FormatOption(
        name: "map",
        summary: "on import, what a column of an unknown header row is; may be repeated. Fields: "
          + ColumnMap.fieldNames.joined(separator: ", "),
        placeholder: "Their column=field"),
      FormatOption(
        name: "dates",
        summary: "on import, how 7/8/1990 is read; auto goes by the other dates of the file, else month first",
        choices: ["auto", "month-first", "day-first"]),
      FormatOption(
        name: "spreadsheet-safe",
        summary: "put ' before cells that a spreadsheet would run as a formula; the import takes it off again",
        choices: ["no", "yes"]),
    ],
    coverage: CSVTable.people.coverage)

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage {
    switch options["dialect"] {
    case "google": GoogleTableWriter.coverage
    case "outlook": AddressBookLayout.outlook.coverage
    case "thunderbird": AddressBookLayout.thunderbird.coverage
    default: table(options).coverage
    }
  }

  // MARK: Export

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let writer = CSVWriter(context.output, marksFormulas: context.options["spreadsheet-safe"] == "yes")
    switch context.options["dialect"] {
    case "google": try GoogleTableWriter(writer, context).write(graph)
    case "outlook": try AddressBookWriter(.outlook, writer, context).write(graph)
    case "thunderbird": try AddressBookWriter(.thunderbird, writer, context).write(graph)
    case let dialect:
      if dialect != "auto", dialect != "kith" {
        let message = "the dialect '\(dialect)' is read only; the file has kith's own columns"
        context.diagnostics.report(Diagnostic(.warning, "read-only-dialect", message))
      }
      try exportOwn(graph, writer, context)
    }
    report(on: writer, to: context.diagnostics)
  }

  private func exportOwn(_ graph: any ContactGraph, _ writer: CSVWriter, _ context: ExportContext) throws {
    let table = table(context.options)
    for column in table.columns { writer.cell(column.rawValue) }
    try writer.endHeader()
    switch table {
    case .relations: try RelationTableWriter(writer: writer).write(graph)
    case .applications: try ApplicationTableWriter(writer, graph).write()
    default: try EntityTableWriter(writer, table: table, context: context).write(graph)
    }
  }

  private func report(on writer: CSVWriter, to diagnostics: DiagnosticLog) {
    let (formulas, controls) = (writer.formulaCount, writer.controlRowCount)
    if formulas > 0 {
      let message = "cells that a spreadsheet would take for a formula"
      diagnostics.report(Diagnostic(.warning, "formula", message, count: formulas))
    }
    if controls > 0 {
      let message = "control characters have no place in CSV; U+FFFD stands for each"
      diagnostics.report(Diagnostic(.loss, "control-characters", message, count: controls))
    }
  }

  // MARK: Import

  public func recognizes(_ head: [UInt8]) -> Bool {
    let text = UTF16Text.order(of: head).map { UTF16Text.decoded(head, $0) } ?? head
    return CSVHeaderSearch(dialects: CSVFormat.dialects, table: .people).delimiter(in: text) != nil
  }

  public func importRecords(in context: ImportContext) throws {
    let asked = context.options["dialect"]
    let map = context.options[texts: "map"]
    var dialects = CSVFormat.dialects.filter { asked == "auto" || $0.name == asked }
    if !map.isEmpty {
      let books = CSVFormat.addressBooks.filter { asked == "auto" || $0.name == asked }
      dialects = [MappedDialect(map: try ColumnMap(map), others: books.isEmpty ? [.outlook] : books)]
    }
    try CSVImport(context, dialects: dialects, table: table(context.options)).run()
  }

  /// The host has checked the option.
  private func table(_ options: OptionValues) -> CSVTable { CSVTable(rawValue: options["table"]) ?? .people }
}
