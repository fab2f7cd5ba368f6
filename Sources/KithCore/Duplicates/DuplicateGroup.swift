/// Records of which each may be the same as some other one of them.
public struct DuplicateGroup: Sendable, Equatable {
  /// In the order in which they were added.
  public var members: [Int64]
  public var pairs: [DuplicatePair]
}

extension DuplicateReport {
  /// The pairs that hang together, the likeliest first.
  public func groups() -> [DuplicateGroup] { DuplicateReport.groups(of: pairs) }

  public static func groups(of pairs: [DuplicatePair]) -> [DuplicateGroup] {
    var leaders: [Int64: Int64] = [:]
    func leader(_ row: Int64) -> Int64 {
      var row = row
      while let next = leaders[row], next != row {
        leaders[row] = leaders[next] ?? next
        row = next
      }
      return row
    }
    for pair in pairs {
      let (one, other) = (leader(pair.first), leader(pair.second))
      leaders[max(one, other)] = min(one, other)
    }
    var order: [Int64] = []
    var groups: [Int64: DuplicateGroup] = [:]
    for pair in pairs {
      let leader = leader(pair.first)
      if groups[leader] == nil { order.append(leader) }
      groups[leader, default: DuplicateGroup(members: [], pairs: [])].pairs.append(pair)
    }
    return order.compactMap { groups[$0] }.map { group in
      var group = group
      group.members = Set(group.pairs.flatMap { [$0.first, $0.second] }).sorted()
      return group
    }
  }
}

extension DuplicateFinder {
  /// Members of `group` that cannot be the same, though others lead from one to the other.
  ///
  /// Looks at the members of the group alone, and of a large one at none but the first fifty.
  public func contradictions(in group: DuplicateGroup) -> [(first: Int64, second: Int64, reason: DuplicateReason)] {
    let linked = Set(group.pairs.map { RowPair($0.first, $0.second) })
    let members = group.members.prefix(DuplicateBlocks.largest)
    var found: [(first: Int64, second: Int64, reason: DuplicateReason)] = []
    for (position, one) in members.enumerated() {
      for other in members.dropFirst(position + 1) where !linked.contains(RowPair(one, other)) {
        if let reason = contradiction(one, other) { found.append((one, other, reason)) }
      }
    }
    return found
  }
}
