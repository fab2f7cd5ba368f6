import KithCore

/// What a file says of its encoding before its root.
package enum XMLDeclaration {
  /// Files are UTF-8. In other encodings markup could hide from the scan before the reader.
  /// - Throws: ``ImportError`` at a file that is not XML, or in another encoding.
  package static func check(_ head: [UInt8]) throws {
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) || head.prefix(4).contains(0) {
      throw ImportError(line: 1, "expected UTF-8, found UTF-16 or bytes that are no text")
    }
    let text = (head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head[...]).drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "<") else { throw ImportError(line: 1, "expected XML") }
    guard text.starts(with: "<?xml".utf8) else { return }
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else {
      throw ImportError(line: 1, "an XML declaration that does not end")
    }
    let name = encoding(of: String(decoding: text[..<end], as: UTF8.self))
    guard ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) else {
      throw ImportError(line: 1, "expected UTF-8, found '\(TerminalText.cleaned(String(name.prefix(40))))'")
    }
  }

  /// The quoted value behind `encoding=`; UTF-8 where there is none.
  private static func encoding(of declaration: String) -> String {
    let parts = declaration.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
    for (name, value) in zip(parts, parts.dropFirst()) where name.filter({ !$0.isWhitespace }).hasSuffix("encoding=") {
      return String(value)
    }
    return "UTF-8"
  }
}
