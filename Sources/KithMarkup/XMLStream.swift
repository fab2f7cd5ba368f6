import CLibXML2
import KithCore

/// A document that goes out through libxml2's text writer while it is written.
///
/// The writer owns the declaration, the root and the way to the output. Records reach it as runs of bytes that
/// the formats make: three calls into libxml2 for each small element cost twice the time of everything else.
package final class XMLStream {
  private let destination: Destination
  private let writer: xmlTextWriterPtr

  package init(_ output: OutputSink) throws {
    destination = Destination(output)
    let write: xmlOutputWriteCallback = { context, bytes, count in
      guard let context, let bytes, count > 0 else { return 0 }
      let destination = Unmanaged<Destination>.fromOpaque(context).takeUnretainedValue()
      destination.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      return count
    }
    let context = Unmanaged.passUnretained(destination).toOpaque()
    guard let buffer = xmlOutputBufferCreateIO(write, nil, context, nil) else { throw XMLStreamError() }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw XMLStreamError()
    }
    self.writer = writer
  }

  deinit { xmlFreeTextWriter(writer) }

  package func begin(root name: StaticString, attributes: [(name: StaticString, value: StaticString)]) throws {
    try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    try check(xmlTextWriterStartElement(writer, name.utf8Start))
    for (name, value) in attributes {
      try check(xmlTextWriterWriteAttribute(writer, name.utf8Start, value.utf8Start))
    }
    try check(xmlTextWriterWriteRaw(writer, "\n"))
  }

  /// Whole elements, well-formed and in UTF-8.
  package func write(_ elements: UnsafeBufferPointer<UInt8>) throws {
    var rest = elements
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = min(rest.count, 1 << 30)
      try check(xmlTextWriterWriteRawLen(writer, base, Int32(count)))
      rest = UnsafeBufferPointer(rebasing: rest[count...])
    }
  }

  package func end() throws {
    try check(xmlTextWriterEndDocument(writer))
    try check(xmlTextWriterFlush(writer))
  }

  private func check(_ result: Int32) throws {
    if let failure = destination.failure { throw failure }
    if result < 0 { throw XMLStreamError() }
  }

  /// libxml2 prints to standard error by itself when its output fails, so it is never told: the failure is kept here.
  private final class Destination {
    private let output: OutputSink
    private(set) var failure: (any Error)?

    init(_ output: OutputSink) { self.output = output }

    func take(_ bytes: UnsafeRawBufferPointer) {
      guard failure == nil else { return }
      do { try output.write(bytes.assumingMemoryBound(to: UInt8.self)) } catch { failure = error }
    }
  }
}

/// libxml2 could not go on: it had no memory.
package struct XMLStreamError: Error {}
