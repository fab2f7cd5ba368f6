/// Collects diagnostics: a count and the first few of each code, so that 200,000 alike cost nothing.
public final class DiagnosticLog {
  public struct Group: Sendable {
    public let first: Diagnostic
    public var count: Int
    public var lines: [Int]
  }

  public private(set) var groups: [Group] = []
  private let observer: ((Diagnostic) -> Void)?

  /// `observer` sees every diagnostic as it comes (`--explain`).
  public init(observer: ((Diagnostic) -> Void)? = nil) { self.observer = observer }

  /// Whether somebody wants to hear of each record, not only how many there are.
  var isObserved: Bool { observer != nil }

  public func report(_ diagnostic: Diagnostic) {
    observer?(diagnostic)
    // Codes are few: to hash one costs more than to look at all of them.
    let position = groups.indices.first { isAlike(groups[$0].first, diagnostic) }
    if let position {
      groups[position].count += diagnostic.count
      if groups[position].lines.count < 3, let line = diagnostic.line { groups[position].lines.append(line) }
    } else {
      groups.append(Group(first: diagnostic, count: diagnostic.count, lines: diagnostic.line.map { [$0] } ?? []))
    }
  }

  private func isAlike(_ first: Diagnostic, _ other: Diagnostic) -> Bool {
    first.kind == other.kind && first.code == other.code
  }

  public func count(of kinds: Diagnostic.Kind...) -> Int {
    groups.filter { kinds.contains($0.first.kind) }.reduce(0) { $0 + $1.count }
  }
}
