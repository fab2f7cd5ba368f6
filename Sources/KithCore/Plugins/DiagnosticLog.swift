/// Collects diagnostics: a count and the first few of each code, so that 200,000 alike cost nothing.
public final class DiagnosticLog {
  public struct Group: Sendable {
    public let first: Diagnostic
    public var count: Int
    public var lines: [Int]
  }

  private struct Key: Hashable {
    let kind: Diagnostic.Kind
    let code: String
  }

  public private(set) var groups: [Group] = []
  private var positions: [Key: Int] = [:]
  /// Where the last one went: many alike come in a row.
  private var last = 0
  private let observer: ((Diagnostic) -> Void)?

  /// `observer` sees every diagnostic as it comes (`--verbose`).
  public init(observer: ((Diagnostic) -> Void)? = nil) { self.observer = observer }

  public func report(_ diagnostic: Diagnostic) {
    observer?(diagnostic)
    if let position = position(of: diagnostic) {
      last = position
      groups[position].count += diagnostic.count
      if groups[position].lines.count < 3, let line = diagnostic.line { groups[position].lines.append(line) }
    } else {
      positions[Key(kind: diagnostic.kind, code: diagnostic.code)] = groups.count
      groups.append(Group(first: diagnostic, count: diagnostic.count, lines: diagnostic.line.map { [$0] } ?? []))
    }
  }

  private func position(of diagnostic: Diagnostic) -> Int? {
    if last < groups.count, groups[last].first.kind == diagnostic.kind, groups[last].first.code == diagnostic.code {
      return last
    }
    return positions[Key(kind: diagnostic.kind, code: diagnostic.code)]
  }

  public func count(of kinds: Diagnostic.Kind...) -> Int {
    groups.filter { kinds.contains($0.first.kind) }.reduce(0) { $0 + $1.count }
  }
}
