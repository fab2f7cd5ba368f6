import KithCore

/// Tries an exporter on the sample graphs and says which rules of the contract it breaks.
///
/// An exporter that traps takes the process with it: then the last sample tried is the one to look at.
public struct ExporterConformance {
  private let exporter: any Exporter

  public init(_ exporter: any Exporter) { self.exporter = exporter }

  static var checks: [any ExporterCheck.Type] {
    [
      FormatCheck.self, DeterminismCheck.self, CoverageCheck.self, RelationCoverageCheck.self, DetailCheck.self,
      PrivacyCheck.self,
      FullDiskCheck.self, BrokenGraphCheck.self, HostileCheck.self, ReadBackCheck.self, StreamingCheck.self,
    ]
  }

  public func run() -> [Finding] {
    let trial = ExporterTrial(exporter)
    return ExporterConformance.checks.flatMap { Finding.list($0.name, $0.messages(on: trial)) }
  }
}

/// One rule for exporters.
protocol ExporterCheck {
  static var name: String { get }
  /// What is wrong, a sentence each.
  static func messages(on trial: ExporterTrial) -> [String]
}
