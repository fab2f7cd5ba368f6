/// Spellings of one name made alike, byte by byte of the folded word.
enum NameSpelling {
  /// `mueller` and `muller` are `muler`.
  static func plain(_ word: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(word.count)
    for (index, byte) in word.enumerated() {
      let isUmlaut = byte == e && index > 0 && umlauts.contains(word[index - 1])
      if !isUmlaut, plain.last != byte || !letters.contains(byte) { plain.append(byte) }
    }
    return plain
  }

  /// What the ways to write one sound have in common, within a language and from one alphabet to another:
  /// `kovalevskaya` and `kowalewskaja` are `kovalevskaia`, `sophia` and `sofja` are `sofia`.
  static func skeleton(_ word: [UInt8]) -> [UInt8] {
    let word = plain(word)
    var skeleton: [UInt8] = []
    skeleton.reserveCapacity(word.count + 1)
    for (index, byte) in word.enumerated() {
      let next = index + 1 < word.count ? word[index + 1] : 0
      guard let letter = letter(byte, after: index > 0 ? word[index - 1] : 0, before: next) else { continue }
      if skeleton.last != letter || !letters.contains(letter) { skeleton.append(letter) }
    }
    return skeleton
  }

  /// Nil where a letter is not heard.
  private static func letter(_ byte: UInt8, after last: UInt8, before next: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    // A first i is a vowel, a first j or y is not: Ian is not Jan.
    case UInt8(ascii: "y"), UInt8(ascii: "j"): last == 0 ? UInt8(ascii: "j") : UInt8(ascii: "i")
    case UInt8(ascii: "p") where next == h: UInt8(ascii: "f")
    case UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "c") where isHard(before: next): UInt8(ascii: "k")
    case h where isSilent(after: last, before: next): nil
    default: byte
    }
  }

  private static func isHard(before next: UInt8) -> Bool {
    next != h && next != e && next != UInt8(ascii: "i") && next != UInt8(ascii: "y")
  }

  /// Heard at the beginning, between vowels, and in "ch" and "sh": Johan is not Joan.
  private static func isSilent(after last: UInt8, before next: UInt8) -> Bool {
    if last == 0 || last == UInt8(ascii: "c") || last == UInt8(ascii: "s") || !letters.contains(last) { return false }
    return !vowels.contains(last) || !vowels.contains(next)
  }

  /// The first letter and the consonants, those that sound alike by one letter: `schmidt` and `schmitt` are `smt`.
  static func sound(_ word: [UInt8]) -> [UInt8] { sound(ofSkeleton: skeleton(word)) }

  static func sound(ofSkeleton skeleton: [UInt8]) -> [UInt8] {
    var sound: [UInt8] = []
    sound.reserveCapacity(skeleton.count)
    for (index, byte) in skeleton.enumerated() {
      guard let letter = consonant(byte, isFirst: index == 0) else { continue }
      if sound.last != letter { sound.append(letter) }
    }
    return sound
  }

  /// A first vowel stays; nil for the others.
  private static func consonant(_ byte: UInt8, isFirst: Bool) -> UInt8? {
    switch byte {
    case h: isFirst ? byte : nil
    case UInt8(ascii: "d"): UInt8(ascii: "t")
    case UInt8(ascii: "c"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    case UInt8(ascii: "j"): UInt8(ascii: "i")
    default: vowels.contains(byte) && !isFirst ? nil : byte
    }
  }

  private static let e = UInt8(ascii: "e")
  private static let h = UInt8(ascii: "h")
  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let umlauts = Set("aou".utf8)
  private static let vowels = Set("aeiou".utf8)
}
