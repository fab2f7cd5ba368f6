/// A property that is a single member of the card (RFC 9555 §2.4.2, §2.7.4, §2.11).
struct ScalarRule: Sendable {
  enum Value: Sendable {
    case text, word, uri, time
  }

  let name: String
  let member: String
  let value: Value

  static let all: [ScalarRule] = [
    ScalarRule(name: "UID", member: "uid", value: .uri), ScalarRule(name: "KIND", member: "kind", value: .word),
    ScalarRule(name: "LANGUAGE", member: "language", value: .uri),
    ScalarRule(name: "PRODID", member: "prodId", value: .text),
    ScalarRule(name: "CREATED", member: "created", value: .time),
    ScalarRule(name: "REV", member: "updated", value: .time),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The member's value; nil if the property's is none.
  func text(ofVCard raw: String) -> String? {
    switch value {
    case .text, .uri: raw.isEmpty ? nil : EscapedText.unescaped(raw)
    case .word: raw.isEmpty ? nil : EscapedText.unescaped(raw).lowercased()
    case .time: UTCTime.text(ofVCard: raw)
    }
  }

  func vCardText(of text: String) -> String? {
    switch value {
    case .text, .word: EscapedText.escaped(text)
    case .uri: name == "UID" && !EscapedText.hasScheme(text) ? EscapedText.escaped(text) : EscapedText.escapedURI(text)
    case .time: UTCTime.vCardText(of: text)
    }
  }
}
