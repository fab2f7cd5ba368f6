import KithCore
import KithMarkup

/// Writes elements to a sink. Names are literals; values are made representable here.
struct ElementWriter {
  let output: OutputSink
  /// The start tag is still open for attributes.
  private var isOpen = false

  init(_ output: OutputSink) { self.output = output }

  mutating func endLine() throws {
    try closeTag()
    try output.write(UInt8(ascii: "\n"))
  }

  mutating func start(_ name: StaticString) throws {
    let length = name.utf8CodeUnitCount
    let target = try output.reserve(length + 2)
    var count = 0
    if isOpen {
      target[0] = UInt8(ascii: ">")
      count = 1
    }
    target[count] = UInt8(ascii: "<")
    (target + count + 1).update(from: name.utf8Start, count: length)
    output.advance(by: count + 1 + length)
    isOpen = true
  }

  mutating func end(_ name: StaticString) throws {
    if isOpen {
      try output.write("/>")
    } else {
      try output.write("</")
      try output.write(name)
      try output.write(UInt8(ascii: ">"))
    }
    isOpen = false
  }

  private mutating func closeTag() throws {
    if isOpen { try output.write(UInt8(ascii: ">")) }
    isOpen = false
  }

  /// An attribute of at most `limit` bytes of printable ASCII, put where `write` is told; it returns how many.
  private func attribute(
    _ name: StaticString, limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int
  ) throws {
    let length = name.utf8CodeUnitCount
    let target = try output.reserve(length + limit + 4)
    target[0] = UInt8(ascii: " ")
    (target + 1).update(from: name.utf8Start, count: length)
    target[length + 1] = UInt8(ascii: "=")
    target[length + 2] = UInt8(ascii: "\"")
    let end = length + 3 + write(target + length + 3)
    target[end] = UInt8(ascii: "\"")
    output.advance(by: end + 1)
  }

  func attribute(_ name: StaticString, _ id: Identifier) throws {
    try attribute(name, limit: Identifier.textLength) { id.write(to: $0) }
  }

  func attribute(_ name: StaticString, _ date: PartialDate?) throws {
    guard let date else { return }
    try attribute(name, limit: PartialDate.longestText) { date.write(to: $0) }
  }

  func attribute(_ name: StaticString, _ moment: Timestamp) throws {
    try attribute(name, limit: Timestamp.textLength) { moment.write(to: $0) }
  }

  /// `word` needs no escaping.
  func attribute(_ name: StaticString, word: String) throws {
    var word = word
    try word.withUTF8 { bytes in
      try attribute(name, limit: bytes.count) { target in
        guard let source = bytes.baseAddress else { return 0 }
        target.update(from: source, count: bytes.count)
        return bytes.count
      }
    }
  }

  /// An element with a text, which may be any; none for nil.
  mutating func element(_ name: StaticString, _ text: String?) throws {
    guard var text else { return }
    try text.withUTF8 { bytes in
      if XMLText.special(bytes, from: 0) == bytes.count, bytes.count <= XMLText.longestNode {
        try plainElement(name, bytes)
      } else if XMLText.isRepresentable(bytes) {
        try start(name)
        try content(bytes)
        try end(name)
      } else {
        try start(name)
        try attribute("encoding", word: "base64")
        try base64(Array(bytes))
        try end(name)
      }
    }
  }

  mutating func elements(_ name: StaticString, _ texts: [String]) throws {
    for text in texts { try element(name, text) }
  }

  /// The content of the element begun, in base 64.
  mutating func base64(_ bytes: [UInt8]) throws {
    try Base64.encode(bytes).withUnsafeBufferPointer { try content($0) }
  }

  private mutating func content(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try closeTag()
    var isFirst = true
    try XMLText.forEachPiece(of: bytes) { piece in
      if !isFirst { try output.write("<?more?>") }
      isFirst = false
      try XMLText.write(piece, to: output)
    }
  }

  /// An element whose text needs no escaping, in one go.
  private mutating func plainElement(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) throws {
    try closeTag()
    let length = name.utf8CodeUnitCount
    let target = try output.reserve(2 * length + bytes.count + 5)
    target[0] = UInt8(ascii: "<")
    (target + 1).update(from: name.utf8Start, count: length)
    target[length + 1] = UInt8(ascii: ">")
    var end = length + 2
    if let source = bytes.baseAddress { (target + end).update(from: source, count: bytes.count) }
    end += bytes.count
    target[end] = UInt8(ascii: "<")
    target[end + 1] = UInt8(ascii: "/")
    (target + end + 2).update(from: name.utf8Start, count: length)
    target[end + length + 2] = UInt8(ascii: ">")
    output.advance(by: end + length + 3)
  }
}
