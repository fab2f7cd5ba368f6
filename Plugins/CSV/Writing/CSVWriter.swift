import KithCore

/// Writes records as RFC 4180 has them: commas, CR LF, quotes only where they are needed.
///
/// A cell with a comma, a quote, CR or LF is quoted, and one that begins or ends with a space or tab, which some readers
/// would take off.
final class CSVWriter {
  private let output: OutputSink
  private let scratch = OutputSink.inMemory()
  private var isRowStart = true
  /// Cells that a spreadsheet would take for a formula: they begin with `=` or `@`.
  private(set) var formulaCount = 0

  init(_ output: OutputSink) { self.output = output }

  func emptyCell() throws { try separate() }

  func cell(_ text: String?) throws {
    guard var text, !text.utf8.isEmpty else { return try separate() }
    try text.withUTF8 { try cell($0) }
  }

  func cell(_ id: Identifier) throws {
    try separate()
    try output.write(id)
  }

  /// A cell that is put together from parts.
  func cell(_ compose: (OutputSink) throws -> Void) throws {
    scratch.removeAll()
    try compose(scratch)
    try scratch.withBytes { try cell($0) }
  }

  func cell(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try separate()
    guard let first = bytes.first, let last = bytes.last else { return }
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "@") { formulaCount += 1 }
    if isSpace(first) || isSpace(last) || needsQuotes(bytes) {
      try quoted(bytes)
    } else {
      try output.write(bytes)
    }
  }

  func endRow() throws {
    try output.write("\r\n")
    isRowStart = true
  }

  @inline(__always)
  private func separate() throws {
    if !isRowStart { try output.write(UInt8(ascii: ",")) }
    isRowStart = false
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte <= 0x2c {
      if byte == 0x2c || byte == 0x22 || byte == 0x0a || byte == 0x0d { return true }
    }
    return false
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try output.write(UInt8(ascii: "\""))
    var clean = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") {
      try output.write(UnsafeBufferPointer(rebasing: bytes[clean...index]))
      clean = index
    }
    try output.write(UnsafeBufferPointer(rebasing: bytes[clean...]))
    try output.write(UInt8(ascii: "\""))
  }
}
