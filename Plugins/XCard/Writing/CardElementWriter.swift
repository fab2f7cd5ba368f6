import KithCore
import KithMarkup
import KithVCard

/// Writes each card as an element `vcard`.
final class CardElementWriter {
  private let stream: XMLStream
  private let diagnostics: DiagnosticLog
  /// Builds a part of a card at a time.
  let output = OutputSink.inMemory(capacity: 1 << 17)
  let text: ElementText
  private var heads = HeadCache()
  /// The group that is open, if any.
  private var group: [UInt8] = []
  private var replacedInHeads = 0

  init(_ context: ExportContext) throws {
    stream = try XMLStream(context.output)
    diagnostics = context.diagnostics
    text = ElementText(output)
    try stream.begin(root: "vcards", attributes: [("xmlns", XCardFormat.namespace)])
  }

  func end() throws {
    try flush(ifOver: 0)
    try stream.end()
  }

  func write(_ card: WrittenCard) throws {
    let before = text.replaced + replacedInHeads
    try output.write("<vcard>")
    try card.forEachLine { try write($0) }
    try open(group: nil)
    try output.write("</vcard>\n")
    try flush(ifOver: 1 << 16)
    if text.replaced + replacedInHeads > before {
      let message = "characters that XML cannot hold became U+FFFD"
      diagnostics.report(Diagnostic(.loss, "xml-characters", message, record: card.id))
    }
  }

  private func write(_ line: ContentLineBytes) throws {
    try open(group: line.group)
    let head = heads.head(of: line)
    replacedInHeads += head.replaced
    try put(head.start)
    try write(line.value, head.form)
    try put(head.end)
    try flush(ifOver: 1 << 16)
  }

  private func put(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try output.write($0) } }

  /// Properties of one group that follow each other are in one element.
  private func open(group next: UnsafeBufferPointer<UInt8>?) throws {
    let next = next ?? UnsafeBufferPointer(start: nil, count: 0)
    if next.isEmpty ? group.isEmpty : group.elementsEqual(next) { return }
    if !group.isEmpty { try output.write("</group>") }
    group = Array(next)
    guard !group.isEmpty else { return }
    try output.write("<group name=\"")
    try put(group)
    try output.write("\">")
  }

  func flush(ifOver limit: Int) throws {
    guard output.count > limit else { return }
    try output.withBytes { try stream.write($0) }
    output.removeAll()
  }
}
