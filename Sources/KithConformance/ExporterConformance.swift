import KithCore

/// Tries an exporter on the sample graphs and says which rules of the contract it breaks.
///
/// An exporter that traps takes the process with it: then the last sample tried is the one to look at.
public struct ExporterConformance {
  private let exporter: any Exporter
  private let isStaged: Bool

  /// - Parameter isStaged: whether the output is handed over when it is whole, by design: then nobody expects it earlier.
  public init(_ exporter: any Exporter, isStaged: Bool = false) {
    self.exporter = exporter
    self.isStaged = isStaged
  }

  static var checks: [any ExporterCheck.Type] {
    [
      FormatCheck.self, DeterminismCheck.self, CoverageCheck.self, RelationCoverageCheck.self, DetailCheck.self,
      PrivacyCheck.self,
      FullDiskCheck.self, BrokenGraphCheck.self, HostileCheck.self, ReadBackCheck.self, BigGraphCheck.self,
      StreamingCheck.self,
    ]
  }

  /// Makes every check. `observer` hears of each when it is made, with what it found.
  public func run(observer: (_ check: String, _ findings: [Finding]) -> Void = { _, _ in }) -> [Finding] {
    let trial = ExporterTrial(exporter, isStaged: isStaged)
    return ExporterConformance.checks.filter { !(isStaged && $0 == StreamingCheck.self) }.flatMap { check in
      let findings = Finding.list(check.name, check.messages(on: trial))
      observer(check.name, findings)
      return findings
    }
  }
}

/// One rule for exporters.
protocol ExporterCheck {
  static var name: String { get }
  /// What is wrong, a sentence each.
  static func messages(on trial: ExporterTrial) -> [String]
}
