import KithCore

/// What can be done with a record that was picked. Each is a command of its own.
enum FindAct: CaseIterable {
  case show, brief, log, thank, edit, id

  /// The key that does it at once.
  var key: Character {
    switch self {
    case .show: "s"
    case .brief: "b"
    case .log: "l"
    case .thank: "t"
    case .edit: "e"
    case .id: "i"
    }
  }

  var words: String {
    switch self {
    case .show: "show everything"
    case .brief: "brief: what to know before a call"
    case .log: "log a call, a coffee, a message"
    case .thank: "thank: draft a note"
    case .edit: "edit in your editor"
    case .id: "print the id"
    }
  }

  static func acts(for kind: Entity.Kind) -> [FindAct] {
    kind == .person ? allCases : [.show, .edit, .id]
  }

  /// What kith is asked to do; `answer` asks the person for what it needs. Nil if that is nothing.
  func arguments(
    _ id: Identifier, _ kind: Entity.Kind, options: [String], answer: (String) throws -> String
  ) rethrows -> [String]? {
    switch self {
    case .show: return ["show", id.description] + options
    case .brief: return ["brief", id.description] + options
    case .thank: return ["thank", id.description] + options
    case .edit: return [kind.commandName, "edit", id.description] + options
    case .id: return nil
    case .log:
      let channel = try answer("By which channel? (\(Interaction.commonChannels.joined(separator: ", ")); call)")
      let words = try answer("What about?")
      return ["log"] + options + ["--", channel.isEmpty ? "call" : channel, id.description, words]
    }
  }
}

extension Entity.Kind {
  /// The noun of its commands.
  fileprivate var commandName: String { self == .organization ? "org" : rawValue }
}
