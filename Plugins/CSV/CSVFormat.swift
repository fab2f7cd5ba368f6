import KithCore

/// CSV (RFC 4180): kith's own tables, written and read; LinkedIn's Connections.csv, read.
///
/// A table holds one sort of record and has a header row of kith's own column names. Cells are written byte for byte as
/// they are, without marks for spreadsheets; only control characters are replaced.
public struct CSVFormat: Exporter, Importer {
  private static let dialects: [any CSVDialect] = [KithDialect(), LinkedInDialect()]

  public let format = Format(
    name: "csv", summary: "one table for spreadsheets and scripts; reads LinkedIn's Connections.csv",
    specification: "RFC 4180", mediaType: "text/csv", fileExtensions: ["csv"],
    options: [
      FormatOption(
        name: "table", summary: "what the rows are; on import only where the header row leaves it open",
        choices: CSVTable.allCases.map(\.rawValue)),
      FormatOption(
        name: "dialect", summary: "whose columns an import expects; an export has kith's own",
        choices: ["auto"] + CSVFormat.dialects.map(\.name)),
    ],
    coverage: CSVTable.people.coverage)

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage { table(options).coverage }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let writer = CSVWriter(context.output)
    let table = table(context.options)
    for column in table.columns { writer.cell(column.rawValue) }
    try writer.endRow()
    switch table {
    case .relations: try RelationTableWriter(writer: writer).write(graph)
    case .applications: try ApplicationTableWriter(writer, graph).write()
    default: try EntityTableWriter(writer, table: table, context: context).write(graph)
    }
    report(on: writer, to: context.diagnostics)
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

  public func recognizes(_ head: [UInt8]) -> Bool {
    CSVHeaderSearch(dialects: CSVFormat.dialects, table: .people).delimiter(in: head) != nil
  }

  public func importRecords(in context: ImportContext) throws {
    let asked = context.options["dialect"]
    let dialects = CSVFormat.dialects.filter { asked == "auto" || $0.name == asked }
    try CSVImport(context, dialects: dialects, table: table(context.options)).run()
  }

  /// The host has checked the option.
  private func table(_ options: OptionValues) -> CSVTable { CSVTable(rawValue: options["table"]) ?? .people }
}
