import KithCore
import KithStore

/// `--with ada:interviewer`, read and recorded.
struct InvolvedPeople {
  let arguments: [String]
  let defaultRole: JobApplication.Involvement.Role

  /// Who they are, those named for the first time recorded as new.
  func resolve(_ telling: inout Telling, on date: PartialDate?) throws -> [JobApplication.Involvement] {
    try arguments.map { argument in
      let (name, role) = try split(argument)
      return JobApplication.Involvement(try telling.person(name).id, as: role, on: date)
    }
  }

  private func split(_ argument: String) throws -> (name: String, role: JobApplication.Involvement.Role) {
    guard let colon = argument.lastIndex(of: ":") else { return (argument, defaultRole) }
    let word = String(argument[argument.index(after: colon)...])
    let roles = JobApplication.Involvement.Role.allCases
    guard let role = roles.first(where: { SearchKey.fold($0.rawValue) == SearchKey.fold(word).filter { $0 != "-" } })
    else {
      throw CommandError(
        "no role '\(TerminalText.cleaned(word))'; there are \(roles.map(\.rawValue).joined(separator: ", "))",
        hint: "--with \"Ada Lovelace:interviewer\"", code: .usage)
    }
    return (String(argument[..<colon]), role)
  }
}

extension JobApplication {
  /// Adds people, each in each role once.
  mutating func involve(_ people: [Involvement]) {
    for person in people where !involved.contains(where: { $0.person == person.person && $0.role == person.role }) {
      involved.append(person)
    }
  }
}
