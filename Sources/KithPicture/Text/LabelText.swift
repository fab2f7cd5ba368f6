import KithCore

/// A name as it stands in a picture: in one line, without what could act on the page, shortened where it is long.
enum LabelText {
  static let longest = 26.0 * 0.64

  /// At most `width` in units of the font size.
  static func shortened(_ name: String, to width: Double = longest) -> String {
    let clean = plain(name.count > 400 ? String(name.prefix(400)) : name)
    guard TextMetrics.width(of: clean) > width else { return clean }
    var kept = ""
    var used = TextMetrics.width(of: "…")
    for character in clean {
      used += TextMetrics.width(of: character)
      if used > width { break }
      kept.append(character)
    }
    return String(kept.reversed().drop { $0 == " " }.reversed()) + "…"
  }

  /// Without control characters, runs of spaces, and towers of marks that would stand in the labels around.
  static func plain(_ text: String) -> String {
    let clean = TerminalText.cleaned(text)
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in clean.unicodeScalars {
      let isMark = scalar.properties.generalCategory == .nonspacingMark
      marks = isMark ? marks + 1 : 0
      if marks > 3 || scalar.value & 0xfffe == 0xfffe { continue }
      kept.append(scalar)
    }
    let words = String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty && !text.isEmpty ? "?" : words
  }
}
