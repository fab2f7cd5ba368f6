import KithCore
import KithMarkup
import KithVCard

/// Writes each card as an element `vcard`.
final class CardElementWriter {
  private let stream: XMLStream
  private let diagnostics: DiagnosticLog
  let buffer = ElementBuffer()
  private let heads = HeadCache()
  /// The group that is open, if any.
  private var group: [UInt8] = []
  private var replacedInHeads = 0

  init(_ context: ExportContext) throws {
    stream = try XMLStream(context.output)
    diagnostics = context.diagnostics
    try stream.begin(root: "vcards", attributes: [("xmlns", XCardFormat.namespace)])
  }

  func end() throws {
    try flush(ifOver: 0)
    try stream.end()
  }

  func write(_ card: WrittenCard) throws {
    let before = buffer.replaced + replacedInHeads
    buffer.put("<vcard>")
    try card.forEachLine { try write($0) }
    if !group.isEmpty { closeGroup() }
    buffer.put("</vcard>\n")
    try flush(ifOver: 1 << 16)
    if buffer.replaced + replacedInHeads > before {
      let message = "characters that XML cannot hold became U+FFFD"
      diagnostics.report(Diagnostic(.loss, "xml-characters", message, record: card.id))
    }
  }

  private func write(_ line: ContentLineBytes) throws {
    if !line.group.isEmpty || !group.isEmpty { enter(line.group) }
    let head = heads.head(of: line)
    replacedInHeads += head.replaced
    buffer.put(head.start)
    try write(line.value, head.form)
    buffer.put(head.end)
  }

  /// Properties of one group that follow each other are in one element.
  private func enter(_ next: UnsafeBufferPointer<UInt8>) {
    if group.elementsEqual(next) { return }
    if !group.isEmpty { closeGroup() }
    guard !next.isEmpty else { return }
    group = Array(next)
    buffer.put("<group name=\"")
    buffer.put(next)
    buffer.put("\">")
  }

  private func closeGroup() {
    buffer.put("</group>")
    group = []
  }

  func flush(ifOver limit: Int) throws {
    guard buffer.count > limit else { return }
    try buffer.withBytes { try stream.write($0) }
    buffer.removeAll()
  }
}
