/// The words of names by number, with what they are compared by.
final class NameTable {
  private(set) var texts = TextTable()
  /// A hash of the word as it sounds, by and large: what two spellings of one name share.
  private(set) var sounds: [UInt64] = []
  /// A hash of the word without double letters and with one vowel for the two that stand for an umlaut.
  private(set) var plain: [UInt64] = []
  /// Of the first letter, or of that of the name which a short form stands for.
  private(set) var initials: [UInt64] = []
  /// Whether it is one letter.
  private(set) var isInitial: [Bool] = []
  /// Whether it has short forms, or is one.
  private(set) var hasForms: [Bool] = []
  private(set) var isCommonGiven: [Bool] = []
  private(set) var isCommonFamily: [Bool] = []
  /// The sound of the name that a short form stands for, or of the word itself.
  private(set) var meanings: [UInt64] = []

  func number(of word: String) -> Int32 {
    let number = texts.number(of: word)
    if Int(number) == sounds.count { describe(word) }
    return number
  }

  func setCount(_ count: Int, of word: Int32) { texts.setCount(count, of: word) }

  private func describe(_ word: String) {
    let bytes = Array(word.utf8)
    let known = GivenNames.meanings[word]
    plain.append(NameTable.hash(NameSpelling.plain(bytes)))
    let sound = NameTable.hash(NameSpelling.sound(bytes))
    sounds.append(sound)
    isInitial.append(word.unicodeScalars.count == 1)
    hasForms.append(known != nil)
    isCommonGiven.append(known != nil || GivenNames.common.contains(word))
    isCommonFamily.append(FamilyNames.common.contains(word))
    // One of several meanings stands for all: this is for finding pairs, not for judging them.
    meanings.append(known?.min().map { KeyHash.joined(7, $0) } ?? sound)
    initials.append(KeyHash.joined(3, word.unicodeScalars.first?.value ?? 0))
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(17) { KeyHash.joined($0, $1) } }

  func count(_ word: Int32) -> Int { Int(texts.counts[Int(word)]) }

  /// Whether one is a short form of the other, or both of one name.
  func areForms(_ one: Int32, _ other: Int32) -> Bool {
    guard hasForms[Int(one)], hasForms[Int(other)] else { return false }
    let (one, other) = (texts.string(one), texts.string(other))
    guard let mine = GivenNames.meanings[one], let theirs = GivenNames.meanings[other] else { return false }
    // Two names of their own are two people's, whatever both are called for short.
    if GivenNames.heads.contains(one), GivenNames.heads.contains(other) {
      return GivenNames.isForm(one, of: other) || GivenNames.isForm(other, of: one)
    }
    return !mine.isDisjoint(with: theirs)
  }

  /// Whether both are short forms that do not look alike: Lisa and Betty may be one Elizabeth, and may be sisters.
  func areFarForms(_ one: Int32, _ other: Int32) -> Bool {
    if GivenNames.heads.contains(texts.string(one)) || GivenNames.heads.contains(texts.string(other)) { return false }
    return !texts.text(one).prefix(3).elementsEqual(texts.text(other).prefix(3))
  }

  /// How many letters differ, at most `limit`.
  func distance(_ one: Int32, _ other: Int32, atMost limit: Int) -> Int? {
    EditDistance.between(texts.text(one), texts.text(other), atMost: limit)
  }
}

extension GivenNames {
  /// Whether `form` is told as one of those who are called `name`.
  static func isForm(_ form: String, of name: String) -> Bool {
    guard let line = lineOf[name] else { return false }
    return meanings[form]?.contains(line) ?? false
  }
}

/// Spellings of one name made alike, byte by byte of the folded word.
enum NameSpelling {
  /// `mueller` and `muller` are `muler`.
  static func plain(_ word: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for (index, byte) in word.enumerated() {
      let isUmlaut = byte == e && index > 0 && umlauts.contains(word[index - 1])
      if !isUmlaut, plain.last != byte { plain.append(byte) }
    }
    return plain
  }

  /// The first letter and the consonants, those that sound alike by one letter: `schmidt` and `schmitt` are `smt`.
  static func sound(_ word: [UInt8]) -> [UInt8] {
    let word = plain(word)
    var sound: [UInt8] = []
    for (index, byte) in word.enumerated() {
      guard let letter = letter(byte, after: index > 0 ? word[index - 1] : 0) else { continue }
      if index > 0, vowels.contains(letter) { continue }
      if sound.last != letter { sound.append(letter) }
    }
    return sound
  }

  private static func letter(_ byte: UInt8, after last: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "h"):
      // "ph" is f; elsewhere h is silent more often than not.
      last == 0 ? byte : last == UInt8(ascii: "p") ? UInt8(ascii: "f") : nil
    case UInt8(ascii: "d"): UInt8(ascii: "t")
    case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
    default: byte
    }
  }

  private static let e = UInt8(ascii: "e")
  private static let umlauts = Set("aou".utf8)
  private static let vowels = Set("aeiou".utf8)
}
