import KithCore
import KithVCard

/// Content lines of a text, for tests: unfolded, split, quotation marks and RFC 6868 taken off.
enum VCardText {
  static func lines(_ text: String) -> [ContentLine] {
    var unfolded: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix(" "), let last = unfolded.popLast() {
        unfolded.append(last + line.dropFirst())
      } else {
        unfolded.append(String(line))
      }
    }
    return unfolded.compactMap(line).filter { !["BEGIN", "END", "VERSION"].contains($0.name) }
  }

  private static func line(_ text: String) -> ContentLine? {
    guard let colon = text.split(outside: ":").first?.endIndex, colon < text.endIndex else { return nil }
    var parts = text[..<colon].split(outside: ";")
    let head = parts.removeFirst().split(separator: ".")
    let value = String(text[text.index(after: colon)...])
    guard let name = head.last else { return nil }
    return ContentLine(
      group: head.count > 1 ? String(head[0]) : nil, name: String(name).uppercased(),
      parameters: parts.map(parameter), value: value)
  }

  private static func parameter(_ text: Substring) -> Parameter {
    let equals = text.firstIndex(of: "=") ?? text.endIndex
    let name = text[..<equals].uppercased()
    let rest = text[equals...].dropFirst()
    let values = rest.split(outside: ",").flatMap { value -> [String] in
      let bare = value.filter { $0 != "\"" }
      let decoded = bare.replacing("^n", with: "\n").replacing("^'", with: "\"").replacing("^^", with: "^")
      return name == "TYPE" ? decoded.split(separator: ",").map(String.init) : [decoded]
    }
    return Parameter(name: name, values: values)
  }
}

extension StringProtocol {
  /// The parts between separators outside quotation marks.
  func split(outside separator: Character) -> [SubSequence] {
    var parts: [SubSequence] = []
    var start = startIndex
    var isQuoted = false
    for index in indices {
      if self[index] == "\"" { isQuoted.toggle() }
      guard self[index] == separator, !isQuoted else { continue }
      parts.append(self[start..<index])
      start = self.index(after: index)
    }
    return parts + [self[start...]]
  }
}
