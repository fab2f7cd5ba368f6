/// As it may be typed again: what is read of it is the same tree.
extension Selector: CustomStringConvertible {
  public var description: String {
    switch self {
    case .term(let term, _): term.description
    case .not(let part): "not " + part.enclosed
    case .and(let parts): parts.enumerated().map { $1.following($0) }.joined(separator: " ")
    case .or(let parts): parts.map(\.enclosed).joined(separator: " or ")
    }
  }

  /// A name in quotation marks where it stands after another term, of which it would be the next word.
  private func following(_ position: Int) -> String {
    guard position > 0, case .term(.reference(let text), _) = self else { return enclosed }
    return "\"\(text)\""
  }

  private var enclosed: String {
    switch self {
    case .term, .not: description
    case .and, .or: "(\(description))"
    }
  }
}

extension Selector.Term: CustomStringConvertible {
  public var description: String {
    switch self {
    case .reference(let text): Self.quoted(text)
    case .company(let name, let tense): "@" + Self.quoted(name) + (tense.map { ":\($0.rawValue)" } ?? "")
    case .tag(let tag): (Self.isPlain(tag) && tag.contains(where: \.isLetter) ? "+" : "tag:") + Self.quoted(tag)
    case .event(let name): "event:" + Self.quoted(name)
    case .idle(let interval): "idle:\(interval)"
    case .due(.today): "due:today"
    case .due(.any): "due:any"
    case .due(.within(let interval)): "due:\(interval)"
    case .met(let span): "met:\(span)"
    case .tie(.role(let role)): "tie:\(role.rawValue)"
    case .tie(.relation(let type)): "tie:\(type.rawValue)"
    case .rejected(let span): "rejected:\(span)"
    case .via(let name): "via:" + Self.quoted(name)
    case .kind(let kind): "kind:\(kind.rawValue)"
    case .field(let field, let text): "\(field.rawValue):" + (text.map(Self.quoted) ?? "any")
    case .custom(let name, let text): Self.quoted(name) + ":" + (text.map(Self.quoted) ?? "any")
    case .saved(let name): "saved:" + Self.quoted(name)
    }
  }

  private static func quoted(_ text: String) -> String { isPlain(text) ? text : "\"\(text)\"" }

  /// Whether it is one word that means nothing else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber else { return false }
    if ["and", "or", "not"].contains(text.lowercased()) { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || "-_.@".contains($0) }
  }
}

extension Selector.Span: CustomStringConvertible {
  public var description: String {
    switch self {
    case .any: "any"
    case .during(let date): date.description
    case .within(let interval): interval.description
    }
  }
}
