import KithCore

/// Tries an importer on its own format's files, whole and damaged, and says which rules of the contract it breaks.
public struct ImporterConformance {
  private let importer: any Importer
  private let neighbours: PluginRegistry
  private let samples: [[UInt8]]
  private let isNamed: Bool

  /// - Parameters:
  ///   - neighbours: formats whose files the importer must not take for its own.
  ///   - samples: files of the format, for an importer that is no exporter; each holds at least one record.
  ///   - isNamed: whether the format is a program, which is always named and never asked whether it recognises a file, and
  ///     started anew each time.
  public init(
    _ importer: any Importer, among neighbours: PluginRegistry = PluginRegistry([]), samples: [[UInt8]] = [],
    isNamed: Bool = false
  ) {
    self.importer = importer
    self.isNamed = isNamed
    self.neighbours = neighbours
    self.samples = samples
  }

  static var checks: [any ImporterCheck.Type] {
    [
      RecognitionCheck.self, PiecemealCheck.self, ThrownErrorCheck.self, EncodingCheck.self, TruncationCheck.self,
      MutationCheck.self, NestingCheck.self, RoundTripCheck.self,
    ]
  }

  /// Makes every check. `observer` hears of each when it is made, with what it found.
  public func run(observer: (_ check: String, _ findings: [Finding]) -> Void = { _, _ in }) -> [Finding] {
    let trial = ImporterTrial(importer, among: neighbours, samples: samples, isCostly: isNamed)
    guard !trial.files.isEmpty else {
      let finding = Finding(check: "samples", "nothing to read: the plugin is no exporter, and no samples are given")
      observer(finding.check, [finding])
      return [finding]
    }
    return ImporterConformance.checks.filter { !(isNamed && $0 == RecognitionCheck.self) }.flatMap { check in
      let findings = Finding.list(check.name, check.messages(on: trial))
      observer(check.name, findings)
      return findings
    }
  }
}

/// One rule for importers.
protocol ImporterCheck {
  static var name: String { get }
  /// What is wrong, a sentence each.
  static func messages(on trial: ImporterTrial) -> [String]
}
