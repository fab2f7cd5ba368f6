import KithCore

/// One record of RFC 4180, for the lists that kith prints.
enum CSVLine {
  static func write(_ cells: [String], to output: OutputSink) throws {
    for (position, cell) in cells.enumerated() {
      if position > 0 { try output.write(",") }
      try output.write(field(TerminalText.cleaned(cell)))
    }
    // CR LF as RFC 4180 has it, but a terminal wants no carriage return.
    try output.write(Invocation.current.terminal.width == nil ? "\r\n" : "\n")
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
