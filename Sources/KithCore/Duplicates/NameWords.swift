/// A person's name as folded words: given names, family names and which generation.
struct NameWords {
  var given: [String] = []
  var family: [String] = []
  /// 1 for Sr., 2 for Jr. and II, 3 for III; 0 if nothing says.
  var generation: UInt8 = 0

  init(_ entity: Entity) {
    if let parts = entity.personName, !(parts.given.isEmpty && parts.family.isEmpty) {
      self.init(parts)
    } else {
      self.init(PersonName(parsing: NameWords.inNaturalOrder(entity.name)))
    }
  }

  init(_ parts: PersonName) {
    take(parts.given, into: \.given)
    for word in NameWords.words(parts.additional) where !NameWords.particles.contains(word) {
      if note(word) { given.append(word) }
    }
    take(parts.family, into: \.family)
    for word in NameWords.words(parts.suffixes) { _ = note(word) }
    if family.isEmpty, given.count > 1 { family = [given.removeLast()] }
  }

  /// `Lovelace, Ada` is Ada Lovelace.
  private static func inNaturalOrder(_ name: String) -> String {
    let halves = name.split(separator: ",", maxSplits: 1)
    guard halves.count == 2, SearchKey.words(String(halves[1])).contains(where: { generations[$0] == nil }) else {
      return name
    }
    return halves[1] + " " + halves[0]
  }

  private mutating func take(_ texts: [String], into part: WritableKeyPath<NameWords, [String]>) {
    var particles: [String] = []
    for word in NameWords.words(texts) {
      if NameWords.particles.contains(word) {
        particles.append(word)
      } else if note(word) {
        self[keyPath: part].append(word)
      }
    }
    if self[keyPath: part].isEmpty { self[keyPath: part] = particles }
  }

  /// False if the word is a title or says the generation.
  private mutating func note(_ word: String) -> Bool {
    if let generation = NameWords.generations[word] {
      self.generation = generation
      return false
    }
    return !NameWords.titles.contains(word)
  }

  private static func words(_ texts: [String]) -> [String] {
    if texts.isEmpty { return [] }
    return SearchKey.words(texts.count == 1 ? texts[0] : texts.joined(separator: " "))
  }

  static func words(ofNickname text: String) -> [String] {
    SearchKey.words(text).filter { !titles.contains($0) && generations[$0] == nil && !particles.contains($0) }
  }

  private static let generations: [String: UInt8] = [
    "sr": 1, "senior": 1, "jr": 2, "junior": 2, "ii": 2, "iii": 3, "iv": 4,
  ]
  private static let titles: Set<String> = [
    "dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "herr", "frau", "mme", "mlle", "phd", "md", "mba", "msc",
    "bsc", "ing", "dipl", "esq", "rev", "hon", "professor", "doctor",
  ]
  private static let particles: Set<String> = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le",
    "los", "ter", "van", "vom", "von", "zu", "zum", "zur",
  ]
}
