/// Pairs of records that share a key.
///
/// A block of more than ``largest`` is parted by further keys; what is too large after that gives no pairs.
struct DuplicateBlocks {
  static let largest = 50

  /// Each pair once, the lesser record above.
  private(set) var pairs: [UInt64] = []
  private(set) var blockCount = 0
  /// Of those whose pairs were compared.
  private(set) var largestCompared = 0
  /// Blocks that stayed too large: none of their pairs is compared.
  private(set) var skipped = 0
  private let columns: [ValueColumn]

  /// `columns` part what is too large, one after the other.
  init(_ keys: consuming [UInt64], partedBy columns: [ValueColumn]) {
    self.columns = columns
    keys.sort()
    let hash = ~BlockKeys.recordMask
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, (keys[end] ^ keys[start]) & hash == 0 { end += 1 }
      if end - start > 1 { take(keys[start..<end]) }
      start = end
    }
    keys = []
    pairs.sort()
    removeDoubles()
  }

  private mutating func take(_ keys: ArraySlice<UInt64>) {
    var members: [Int32] = []
    members.reserveCapacity(keys.count)
    for key in keys {
      let record = Int32(truncatingIfNeeded: key & BlockKeys.recordMask)
      if members.last != record { members.append(record) }
    }
    take(members, partedFrom: 0)
  }

  private mutating func take(_ members: [Int32], partedFrom column: Int) {
    if members.count <= DuplicateBlocks.largest { return pair(members) }
    let before = pairs.count
    defer { if column == 0, pairs.count == before { skipped += 1 } }
    for next in column..<columns.count {
      var parts: [Int32: [Int32]] = [:]
      for member in members {
        for value in columns[next][Int(member)] where parts[value]?.last != member {
          parts[value, default: []].append(member)
        }
      }
      for part in parts.values where part.count > 1 {
        if part.count <= DuplicateBlocks.largest { pair(part) } else { take(part, partedFrom: next + 1) }
      }
    }
  }

  private mutating func pair(_ members: [Int32]) {
    guard members.count > 1 else { return }
    blockCount += 1
    largestCompared = max(largestCompared, members.count)
    for first in 0..<members.count - 1 {
      for second in first + 1..<members.count {
        pairs.append(UInt64(members[first]) << 32 | UInt64(members[second]))
      }
    }
  }

  private mutating func removeDoubles() {
    var kept = 0
    for pair in pairs where kept == 0 || pairs[kept - 1] != pair {
      pairs[kept] = pair
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }
}
