import KithCore

/// `work [Summer house] ada@example.com`: types, a label, the value.
struct FormDetails {
  let types: [String]
  let label: String?
  let value: String

  static func text(_ details: ContactDetails, _ value: String) -> String {
    (details.types + (details.label.map { ["[\($0)]"] } ?? []) + [value]).joined(separator: " ")
  }

  /// The last word is never a type, unless `hasNoValue`.
  init(_ text: String, hasNoValue: Bool = false) {
    var types: [String] = []
    var rest = Substring(text).trimmed
    while let word = rest.split(separator: " ", maxSplits: 1).first, FormDetails.isType(word),
      hasNoValue || word.count < rest.count
    {
      types.append(word.lowercased())
      rest = rest.dropFirst(word.count).trimmed
    }
    self.types = types
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      label = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...].trimmed
    } else {
      label = nil
    }
    value = String(rest)
  }

  private static func isType(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2d }
      && word.first?.isLetter == true
  }

  /// `old` with types and label as written; what the form does not show is kept.
  func details(keeping old: ContactDetails?) -> ContactDetails {
    var details = old ?? ContactDetails()
    details.types = types
    details.label = label
    return details
  }
}

extension Substring {
  /// Without white space at its ends.
  var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
