import KithCore
import KithMarkup

/// Elements and their text, in memory.
final class ElementText {
  let output: OutputSink
  /// Characters that XML 1.0 cannot hold, and that became U+FFFD.
  private(set) var replaced = 0

  /// - Parameter output: in memory.
  init(_ output: OutputSink) { self.output = output }

  func start(_ name: String) { put(raw: "<", name, ">") }

  func end(_ name: String) { put(raw: "</", name, ">") }

  private func put(raw pieces: String...) { for piece in pieces { put(raw: piece) } }

  private func put(raw text: String) { try? output.write(text) }

  func put(_ text: String) {
    var text = text
    text.withUTF8 { bytes in try? write(bytes) }
  }

  /// Writes a text of at most ``XMLText/longestNode`` bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if XMLText.special(bytes, from: 0) == bytes.count {
      try output.write(bytes)
    } else if XMLText.isRepresentable(bytes) {
      try XMLText.write(bytes, to: output)
    } else {
      var text = String(decoding: bytes, as: UTF8.self).unicodeScalars
      // Each one is replaced, and none left out: what is left must not mean something else.
      text = String.UnicodeScalarView(text.map { isRepresentable($0) ? $0 : "\u{fffd}" })
      var repaired = String(text)
      try repaired.withUTF8 { try XMLText.write($0, to: output) }
    }
  }

  private func isRepresentable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d, 0x20..<0xfffe, 0x10000...: return true
    default:
      replaced += 1
      return false
    }
  }
}
