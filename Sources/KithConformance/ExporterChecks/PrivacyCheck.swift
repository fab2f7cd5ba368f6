import KithCore

/// Private data is in the output if it was asked for and the format holds it, and never otherwise.
enum PrivacyCheck: ExporterCheck {
  static let name = "privacy"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant in
      messages(trial, variant, including: [])
        + PrivateData.allCases.flatMap { messages(trial, variant, including: [$0]) }
        + messages(trial, variant, including: Set(PrivateData.allCases))
    }
  }

  private static func messages(
    _ trial: ExporterTrial, _ variant: OptionVariant, including included: Set<PrivateData>
  ) -> [String] {
    let coverage = trial.coverage(variant)
    let output = joined(trial.export(graph, variant, including: included).bytes)
    return PrivateData.allCases.compactMap { data in
      let isAllowed = coverage.isFullBackup || included.contains(data)
      if !isAllowed, let leak = markers(of: data).first(where: { contains(output, $0) }) {
        return "private \(data)\(variant.label) get out without being asked for ('\(leak)')"
      }
      if isAllowed, holds(coverage, data), !contains(output, mainMarker(of: data)) {
        return "private \(data)\(variant.label) are asked for and covered, and missing from the output"
      }
      return nil
    }
  }

  private static func holds(_ coverage: Coverage, _ data: PrivateData) -> Bool {
    switch data {
    case .notes: coverage.fields.contains(.notes) && !coverage.kinds.isEmpty
    case .fields: coverage.fields.contains(.customFields) && !coverage.kinds.isEmpty
    case .interactions: coverage.interactions
    case .applications: coverage.applications
    case .followUps: coverage.followUps
    case .feedback: coverage.feedback
    case .introductions: coverage.introductions
    }
  }

  private static func mainMarker(of data: PrivateData) -> String { "kith\(data)marker" }

  private static func markers(of data: PrivateData) -> [String] {
    [mainMarker(of: data)] + (data == .notes ? [] : ["kith\(data)detail"])
  }

  private static let graph: InMemoryGraph = {
    var graph = CoverageSample.peopleAndCompany
    for index in graph.entities.indices {
      graph.entities[index].notes = [mainMarker(of: .notes)]
      graph.entities[index].customFields = [
        CustomField("kithfieldsdetail", mainMarker(of: .fields), isPrivate: true), CustomField("open", "to all"),
      ]
    }
    if let date = PartialDate("2001-02-03") { graph.interactions = [interaction(on: date)] }
    graph.applications = [application]
    graph.followUps = [
      FollowUp(
        id: SampleGraph.id(22), .keepPromise, SampleGraph.id(1), what: mainMarker(of: .followUps),
        why: "kithfollow-upsdetail", created: SampleGraph.clock)
    ]
    graph.feedback = [feedback]
    graph.introductions = [introduction]
    return graph
  }()

  private static func interaction(on date: PartialDate) -> Interaction {
    Interaction(
      id: SampleGraph.id(20), date: date, channel: "kithinteractionsdetail", participants: [SampleGraph.id(1)],
      summary: mainMarker(of: .interactions))
  }

  private static var application: JobApplication {
    let detail = "kithapplicationsdetail"
    return JobApplication(
      id: SampleGraph.id(21), company: SampleGraph.id(2), position: mainMarker(of: .applications),
      stages: [JobApplication.Stage(detail)],
      outcome: JobApplication.Outcome(.rejected, stage: detail, reason: detail),
      involved: [JobApplication.Involvement(SampleGraph.id(1), as: .recruiter)], url: detail, note: detail)
  }

  private static var feedback: Feedback {
    let detail = "kithfeedbackdetail"
    return Feedback(
      id: SampleGraph.id(23), giver: SampleGraph.id(1), theme: detail, text: mainMarker(of: .feedback),
      steps: [Feedback.Step(.acted, note: detail)])
  }

  private static var introduction: Introduction {
    Introduction(
      id: SampleGraph.id(24), connector: SampleGraph.id(1), person: SampleGraph.id(9),
      reason: mainMarker(of: .introductions),
      steps: [Introduction.Step(.asked, note: "kithintroductionsdetail")])
  }

  /// The output without white space and soft line breaks, so that folding hides no marker.
  private static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes where byte != 0x20 && byte != 0x09 && byte != 0x0d {
      if byte != 0x0a { out.append(byte) } else if out.last == UInt8(ascii: "=") { out.removeLast() }
    }
    return out
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }
}
