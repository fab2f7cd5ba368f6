import KithCore

/// Takes the text of a form apart into items. Comments and fields left blank are left out.
struct FormReader {
  private var items: [FormItem] = []
  private var problems: [FormProblem] = []
  private var key: String?
  private var start = 0
  private var written: [String] = []
  private var blanks = 0

  /// - Throws: ``FormError``
  static func items(in text: [UInt8]) throws -> [FormItem] {
    var reader = FormReader()
    for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let bytes = index == 0 && line.starts(with: [0xef, 0xbb, 0xbf]) ? line.dropFirst(3) : line
      reader.read(bytes, number: index + 1)
    }
    reader.endItem()
    if !reader.problems.isEmpty { throw FormError(problems: reader.problems) }
    return reader.items
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
    let line = FormReader.trimmedEnd(bytes)
    if line.first == UInt8(ascii: "#") { return }
    if line.isEmpty {
      blanks += 1
      return
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      problems.append(FormProblem("it is not UTF-8", at: number))
      return
    }
    if FormReader.isSpace(line[line.startIndex]) {
      continueItem(FormReader.unindented(text), number)
    } else {
      beginItem(text, number)
    }
  }

  private mutating func beginItem(_ text: String, _ number: Int) {
    endItem()
    let scalars = text.unicodeScalars
    guard let colon = scalars.firstIndex(of: ":") else {
      problems.append(FormProblem("a field such as 'E-mail: ada@example.com' was expected", at: number))
      return
    }
    key = String(scalars[..<colon])
    start = number
    written = [String(scalars[scalars.index(after: colon)...].drop { $0 == " " || $0 == "\t" })]
  }

  private mutating func continueItem(_ text: String, _ number: Int) {
    guard key != nil else {
      // The line that should have begun the field is a problem already.
      if problems.isEmpty {
        problems.append(FormProblem("an indented line follows a field; there is none", at: number))
      }
      return
    }
    written += Array(repeating: "", count: blanks)
    blanks = 0
    written.append(text)
  }

  private mutating func endItem() {
    if let key, written != [""] {
      items.append(FormItem(key: key, written: written.joined(separator: "\n"), line: start))
    }
    key = nil
    blanks = 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func trimmedEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, isSpace(last) || last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  /// Without two spaces, or one tab.
  private static func unindented(_ line: String) -> String {
    let scalars = line.unicodeScalars
    let rest =
      scalars.first == "\t" ? scalars.dropFirst() : scalars.dropFirst(scalars.starts(with: "  ".unicodeScalars) ? 2 : 1)
    return String(rest)
  }
}
