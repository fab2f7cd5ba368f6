import KithCore
import KithMarkup

/// Writes `<data key="…">` with any text: what XML cannot hold becomes U+FFFD.
struct DataElements {
  private let output: OutputSink
  private var hasReplaced = false
  private var hasJoined = false

  init(_ output: OutputSink) { self.output = output }

  /// A value that needs no escaping.
  func word(_ key: Key, _ value: String) throws {
    try begin(key)
    try output.write(value)
    try output.write("</data>")
  }

  mutating func text(_ key: Key, _ value: String?) throws {
    guard var value else { return }
    try begin(key)
    let isRepresentable = value.withUTF8 { XMLText.isRepresentable($0) }
    if !isRepresentable { value = replaced(value) }
    try value.withUTF8 { try XMLText.write($0, to: output) }
    try output.write("</data>")
  }

  mutating func list(_ key: Key, _ values: [String]) throws {
    guard !values.isEmpty else { return }
    if values.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) { hasJoined = true }
    try text(key, values.joined(separator: ", "))
  }

  /// Whether a character was replaced since this was last asked.
  mutating func takeReplaced() -> Bool {
    defer { hasReplaced = false }
    return hasReplaced
  }

  /// Whether a value of a list has the comma that stands between values.
  mutating func takeJoined() -> Bool {
    defer { hasJoined = false }
    return hasJoined
  }

  private func begin(_ key: Key) throws {
    try output.write("<data key=\"")
    try output.write(key.rawValue)
    try output.write("\">")
  }

  private mutating func replaced(_ text: String) -> String {
    hasReplaced = true
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0a, 0x0d: kept.append(scalar)
      case 0..<0x20, 0xfffe, 0xffff: kept.append("\u{fffd}")
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
