/// How wide text is, without the font at hand: the widths of DejaVu Sans, which is wider than Helvetica and Arial. A
/// label may turn out narrower than this, hardly ever wider.
enum TextMetrics {
  /// In units of the font size.
  static func width(of text: String) -> Double { text.reduce(0) { $0 + width(of: $1) } }

  static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x7f { return asciiWidth(scalar.value) }
    if isWide(scalar) || character.unicodeScalars.contains(where: { $0.value == 0xfe0f }) {
      return scalar.properties.isEmojiPresentation || scalar.value > 0x1f000 ? 1.4 : 1.05
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0.35
    case .format: return 0
    case .uppercaseLetter: return 0.8
    case .lowercaseLetter: return 0.68
    default: return 0.85
    }
  }

  private static func asciiWidth(_ value: UInt32) -> Double {
    switch Character(Unicode.Scalar(UInt8(truncatingIfNeeded: value))) {
    case "i", "j", "l", "I", "'", "|": 0.31
    case " ", ".", ",", ":", ";", "f", "t", "r", "!", "(", ")", "[", "]", "/", "\\", "-": 0.42
    case "m", "w", "M", "W", "@", "%": 1.0
    case "A"..."Z": 0.74
    case "+", "<", "=", ">", "#", "~", "^", "&", "_": 0.84
    default: 0.64
    }
  }

  /// East Asian Wide and Fullwidth, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f000...0x1faff, 0x20000...0x3fffd:
      return true
    default: return false
    }
  }
}
