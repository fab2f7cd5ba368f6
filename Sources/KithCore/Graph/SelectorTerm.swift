/// One condition of a selector; the terms of a selector must all hold.
public enum SelectorTerm: Sendable, Equatable {
  public enum Tense: String, Sendable { case now, past }

  case kind(Entity.Kind)
  case tag(String)
  /// `@acme`, `@acme:now`, `@acme:past`: tied to the company, working there, having worked there.
  case company(String, Tense?)
  case event(String)
  /// A role in an application: `tie:interviewer`.
  case role(JobApplication.Involvement.Role)
  /// Tied to a company that said no, in that year if given.
  case rejected(year: Int?)
  /// A name or a part of one, an e-mail address, a phone number, an id.
  case reference(String)

  /// - Throws: ``SelectorError``
  public init(_ text: String) throws {
    if text.hasPrefix("@") {
      self = SelectorTerm.company(String(text.dropFirst()))
    } else if text.hasPrefix("+"), !text.dropFirst().allSatisfy({ $0.isNumber || " -()".contains($0) }) {
      self = .tag(String(text.dropFirst()))
    } else if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter }),
      Identifier(uuid: text) == nil
    {
      self = try SelectorTerm.keyed(String(text[..<colon]), String(text[text.index(after: colon)...]))
    } else {
      self = .reference(text)
    }
  }

  private static func company(_ text: String) -> SelectorTerm {
    guard let colon = text.lastIndex(of: ":"), let tense = Tense(rawValue: String(text[text.index(after: colon)...]))
    else { return .company(text, nil) }
    return .company(String(text[..<colon]), tense)
  }

  private static func keyed(_ key: String, _ value: String) throws -> SelectorTerm {
    switch key {
    case "kind":
      guard let kind = Entity.Kind(rawValue: value) else {
        throw SelectorError.badValue(value, key: key, choices: Entity.Kind.allCases.map(\.rawValue))
      }
      return .kind(kind)
    case "event": return .event(value)
    case "tag": return .tag(value)
    case "tie":
      guard let role = JobApplication.Involvement.Role(rawValue: value) else {
        throw SelectorError.badValue(value, key: key, choices: JobApplication.Involvement.Role.allCases.map(\.rawValue))
      }
      return .role(role)
    case "rejected":
      guard value.isEmpty || value == "any" || (1...9999).contains(Int(value) ?? 0) else {
        throw SelectorError.badValue(value, key: key, choices: ["any", "a year such as 2026"])
      }
      return .rejected(year: Int(value))
    default: throw SelectorError.unknownKey(key)
    }
  }

  public static let keys = ["kind", "event", "tag", "tie", "rejected"]
}

public enum SelectorError: Error, Equatable {
  case unknownKey(String)
  case badValue(String, key: String, choices: [String])
}
