/// Marks within a draft that is being made: what is not known, and the ends of sentences that stand within facts. They are
/// control characters, which neither facts nor templates keep.
enum SentenceMarks {
  static let unknown: Unicode.Scalar = "\u{1}"
  private static let masks: [(mark: Unicode.Scalar, mask: Unicode.Scalar)] = [
    (".", "\u{2}"), ("!", "\u{3}"), ("?", "\u{4}"),
  ]

  /// A fact whose points end no sentence.
  static func masked(_ fact: String) -> String {
    var masked = String.UnicodeScalarView()
    for scalar in fact.unicodeScalars { masked.append(masks.first { $0.mark == scalar }?.mask ?? scalar) }
    return String(masked)
  }

  /// The line without those of its sentences that hold something unknown, and with the points of facts again. A sentence
  /// that ends with such a point needs no other.
  static func settled(_ line: some Sequence<Unicode.Scalar>) -> String {
    var kept = String.UnicodeScalarView()
    var sentence = String.UnicodeScalarView()
    func close() {
      if !sentence.contains(unknown) { kept.append(contentsOf: sentence) }
      sentence = String.UnicodeScalarView()
    }
    var isAtEnd = false
    for scalar in line {
      if isAtEnd, scalar == " " || scalar == "\t" { close() }
      isAtEnd = isEnd(scalar) || isAtEnd && isClosing(scalar)
      if scalar == ".", let last = sentence.last, masks.contains(where: { $0.mask == last }) { continue }
      sentence.append(scalar)
    }
    close()
    return tidied(kept)
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool { masks.contains { $0.mark == scalar } }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "'", ")", "]", "\u{201d}", "\u{2019}", "»"].contains(scalar)
  }

  /// Single spaces, none at the ends.
  private static func tidied(_ line: String.UnicodeScalarView) -> String {
    var tidy = String.UnicodeScalarView()
    for scalar in line {
      let real = masks.first { $0.mask == scalar }?.mark ?? scalar
      if real == " " || real == "\t" {
        if let last = tidy.last, last != " " { tidy.append(" ") }
      } else {
        tidy.append(real)
      }
    }
    if tidy.last == " " { tidy.removeLast() }
    return String(tidy)
  }
}
