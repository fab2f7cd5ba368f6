/// The words of names by number, with what they are compared by.
final class NameTable {
  private(set) var texts = TextTable()
  /// A hash of the word as it sounds, by and large: what two spellings of one name share.
  private(set) var sounds: [UInt64] = []
  /// Hashes of the first two letters of the sound, and of the first and the last: a slip leaves one of them.
  private(set) var beginnings: [UInt64] = []
  private(set) var ends: [UInt64] = []
  /// A hash of its skeleton: see ``NameSpelling``.
  private(set) var skeletons: [UInt64] = []
  /// Of the first letter, or of that of the name which a short form stands for.
  private(set) var initials: [UInt64] = []
  /// A bit for each letter the word has: words without enough letters in common are not alike, at the cost of a number.
  private var letterSets: [UInt32] = []
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
    let skeleton = NameSpelling.skeleton(bytes)
    let skeletonHash = NameTable.hash(skeleton)
    let known = GivenNames.meanings[word]
    skeletons.append(skeletonHash)
    letterSets.append(bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) })
    let letters = NameSpelling.sound(ofSkeleton: skeleton)
    let sound = NameTable.hash(letters)
    sounds.append(sound)
    beginnings.append(NameTable.hash(Array(letters.prefix(2))))
    ends.append(NameTable.hash(Array(letters.prefix(1) + letters.suffix(1))))
    isInitial.append(word.unicodeScalars.count == 1)
    hasForms.append(known != nil)
    isCommonGiven.append(known != nil || GivenNames.common.contains(word))
    isCommonFamily.append(FamilyNames.common.contains(word))
    // One of several meanings stands for all: this is for finding pairs, not for judging them.
    let line = known?.min() ?? NameTable.lines[skeletonHash]
    meanings.append(line.map { KeyHash.joined(7, $0) } ?? sound)
    initials.append(KeyHash.joined(3, word.unicodeScalars.first?.value ?? 0))
  }

  /// The lines of given names by the skeletons of their forms: Sofja is as good as Sofia.
  private static let lines: [UInt64: Int] = {
    var lines: [UInt64: Int] = [:]
    for (form, numbers) in GivenNames.meanings {
      guard let number = numbers.min() else { continue }
      let skeleton = hash(NameSpelling.skeleton(Array(form.utf8)))
      lines[skeleton] = min(number, lines[skeleton] ?? number)
    }
    return lines
  }()

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
    // A letter replaced takes one bit and sets another.
    if (letterSets[Int(one)] ^ letterSets[Int(other)]).nonzeroBitCount > 2 * limit { return nil }
    if abs(texts.length(one) - texts.length(other)) > limit { return nil }
    return EditDistance.between(texts.text(one), texts.text(other), atMost: limit)
  }
}

extension GivenNames {
  /// Whether `form` is told as one of those who are called `name`.
  static func isForm(_ form: String, of name: String) -> Bool {
    guard let line = lineOf[name] else { return false }
    return meanings[form]?.contains(line) ?? false
  }
}
