import KithCore

/// One record of RFC 4180, for the lists that kith prints.
enum CSVLine {
  static func write(_ cells: [String], to output: OutputSink) throws {
    for (position, cell) in cells.enumerated() {
      if position > 0 { try output.write(",") }
      try output.write(field(TerminalText.cleaned(cell)))
    }
    try output.write("\r\n")
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
