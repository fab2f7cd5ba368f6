/// How two persons' names agree, part by part.
struct NameComparison {
  /// How one part of a name agrees with the same part of another; the worst first.
  enum Level: Int, Comparable {
    /// They contradict each other.
    case other
    /// So much alike that it may be a slip, and yet both are names: Maria and Mario.
    case near
    /// One of them has no such part.
    case missing
    case initial
    case slip
    /// A short form: Bob for Robert.
    case form
    /// Müller and Mueller.
    case spelling
    /// One says more: García and García Márquez.
    case part
    case equal

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  var given: Level
  var family: Level
  var isSwapped = false
  /// A nickname of one is how the other is called.
  var isOtherName = false
  /// The words by whose rarity the agreement counts.
  var givenWord: Int32 = -1
  var familyWord: Int32 = -1

  /// Whether it is two people's, whatever else is known: such pairs score ``highestOfTwo`` at most.
  var isOfTwo: Bool { given == .other || family == .other && given < .slip }
  static let highestOfTwo = 0.3

  private var rank: Int { given.rawValue + family.rawValue }

  static func compare(_ one: Int, _ other: Int, in table: DuplicateTable) -> NameComparison {
    let parts = PartComparison(table: table)
    let (g1, f1, g2, f2) = (table.given[one], table.family[one], table.given[other], table.family[other])
    var best = parts.compare(g1, f1, g2, f2)
    if best.given == .equal, best.family == .equal { return best }
    if best.given <= .initial || best.family <= .initial {
      var swapped = parts.compare(g1, f1, f2, g2)
      swapped.isSwapped = true
      // Two initials, or one where the rest contradicts, are no sign of swapped names. Nor is another spelling where one
      // name stands where it should: Martin Martin is not Martina Martin.
      let isPlaced = max(best.given, best.family) >= .spelling
      if min(swapped.given, swapped.family) > (isPlaced ? .part : .missing),
        max(swapped.given, swapped.family) >= .slip, swapped.rank > best.rank
      {
        best = swapped
      }
    }
    if table.nicknames[one] != nil || table.nicknames[other] != nil {
      best = parts.better(best, byNicknamesOf: one, other)
    }
    return best
  }
}

/// Compares parts of names by the words of one table.
struct PartComparison {
  let table: DuplicateTable

  func compare(
    _ g1: ArraySlice<Int32>, _ f1: ArraySlice<Int32>, _ g2: ArraySlice<Int32>, _ f2: ArraySlice<Int32>
  ) -> NameComparison {
    let (given, givenWord) = given(g1, g2)
    let (family, familyWord) = family(f1, f2)
    return NameComparison(given: given, family: family, givenWord: givenWord, familyWord: familyWord)
  }

  /// A nickname of one word may be the given name, one of several the whole name.
  func better(_ best: NameComparison, byNicknamesOf one: Int, _ other: Int) -> NameComparison {
    var best = best
    for (mine, theirs) in [(one, other), (other, one)] {
      for words in table.nicknames[mine] ?? [] {
        var told = best
        if words.count == 1 {
          let (level, word) = given(words[...], table.given[theirs])
          guard level > best.given, level >= .initial else { continue }
          (told.given, told.givenWord) = (level == .equal ? .form : level, word)
        } else {
          told = compare(words.dropLast(), words.suffix(1), table.given[theirs], table.family[theirs])
          guard told.given >= .initial, told.family >= .slip else { continue }
        }
        guard told.given.rawValue + told.family.rawValue > best.given.rawValue + best.family.rawValue else { continue }
        told.isOtherName = true
        best = told
      }
    }
    return best
  }

  // MARK: Given names

  private func given(_ one: ArraySlice<Int32>, _ other: ArraySlice<Int32>) -> (NameComparison.Level, Int32) {
    guard let first = one.first, let second = other.first else { return (.missing, -1) }
    var level = given(first, second)
    var word = rarer(first, second)
    if level == .equal, one.count > 1, other.count > 1 {
      // Maria Luisa and Maria Teresa are sisters.
      let middle = given(one[one.startIndex + 1], other[other.startIndex + 1])
      if middle <= .near { level = .near }
    } else if level < .initial {
      if let shared = one.first(where: { other.contains($0) && !table.names.isInitial[Int($0)] }) {
        (level, word) = (.part, shared)
      }
    }
    return (level, word)
  }

  private func given(_ one: Int32, _ other: Int32) -> NameComparison.Level {
    let names = table.names
    let (isFirstInitial, isSecondInitial) = (names.isInitial[Int(one)], names.isInitial[Int(other)])
    if one == other { return isFirstInitial && isLetter(one) ? .initial : .equal }
    if isFirstInitial || isSecondInitial {
      return begins(isFirstInitial ? other : one, with: isFirstInitial ? one : other) ? .initial : .other
    }
    if names.areForms(one, other) { return names.areFarForms(one, other) ? .near : .form }
    if names.skeletons[Int(one)] == names.skeletons[Int(other)] { return .spelling }
    guard isSlip(one, other) else { return isFarSlip(one, other) ? .near : .other }
    return areBothNames(one, other) || isEnding(one, other) ? .near : .slip
  }

  private func isLetter(_ word: Int32) -> Bool { table.names.texts.length(word) < 3 }

  private func begins(_ word: Int32, with initial: Int32) -> Bool {
    table.names.texts.text(word).starts(with: table.names.texts.text(initial))
  }

  /// What many are called is no slip.
  private func areBothNames(_ one: Int32, _ other: Int32) -> Bool {
    let names = table.names
    let few = max(2, (table.population ?? table.count) / 5000)
    func isName(_ word: Int32) -> Bool { names.isCommonGiven[Int(word)] || names.count(word) > few }
    return isName(one) && isName(other)
  }

  /// Daniel and Daniela, Mario and Maria.
  private func isEnding(_ one: Int32, _ other: Int32) -> Bool {
    let (one, other) = (table.names.texts.text(one), table.names.texts.text(other))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    if long.count == short.count + 1, long.starts(with: short) {
      return PartComparison.endings.contains(long.last ?? 0)
    }
    guard short.count == long.count, short.dropLast().elementsEqual(long.dropLast()) else { return false }
    return PartComparison.endings.contains(short.last ?? 0) && PartComparison.endings.contains(long.last ?? 0)
  }

  private static let endings = Set("aeo".utf8)

  private func isSlip(_ one: Int32, _ other: Int32) -> Bool {
    let length = self.length(one, other)
    guard length >= 4 || length == 3 && haveSameFirst(one, other) else { return false }
    return table.names.distance(one, other, atMost: length >= 8 ? 2 : 1) != nil
  }

  /// Two slips in one word, or another word.
  private func isFarSlip(_ one: Int32, _ other: Int32) -> Bool {
    length(one, other) >= 5 && haveSameFirst(one, other) && table.names.distance(one, other, atMost: 2) != nil
  }

  private func length(_ one: Int32, _ other: Int32) -> Int {
    min(table.names.texts.length(one), table.names.texts.length(other))
  }

  private func haveSameFirst(_ one: Int32, _ other: Int32) -> Bool {
    table.names.texts.text(one).first == table.names.texts.text(other).first
  }

  // MARK: Family names

  private func family(_ one: ArraySlice<Int32>, _ other: ArraySlice<Int32>) -> (NameComparison.Level, Int32) {
    guard let first = one.first, let second = other.first else { return (.missing, -1) }
    if one.count == 1, other.count == 1 { return (family(first, second), commoner(first, second)) }
    if one.elementsEqual(other) { return (.equal, rarest(one)) }
    if joined(one).elementsEqual(joined(other)) { return (.equal, rarest(one.count == 1 ? one : other)) }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    var worst = NameComparison.Level.equal
    var agreeing: [Int32] = []
    for word in short {
      let level = long.map { family(word, $0) }.max() ?? .other
      if level > .missing { agreeing.append(word) }
      worst = min(worst, level)
    }
    if worst <= .near, !agreeing.isEmpty { return (.near, rarest(agreeing[...])) }
    return (short.count < long.count ? min(worst, .part) : worst, rarest(short))
  }

  private func family(_ one: Int32, _ other: Int32) -> NameComparison.Level {
    let names = table.names
    if one == other { return names.isInitial[Int(one)] && isLetter(one) ? .initial : .equal }
    if names.isInitial[Int(one)] || names.isInitial[Int(other)] {
      return begins(one, with: other) || begins(other, with: one) ? .initial : .other
    }
    if names.skeletons[Int(one)] == names.skeletons[Int(other)] { return .spelling }
    let length = self.length(one, other)
    if length >= 3, names.sounds[Int(one)] == names.sounds[Int(other)], names.distance(one, other, atMost: 2) != nil {
      return length >= 5 ? .spelling : .slip
    }
    guard length >= 3, names.distance(one, other, atMost: length >= 8 ? 2 : 1) != nil else { return .other }
    return names.isCommonFamily[Int(one)] && names.isCommonFamily[Int(other)] ? .near : .slip
  }

  private func joined(_ words: ArraySlice<Int32>) -> [UInt8] { words.flatMap { table.names.texts.text($0) } }

  private func rarer(_ one: Int32, _ other: Int32) -> Int32 {
    table.names.count(one) < table.names.count(other) ? one : other
  }

  /// A slip makes a rare word of a common one: the right one counts.
  private func commoner(_ one: Int32, _ other: Int32) -> Int32 {
    table.names.count(one) < table.names.count(other) ? other : one
  }

  private func rarest(_ words: ArraySlice<Int32>) -> Int32 {
    words.min { table.names.count($0) < table.names.count($1) } ?? -1
  }
}
