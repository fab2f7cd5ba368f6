import KithCore
import KithStore

/// Finds the one record that somebody means. It never guesses: several are an error that names them, none is an error that
/// names the nearest.
struct Resolver {
  let graph: StoredGraph

  /// - Throws: ``CommandError`` with exit 3 or 4.
  func one(_ text: String, _ kinds: Entity.Kind...) throws -> EntitySummary { try one(text, among: Set(kinds)) }

  func one(_ text: String, among kinds: Set<Entity.Kind>) throws -> EntitySummary {
    let found = try graph.matches(text, among: kinds).best
    switch found.count {
    case 1: return found[0]
    case 0: throw try notFound(text, kinds)
    default: return try choose(text, from: found)
    }
  }

  /// The record whose whole name this is; nil if there is none.
  func whole(_ text: String, _ kind: Entity.Kind) throws -> EntitySummary? {
    let found = try graph.matches(text, among: [kind]).exact
    return found.count > 1 ? try choose(text, from: found) : found.first
  }

  /// What may be told by a name that nobody knows yet: nil then, unless it is one lower-case word, which is a reference.
  func told(_ text: String, _ kinds: Set<Entity.Kind>) throws -> EntitySummary? {
    let matches = try graph.matches(text, among: kinds)
    if matches.exact.count == 1 { return matches.exact[0] }
    if matches.exact.count > 1 { return try choose(text, from: matches.exact) }
    guard isReference(text) || (kinds == [.person] && !text.contains(" ")) else { return nil }
    switch matches.partial.count {
    case 1: return matches.partial[0]
    case 0:
      guard isReference(text) else { return nil }
      let error = try notFound(text, kinds)
      throw CommandError(
        error.message, hint: (error.hint ?? "") + "; a name with a capital letter or a space is recorded as new",
        code: error.code)
    default: return try choose(text, from: matches.partial)
    }
  }

  /// One lower-case word, an e-mail address or a number: it can only mean somebody who is recorded.
  func isReference(_ text: String) -> Bool {
    !text.contains(" ") && (text.contains("@") || !text.contains { $0.isUppercase || !$0.isCased && $0.isLetter })
  }

  private func choose(_ text: String, from found: [EntitySummary]) throws -> EntitySummary {
    let labels = try found.prefix(20).map(label)
    if Invocation.current.terminal.canAsk, found.count <= 20, let choice = try Question.choice(of: text, labels) {
      return found[choice]
    }
    let more = found.count > 20 ? "\n  … and \(found.count - 20) more" : ""
    throw CommandError(
      "'\(TerminalText.cleaned(text))' may mean \(found.count) records:\n  " + labels.joined(separator: "\n  ") + more,
      hint: Set(found.map(\.name)).count == 1
        ? "only the id in brackets tells them apart" : "say more of the name, or the id in brackets", code: .ambiguous)
  }

  func notFound(_ text: String, _ kinds: Set<Entity.Kind>) throws -> CommandError {
    let what = kinds.count == 1 ? kinds.first?.rawValue ?? "record" : kinds.contains(.person) ? "record" : "company"
    return CommandError(
      "no \(what) named '\(TerminalText.cleaned(text))'",
      hint: try hint(for: text, kinds, what) ?? "kith list shows who there is", code: .notFound)
  }

  /// A record of that name of another kind, or those of nearly that name.
  private func hint(for text: String, _ kinds: Set<Entity.Kind>, _ what: String) throws -> String? {
    if SearchKey.fold(text) == "me" { return "kith me \"Your Name\" says who you are" }
    let others = try graph.matches(text, among: Set(Entity.Kind.allCases).subtracting(kinds)).best
    if let other = others.first, others.count == 1 {
      return "\(TerminalText.cleaned(other.name)) is \(other.kind.indefinite); this needs a \(what)"
    }
    let near = try graph.nearest(to: text, among: kinds).map(label)
    return near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
  }

  /// Records that a name told as new may have meant, for a word of warning.
  func alike(_ text: String, _ kinds: Set<Entity.Kind>) throws -> [EntitySummary] {
    let isPerson = kinds == [.person]
    let wanted = isPerson ? text : CompanyName.key(text)
    let partial = try graph.matches(wanted, among: kinds).partial
    let found = try partial.isEmpty ? graph.nearest(to: wanted, among: kinds, limit: 5) : partial
    // A legal form, or a word in common, makes no company like another.
    let like = isPerson ? found : found.filter { Resolver.isLike(CompanyName.key($0.name), wanted) }
    return Array(like.prefix(1))
  }

  private static func isLike(_ known: String, _ wanted: String) -> Bool {
    let (known, wanted) = (Set(SearchKey.words(known)), Set(SearchKey.words(wanted)))
    let near = wanted.filter { word in
      known.contains { EditDistance.between(word, $0, atMost: word.count > 5 ? 2 : 1) != nil }
    }
    return near.count * 2 > wanted.count || wanted.isSubset(of: known) || known.isSubset(of: wanted)
  }

  /// Name, where they work or what they are, and the beginning of the id.
  private func label(_ summary: EntitySummary) throws -> String {
    var place: String?
    if summary.kind == .person {
      let job = try graph.relations(touching: [summary.id], of: [.worksFor])
        .first { $0.subject == summary.id && !$0.period.isOver(on: Invocation.current.today.date) }
      place = try job.flatMap { try graph.summary(of: $0.object)?.name }
    }
    let note = place.map { " at \($0)" } ?? (summary.kind == .person ? "" : " (\(summary.kind))")
    return TerminalText.cleaned(summary.name + note) + " [\(summary.id.short)]"
  }
}

extension Identifier {
  /// The first eight digits, which are enough to type.
  var short: String { String(description.prefix(8)) }
}
