/// Finds the shortest chains between one node and any of several, and those one step longer, level by level from both ends.
///
/// The smaller side is walked first, so that a hub at one end costs nothing. Nobody in `avoided` and no other target is
/// ever within a chain; either may be an end.
public struct ChainSearch {
  public enum Outcome: Equatable, Sendable {
    /// The shortest first; each from the start to a target.
    case found([[Int64]])
    /// There is a chain, but of this many steps.
    case tooFar(steps: Int)
    case nothing
  }

  /// The greatest number of steps.
  public var maximum: Int
  public var avoided: Set<Int64>
  /// How many chains are enough to choose the best from.
  public var enough = 100
  /// Chains one step longer are looked for where that takes the neighbours of no more nodes than this.
  public var longerEffort = 128
  /// How far beyond the maximum it is looked whether there is a chain at all, and for how many nodes' neighbours.
  public var horizon = 6
  public var horizonEffort = 2_000

  public init(maximum: Int, avoiding avoided: Set<Int64> = []) {
    self.maximum = maximum
    self.avoided = avoided
  }

  /// - Throws: what `source` throws.
  public func chains(
    from start: Int64, to targets: [Int64], in source: some NeighbourSource
  ) throws -> Outcome {
    var levels = ChainLevels(from: start, to: targets, avoiding: avoided)
    while levels.canGoOn {
      let steps = levels.steps + 1
      if steps > maximum, steps > horizon || levels.walked + levels.effort > horizonEffort { return .nothing }
      guard try levels.walk(source) else { continue }
      if steps > maximum { return .tooFar(steps: steps) }
      return .found(try chains(levels, source))
    }
    return .nothing
  }

  private func chains(_ levels: ChainLevels, _ source: some NeighbourSource) throws -> [[Int64]] {
    let shortest = levels.chains(atMost: enough)
    guard levels.steps < maximum, shortest.count < enough, levels.effort <= longerEffort else { return shortest }
    var longer = levels
    _ = try longer.walk(source)
    return shortest + longer.chains(atMost: enough - shortest.count)
  }
}
