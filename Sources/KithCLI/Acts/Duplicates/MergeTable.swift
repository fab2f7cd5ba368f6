import KithCore
import KithStore

/// What a merge would make of two records, field by field.
struct MergeTable {
  let report: MergeReport

  func write() throws {
    let output = Descriptor.standardOutput.sink()
    let headings = ["FIELD", report.survivor.name, report.other.name, "RESULT"].map(TerminalText.cleaned)
    var table = Table(headings, terminal: Invocation.current.terminal, output: output, wraps: true)
    for row in report.rows { try table.add([row.field, row.survivor, row.other, row.result]) }
    for what in MergedRows.allCases {
      let moved = report.moved.first { $0.what == what }?.count ?? 0
      let doubles = report.doubles.first { $0.what == what }?.count ?? 0
      guard moved + doubles > 0 else { continue }
      let result = [moved > 0 ? "\(moved) moved" : nil, doubles > 0 ? "\(doubles) known already" : nil]
      try table.add(["", "", what.phrase(moved + doubles), result.compactMap { $0 }.joined(separator: ", ")])
    }
    try table.finish()
    try output.flush()
  }
}
