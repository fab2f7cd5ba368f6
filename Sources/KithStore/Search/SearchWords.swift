import KithCore

/// What full text is made of: the folded words of ``SearchKey``, in which each character of Chinese, Japanese and Korean is a
/// token of its own. They are written without spaces, so that a part of a text is found as a phrase.
enum SearchWords {
  /// The tokens of each word of `text`: `iOS開発` is one word of three.
  static func tokens(_ text: String) -> [[String]] { SearchKey.words(text).map(parted) }

  /// `O'Brien` in one, as many write it: obrien. Empty for a text in which no apostrophe or hyphen stands within a word.
  static func joined(_ text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0x27 || $0 == 0x2d || $0 == 0xe2 || $0 == 0xca }) else { return [] }
    return text.unicodeScalars.split { $0 == " " }.flatMap { part -> [String] in
      let whole = String.UnicodeScalarView(part.filter { !isJoining($0) })
      guard whole.count < part.count else { return [] }
      let apart = Set(SearchKey.words(String(String.UnicodeScalarView(part))))
      return SearchKey.words(String(whole)).filter { !apart.contains($0) }.flatMap(parted)
    }
  }

  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2d, 0x2bc, 0x2010, 0x2011, 0x2018, 0x2019: true
    default: false
    }
  }

  private static func parted(_ word: String) -> [String] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word] }
    var tokens: [String] = []
    var run = String.UnicodeScalarView()
    func end() {
      if !run.isEmpty { tokens.append(String(run)) }
      run = String.UnicodeScalarView()
    }
    for scalar in word.unicodeScalars {
      if isIdeographic(scalar.value) {
        end()
        tokens.append(String(scalar))
      } else if isVoicingMark(scalar.value), run.isEmpty, let last = tokens.popLast() {
        tokens.append(last + String(scalar))
      } else {
        run.append(scalar)
      }
    }
    end()
    return tokens
  }

  static func isIdeographic(_ token: String) -> Bool {
    token.unicodeScalars.first.map { isIdeographic($0.value) } ?? false
  }

  /// Han, Kana, Bopomofo, and Hangul in the letters that folding leaves of its syllables: the beginning of a syllable is then
  /// found while it is being typed.
  private static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11ff, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x3096, 0x309d...0x30ff,
      0x3105...0x312f, 0x31a0...0x31bf, 0x31f0...0x31ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa960...0xa97f,
      0xd7b0...0xd7ff, 0xf900...0xfaff, 0x20000...0x3fffd:
      true
    default: false
    }
  }

  /// が is か with such a mark, and another letter.
  private static func isVoicingMark(_ scalar: UInt32) -> Bool { scalar == 0x3099 || scalar == 0x309a }
}
