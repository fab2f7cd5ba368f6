import KithCore

/// Tries an importer on its own format's files, whole and damaged, and says which rules of the contract it breaks.
public struct ImporterConformance {
  private let importer: any Importer
  private let neighbours: PluginRegistry
  private let samples: [[UInt8]]

  /// - Parameters:
  ///   - neighbours: formats whose files the importer must not take for its own.
  ///   - samples: files of the format, for an importer that is no exporter; each holds at least one record.
  public init(_ importer: any Importer, among neighbours: PluginRegistry = PluginRegistry([]), samples: [[UInt8]] = [])
  {
    self.importer = importer
    self.neighbours = neighbours
    self.samples = samples
  }

  static var checks: [any ImporterCheck.Type] {
    [
      RecognitionCheck.self, PiecemealCheck.self, ThrownErrorCheck.self, EncodingCheck.self, TruncationCheck.self,
      MutationCheck.self, NestingCheck.self, RoundTripCheck.self,
    ]
  }

  public func run() -> [Finding] {
    let trial = ImporterTrial(importer, among: neighbours, samples: samples)
    guard !trial.files.isEmpty else {
      return [Finding(check: "samples", "nothing to read: the plugin is no exporter, and no samples are given")]
    }
    return ImporterConformance.checks.flatMap { Finding.list($0.name, $0.messages(on: trial)) }
  }
}

/// One rule for importers.
protocol ImporterCheck {
  static var name: String { get }
  /// What is wrong, a sentence each.
  static func messages(on trial: ImporterTrial) -> [String]
}
