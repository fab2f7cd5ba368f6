import KithCore

/// Rows in columns, fitted to the terminal. Widths are taken from the first rows, so that memory stays flat.
struct Table {
  private let headings: [String]
  private let terminal: Terminal
  private let output: OutputSink
  /// Whether what does not fit goes on in the next line, for tables that are read and not looked up; else it is cut.
  private let wraps: Bool
  private var held: [[String]] = []
  private var widths: [Int]?
  private static let sample = 500
  private static let gap = 2

  init(_ headings: [String], terminal: Terminal, output: OutputSink, wraps: Bool = false) {
    self.headings = headings
    self.terminal = terminal
    self.output = output
    self.wraps = wraps
  }

  mutating func add(_ cells: [String]) throws {
    let cells = cells.map(TerminalText.cleaned)
    if let widths {
      try write(cells, widths)
    } else {
      held.append(cells)
      if held.count == Table.sample { try begin() }
    }
  }

  /// Writes what is held back. Nothing at all if there were no rows.
  mutating func finish() throws {
    if widths == nil, !held.isEmpty { try begin() }
  }

  private mutating func begin() throws {
    let widths = fittedWidths()
    self.widths = widths
    if terminal.color { try output.write("\u{1b}[2m") }
    try write(headings, widths, endingWith: terminal.color ? "\u{1b}[0m" : "")
    for cells in held { try write(cells, widths) }
    held = []
  }

  /// The natural widths; on a terminal the widest columns give way until all fit.
  private func fittedWidths() -> [Int] {
    var widths = headings.map(DisplayWidth.of)
    for row in held {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], min(DisplayWidth.of(cell), 1000)) }
    }
    guard let available = terminal.width else { return widths }
    let gaps = Table.gap * (widths.count - 1)
    while widths.reduce(gaps, +) > available, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 6
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func write(_ cells: [String], _ widths: [Int], endingWith end: String = "") throws {
    guard wraps, terminal.width != nil else { return try writeLine(cells, widths, endingWith: end) }
    let columns = zip(cells, widths).map { TextWrapping.lines(of: $0, width: $1) }
    let height = columns.map(\.count).max() ?? 0
    for row in 0..<height {
      let line = columns.map { row < $0.count ? $0[row] : "" }
      try writeLine(line, widths, endingWith: row == height - 1 ? end : "")
    }
  }

  private func writeLine(_ cells: [String], _ widths: [Int], endingWith end: String) throws {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let fitted = terminal.width == nil ? cell : DisplayWidth.fit(cell, in: widths[column])
      let isLast = column == cells.count - 1
      line += isLast ? fitted : DisplayWidth.pad(fitted, to: widths[column] + Table.gap)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    try output.write(line + end + "\n")
  }
}
