import KithCore
import KithVCard

/// The language of what is not localized (RFC 9555 §2.3.11).
enum MainLanguage {
  /// What LANGUAGE says; without it, the tag that most properties have, or the first of those, where it is on several.
  /// - Parameter isFirst: the first tag and not the most frequent one, so that of the properties that are alternatives
  ///   of one another the first stays the first.
  static func of(_ lines: [ContentLine], isFirst: Bool) -> String? {
    let said = lines.first { $0.name.isEqualIgnoringCase("LANGUAGE") && $0.group == nil && $0.parameters.isEmpty }
    return said?.value ?? ofParameters(lines, isFirst: isFirst)
  }

  static func ofParameters(_ lines: [ContentLine], isFirst: Bool) -> String? {
    let tags = lines.compactMap { ParameterBag($0.parameters).first("LANGUAGE") }
    guard tags.count > 1 else { return nil }
    if isFirst { return tags[0] }
    if hasPlain(lines) { return nil }
    var counts: [String: Int] = [:]
    for tag in tags { counts[tag.lowercased(), default: 0] += 1 }
    let most = counts.values.max()
    return tags.first { counts[$0.lowercased()] == most }
  }

  /// Whether some property has alternatives in languages and says none itself: it is then what is not localized.
  private static func hasPlain(_ lines: [ContentLine]) -> Bool {
    var (plain, tagged): (Set<String>, Set<String>) = ([], [])
    for line in lines {
      let bag = ParameterBag(line.parameters)
      guard let key = partnerKeys(line).first, bag.first("PHONETIC") == nil else { continue }
      if bag.first("LANGUAGE") == nil { plain.insert(key) } else { tagged.insert(key) }
    }
    return !plain.isDisjoint(with: tagged)
  }

  /// What properties that are alternatives of one another have in common.
  static func partnerKeys(_ line: ContentLine) -> [String] {
    let name = line.name.uppercased()
    if ["FN", "N", "GRAMGENDER", "BIRTHPLACE", "DEATHPLACE"].contains(name) { return [name] }
    let bag = ParameterBag(line.parameters)
    return ["PROP-ID", "ALTID"].compactMap { parameter in bag.first(parameter).map { "\(name);\(parameter)=\($0)" } }
  }
}
