import KithCore
import KithVCard

/// Writes each card as an array, and an array around them where there is more than one.
final class CardArrayWriter {
  private let output: OutputSink
  private let diagnostics: DiagnosticLog
  /// One card at a time.
  private var buffer = OutputSink.inMemory(capacity: 1 << 14)
  /// The first card, which is alone until there is a second.
  private var first: OutputSink?
  private var count = 0

  init(_ context: ExportContext) {
    output = context.output
    diagnostics = context.diagnostics
  }

  func write(_ card: WrittenCard) throws {
    buffer.removeAll()
    var array = PropertyArrayWriter(JSONWriter(buffer))
    try array.begin()
    try card.forEachLine { try array.write($0) }
    try array.end()
    if array.hasDropped {
      let message = "a parameter called 'group' has no place in a jCard and was left out"
      diagnostics.report(Diagnostic(.loss, "group-parameter", message, record: card.id))
    }
    count += 1
    if count == 1 {
      first = buffer
      buffer = OutputSink.inMemory(capacity: 1 << 14)
      return
    }
    if count == 2 { try writeFirst() }
    try output.write(",\n")
    try buffer.withBytes { try output.write($0) }
  }

  private func writeFirst() throws {
    try output.write("[\n")
    try first?.withBytes { try output.write($0) }
    first = nil
  }

  func end() throws {
    switch count {
    case 0: try output.write("[]")
    case 1: try first?.withBytes { try output.write($0) }
    default: try output.write("\n]")
    }
    try output.write("\n")
  }
}
