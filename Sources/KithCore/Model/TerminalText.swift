/// Text made safe to show: what could move the cursor, change the title or turn the writing direction is replaced.
public enum TerminalText {
  /// U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069, and the line separators U+2028, U+2029.
  public static func isBidiControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }

  public static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7f..<0xa0).contains(scalar) || isBidiControl(scalar)
  }

  /// `text` with each control character replaced: white space by a space, anything else by U+FFFD.
  public static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0.value) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0a, 0x0d, 0x2028, 0x2029: clean.append(" ")
      case let value where isControl(value): clean.append("\u{fffd}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }
}
