import CLibXML2
import KithCore

/// Pulls elements and text out of an XML file through libxml2's reader.
///
/// The reader runs with XML_PARSE_NONET and nothing else: no entity is loaded or replaced, nesting and text nodes are
/// bounded. Nodes are looked at in place; each is valid until the next step.
package final class XMLPull {
  package enum Event { case start, end, text, finished }

  private let source: ScannedInput
  /// Of the elements that are taken.
  private let vocabulary: StaticString
  private let reader: xmlTextReaderPtr
  private let errors: UnsafeMutablePointer<kith_xml_errors>
  /// What libxml2 complained of first.
  private var complaint: (line: Int, message: String)?
  private var node: xmlNodePtr?
  private var isEmptyElement = false
  /// The namespace node of the root: what elements of the vocabulary refer to.
  private var namespace: xmlNsPtr?
  /// How many elements are open.
  package private(set) var level = 0
  package private(set) var line = 1
  /// Elements, attributes and texts that nobody took.
  package var unknown = 0

  /// - Parameter namespace: of the elements that are taken; others are passed over.
  package init(_ input: InputSource, namespace: StaticString) throws {
    vocabulary = namespace
    source = ScannedInput(input)
    let fill: xmlInputReadCallback = { context, buffer, length in
      guard let context, let buffer, length > 0 else { return -1 }
      let source = Unmanaged<ScannedInput>.fromOpaque(context).takeUnretainedValue()
      return Int32(source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
    }
    let options = Int32(XML_PARSE_NONET.rawValue)
    guard let reader = xmlReaderForIO(fill, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, options) else {
      throw source.failure ?? ImportError("the XML reader could not be made")
    }
    self.reader = reader
    errors = .allocate(capacity: 1)
    errors.initialize(to: kith_xml_errors())
    errors.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
    errors.pointee.report = { owner, line, message in
      guard let owner, let message else { return }
      Unmanaged<XMLPull>.fromOpaque(owner).takeUnretainedValue().heard(String(cString: message), line: Int(line))
    }
    xmlTextReaderSetStructuredErrorHandler(reader, kith_xml_error_handler(), errors)
  }

  deinit {
    xmlFreeTextReader(reader)
    errors.deallocate()
  }

  private func heard(_ message: String, line: Int) {
    guard complaint == nil else { return }
    complaint = (line, TerminalText.cleaned(String(message.prefix { $0 != "\n" })))
  }

  /// - Throws: ``ImportError``, and what the input throws.
  package func step() throws -> Event {
    if isEmptyElement {
      isEmptyElement = false
      level -= 1
      return .end
    }
    while xmlTextReaderRead(reader) == 1, source.failure == nil {
      guard let node = xmlTextReaderCurrentNode(reader) else { break }
      self.node = node
      if let event = try event(of: node) { return event }
    }
    try checkEnd()
    return .finished
  }

  private func event(of node: xmlNodePtr) throws -> Event? {
    switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      if node.pointee.line < UInt16.max { line = Int(node.pointee.line) }
      isEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
      level += 1
      return .start
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      level -= 1
      return .end
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      line += MarkupScan.lineEnds(text, before: text.count)
      return .text
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      throw ImportError(line: line, "a document type declaration or an entity is not taken")
    default: return nil
    }
  }

  private func checkEnd() throws {
    if let failure = source.failure as? MarkupScan.Refusal {
      throw ImportError(line: failure.line, failure.message)
    }
    if let failure = source.failure { throw failure }
    if let complaint { throw ImportError(line: complaint.line, "not well-formed XML: \(complaint.message)") }
    if level > 0 { throw ImportError(line: line, "the file ends early") }
  }

  // MARK: The node at hand

  package var name: XMLName { XMLName(pointer: node?.pointee.name) }

  /// The text at hand.
  package var text: UnsafeBufferPointer<UInt8> { XMLName(pointer: UnsafePointer(node?.pointee.content)).bytes }

  /// Whether the element at hand is a root of this name in the vocabulary, whose namespace is remembered.
  package func isRoot(_ root: StaticString) -> Bool {
    guard let own = node?.pointee.ns, vocabulary ~= XMLName(pointer: own.pointee.href) else { return false }
    namespace = own
    return root ~= name
  }

  package var isOfVocabulary: Bool {
    guard let own = node?.pointee.ns else { return false }
    return own == namespace || vocabulary ~= XMLName(pointer: own.pointee.href)
  }

  /// Hands over the attributes of the element at hand; one that `body` does not know, it says so.
  package func attributes(_ body: (XMLName, UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
    var next = node?.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let value = XMLName(pointer: UnsafePointer(attribute.pointee.children?.pointee.content))
      let isKnown = try attribute.pointee.ns == nil && body(XMLName(pointer: attribute.pointee.name), value.bytes)
      if !isKnown { unknown += 1 }
    }
  }

  /// Hands over the children of the element at hand, and takes its end. What `body` leaves of a child is passed over.
  package func children(_ body: (XMLName) throws -> Void) throws {
    while true {
      switch try step() {
      case .end, .finished: return
      case .text: if !text.allSatisfy({ $0 <= 0x20 }) { unknown += 1 }
      case .start:
        let outer = level - 1
        if isOfVocabulary { try body(name) } else { unknown += 1 }
        try leave(downTo: outer)
      }
    }
  }

  /// Passes over the rest of the elements opened since `outer` were.
  package func leave(downTo outer: Int) throws {
    while level > outer {
      if case .finished = try step() { return }
    }
  }

  /// Hands over the texts of the element at hand; takes its end.
  package func forEachText(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    while true {
      switch try step() {
      case .end, .finished: return
      case .text: try body(text)
      case .start:
        unknown += 1
        try leave(downTo: level - 1)
      }
    }
  }
}

/// A text of libxml2's, ended by NUL; compare it with `switch`.
package struct XMLName {
  let pointer: UnsafePointer<UInt8>?

  package static func ~= (pattern: StaticString, name: XMLName) -> Bool {
    xmlStrEqual(name.pointer, pattern.utf8Start) == 1
  }

  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: pointer, count: Int(xmlStrlen(pointer))) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
