import KithCore
import KithStore

/// Prints everyone tied to a company, grouped by person, best tie first.
struct WhoOutput {
  let format: OutputFormat
  let output: OutputSink
  private let terminal = Invocation.current.terminal

  init(format: OutputFormat, output: OutputSink) {
    self.format = format
    self.output = output
  }

  func write(_ companies: [CompanyTies], in graph: StoredGraph) throws {
    switch format {
    case .table: try writeText(companies)
    case .json: try writeJSON(companies, in: graph)
    case .csv: try writeCSV(companies)
    case .ids:
      for id in companies.flatMap(\.people).map(\.person.id) { try output.write(id.description + "\n") }
    }
    try output.flush()
  }

  // MARK: For people

  private func writeText(_ companies: [CompanyTies]) throws {
    for (position, ties) in companies.enumerated() {
      if position > 0 { try output.write("\n") }
      try output.write(heading(ties) + "\n")
      var table = Table(["PERSON", "TIE", "WHEN", "EVIDENCE"], terminal: terminal, output: output)
      for person in ties.people {
        for (index, tie) in person.ties.enumerated() {
          try table.add([
            index == 0 ? person.person.name : "", tie.kind.phrase, WhoOutput.dates(tie), WhoOutput.evidence(tie),
          ])
        }
      }
      try table.finish()
    }
  }

  private func heading(_ ties: CompanyTies) -> String {
    let name = TerminalText.cleaned(ties.company.name)
    let count = ties.people.count == 1 ? "1 person" : "\(ties.people.count) people"
    guard let no = ties.rejection else { return "\(name): \(count)" }
    let when = no.date.map { " on \($0)" } ?? ""
    let stage = no.stage.map { " after \(TerminalText.cleaned($0))" } ?? ""
    return "\(name) said no\(when)\(stage): \(count)"
  }

  static func dates(_ tie: Tie) -> String {
    switch (tie.period.start, tie.period.end) {
    case (let start?, let end?) where start == end: "\(start)"
    case (let start?, let end?): "\(start) to \(end)"
    case (nil, let end?): "until \(end)"
    case (let start?, nil): "\(start)"
    case (nil, nil): ""
    }
  }

  static func evidence(_ tie: Tie) -> String {
    var words = [tie.detail ?? ""]
    switch tie.wasThereForAnswer {
    case true?: words.append("was there when the answer came")
    case false?: words.append("was not there when the answer came")
    case nil: break
    }
    return words.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func writeCSV(_ companies: [CompanyTies]) throws {
    try CSVLine.write(["company", "person", "id", "tie", "start", "end", "evidence"], to: output)
    for ties in companies {
      for person in ties.people {
        for tie in person.ties {
          try CSVLine.write(
            [
              ties.company.name, person.person.name, person.person.id.description, tie.kind.rawValue,
              tie.period.start?.description ?? "", tie.period.end?.description ?? "", WhoOutput.evidence(tie),
            ], to: output)
        }
      }
    }
  }

  // MARK: For programs

  private func writeJSON(_ companies: [CompanyTies], in graph: StoredGraph) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("companies")
    try json.beginArray()
    for ties in companies {
      try json.beginObject()
      try json.summary(ties.company)
      try json.key("applications")
      try json.beginArray()
      for application in ties.applications { try json.outline(of: application) }
      try json.endArray()
      try json.key("people")
      try json.beginArray()
      for person in ties.people { try write(person, to: &json) }
      try json.endArray()
      try json.endObject()
    }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }

  private func write(_ person: TiedPerson, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.summary(person.person)
    try json.key("ties")
    try json.beginArray()
    for tie in person.ties {
      try json.beginObject()
      try json.text("tie", tie.kind.rawValue)
      try json.period(tie.period)
      try json.text("evidence", tie.detail)
      if let wasThere = tie.wasThereForAnswer {
        try json.key("wasThereForAnswer")
        try json.bool(wasThere)
      }
      if let via = tie.via {
        try json.key("via")
        try json.beginObject()
        try json.summary(via)
        try json.endObject()
      }
      if let application = tie.application {
        try json.key("application")
        try json.identifier(application)
      }
      try json.endObject()
    }
    try json.endArray()
    try json.endObject()
  }
}

extension JSONWriter {
  /// `id`, `kind` and `name` as members of the object begun.
  mutating func summary(_ summary: EntitySummary) throws {
    try key("id")
    try identifier(summary.id)
    try text("kind", summary.kind.rawValue)
    try text("name", summary.name)
  }

  /// An application without the people in it.
  mutating func outline(of application: JobApplication) throws {
    try beginObject()
    try key("id")
    try identifier(application.id)
    try text("position", application.position)
    try text("applied", application.appliedOn?.description)
    try text("outcome", application.outcome?.kind.rawValue)
    try text("outcomeDate", application.outcome?.date?.description)
    try text("stage", application.outcome?.stage ?? application.stages.last?.name)
    try text("reason", application.outcome?.reason)
    try endObject()
  }
}
