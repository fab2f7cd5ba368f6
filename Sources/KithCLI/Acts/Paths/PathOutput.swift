import KithCore
import KithStore

/// Chains of people for people and for programs.
struct PathOutput {
  let chains: [IntroductionChain]
  let me: Identifier?
  let today: PartialDate

  /// How the user is called in a chain.
  static let you = "you"

  func write(_ format: OutputFormat, from: EntitySummary, to target: EntitySummary, _ output: OutputSink) throws {
    switch format {
    case .table: try writeText(output)
    case .json: try writeJSON(from, target, output)
    case .csv: try writeCSV(output)
    case .ids:
      for chain in chains {
        try output.write(chain.people.map(\.id.description).joined(separator: " ") + "\n")
      }
    }
    try output.flush()
  }

  func name(_ person: EntitySummary) -> String { person.id == me ? PathOutput.you : person.name }

  /// "you → Ada Lovelace → Grace Hopper, CTO at Initech since 2024"
  func heading(_ chain: IntroductionChain) -> String {
    chain.people.map(name).joined(separator: " → ") + (chain.employment.map { ", " + employment($0) } ?? "")
  }

  /// "CTO at Initech since 2024", "member of Swift Society", "was CTO at Initech 2019 to 2021"
  private func employment(_ employment: IntroductionChain.Employment) -> String {
    let isOver = employment.period.isOver(on: today)
    let role =
      switch employment.type {
      case .memberOf: (employment.title ?? "member") + " of"
      case .founded: "founder of"
      default: employment.title.map { "\($0) at" } ?? "at"
      }
    return (isOver ? "was " : "") + "\(role) \(employment.company.name)"
      + (employment.period.phrase.map { " \($0)" } ?? "")
  }

  private func evidence(_ chain: IntroductionChain, _ step: Int) -> [String] {
    TieWords(first: name(chain.people[step]), second: name(chain.people[step + 1])).evidence(of: chain.ties[step])
  }

  /// "asked of Ada Lovelace lately: 1 introduction, 2 favours"
  private func asked(_ chain: IntroductionChain) -> [String] {
    zip(chain.connectors, chain.loads).compactMap { person, load in
      let parts = [(load.introductions, "introduction"), (load.favours, "favour")].filter { $0.0 > 0 }
      guard !parts.isEmpty else { return nil }
      let words = parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
      return "asked of \(name(person)) lately: \(words)"
    }
  }

  // MARK: Text

  private func writeText(_ output: OutputSink) throws {
    for (number, chain) in chains.enumerated() {
      try write(heading(chain), indent: "\(number + 1)  ", output)
      for step in chain.ties.indices {
        let ends = "\(name(chain.people[step])), \(name(chain.people[step + 1])): "
        try write(ends + evidence(chain, step).joined(separator: "; "), indent: "     ", output)
      }
      for line in asked(chain) { try write(line, indent: "     ", output) }
    }
  }

  private func write(_ text: String, indent: String, _ output: OutputSink) throws {
    let width = Invocation.current.terminal.width.map { max($0 - indent.count, 20) }
    for (index, line) in TextWrapping.lines(of: TerminalText.cleaned(text), width: width).enumerated() {
      try output.write((index == 0 ? indent : String(repeating: " ", count: indent.count)) + line + "\n")
    }
  }

  // MARK: For programs

  private func writeCSV(_ output: OutputSink) throws {
    try CSVLine.write(["chain", "strength", "step", "from", "to", "evidence", "fromid", "toid"], to: output)
    for (number, chain) in chains.enumerated() {
      for step in chain.ties.indices {
        let (one, other) = (chain.people[step], chain.people[step + 1])
        try CSVLine.write(
          [
            "\(number + 1)", "\(percent(chain))", "\(step + 1)", one.name, other.name,
            evidence(chain, step).joined(separator: "; "), one.id.description, other.id.description,
          ], to: output)
      }
    }
  }

  private func percent(_ chain: IntroductionChain) -> Int { Int((chain.strength(today: today) * 100).rounded()) }

  private func writeJSON(_ from: EntitySummary, _ target: EntitySummary, _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.summary("from", from)
    try json.summary("to", target)
    try json.array("chains", chains) { try members(of: $0, to: &$1) }
    try json.endObject()
    try json.endLine()
  }

  private func members(of chain: IntroductionChain, to json: inout JSONWriter) throws {
    try json.key("steps")
    try json.number(chain.steps)
    try json.key("strength")
    try json.number(percent(chain))
    try json.array("people", chain.people) { try $1.members(of: $0) }
    try json.array("ties", Array(chain.ties.indices)) { step, json in
      let tie = chain.ties[step]
      try json.list("evidence", evidence(chain, step))
      try json.array("relations", tie.edges) {
        try $1.text("type", $0.type.rawValue)
        try $1.text("subject", $0.isForward ? "first" : "second")
        try $1.text("title", $0.title)
        try $1.period($0.period)
      }
      try json.key("contacts")
      try json.number(tie.contacts)
      try json.text("lastContact", tie.lastContact?.description)
    }
    try json.array("connectors", Array(zip(chain.connectors, chain.loads))) {
      try $1.members(of: $0.0)
      try $1.key("introductions")
      try $1.number($0.1.introductions)
      try $1.key("favours")
      try $1.number($0.1.favours)
    }
    if let employment = chain.employment { try json.text("employment", self.employment(employment)) }
  }
}
