import KithCore

/// The lookup keys of a first import that are not in their table yet.
///
/// They go there in sorted runs: a B-tree takes those several times as fast as keys in the order of the file.
final class PendingKeys {
  private struct Entry {
    /// The kind and the first seven bytes, by which most are in order already.
    var prefix: UInt64
    var start: Int32
    var count: Int32
    var row: Int64
    /// The entry before it of the same slot, or -1.
    var next: Int32
  }

  private static let slotCount = 1 << 16
  private static let entryLimit = 1 << 17
  private static let byteLimit = 4 << 20

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  private var slots = [Int32](repeating: -1, count: PendingKeys.slotCount)
  private var filter = KeyFilter()

  /// Whether it is time to write them.
  var isFull: Bool { entries.count >= PendingKeys.entryLimit || bytes.count >= PendingKeys.byteLimit }

  func insert(_ key: LookupKey, of row: Int64) {
    let hash = PendingKeys.hash(key)
    filter.insert(hash)
    let slot = Int(hash % UInt64(PendingKeys.slotCount))
    let start = bytes.count
    bytes.append(contentsOf: key.text.utf8)
    let entry = Entry(
      prefix: prefix(key.kind, start), start: Int32(start), count: Int32(bytes.count - start), row: row,
      next: slots[slot])
    slots[slot] = Int32(entries.count)
    entries.append(entry)
  }

  /// Remembers a key that is in the table already.
  func note(_ key: LookupKey) { filter.insert(PendingKeys.hash(key)) }

  /// Whether some entity, here or in the table, may have the key.
  func mayContain(_ key: LookupKey) -> Bool { filter.mayContain(PendingKeys.hash(key)) }

  /// At most `limit` entities here that have the key, the latest first.
  func rows(under key: LookupKey, limit: Int) -> [Int64] {
    var rows: [Int64] = []
    var index = slots[Int(PendingKeys.hash(key) % UInt64(PendingKeys.slotCount))]
    while index >= 0, rows.count < limit {
      let entry = entries[Int(index)]
      if Int(entry.prefix >> 56) == key.kind.rawValue, text(entry).elementsEqual(key.text.utf8) {
        rows.append(entry.row)
      }
      index = entry.next
    }
    return rows
  }

  /// Hands all of them to `write`, in the order of the table, and forgets them.
  func drain(_ write: (_ kind: Int, _ text: UnsafeBufferPointer<UInt8>, _ row: Int64) throws -> Void) rethrows {
    if entries.isEmpty { return }
    try bytes.withUnsafeBufferPointer { bytes in
      entries.sort { PendingKeys.precedes($0, $1, in: bytes) }
      for entry in entries {
        let text = UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start + entry.count)])
        try write(Int(entry.prefix >> 56), text, entry.row)
      }
    }
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  private static func precedes(_ left: Entry, _ right: Entry, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    let length = Int(min(left.count, right.count))
    for offset in 0..<length {
      let (a, b) = (bytes[Int(left.start) + offset], bytes[Int(right.start) + offset])
      if a != b { return a < b }
    }
    return (left.count, left.row) < (right.count, right.row)
  }

  private func text(_ entry: Entry) -> ArraySlice<UInt8> { bytes[Int(entry.start)..<Int(entry.start + entry.count)] }

  private func prefix(_ kind: LookupKey.Kind, _ start: Int) -> UInt64 {
    var prefix = UInt64(kind.rawValue)
    for offset in start..<start + 7 { prefix = prefix << 8 | (offset < bytes.count ? UInt64(bytes[offset]) : 0) }
    return prefix
  }

  /// FNV-1a, its bits mixed once more.
  private static func hash(_ key: LookupKey) -> UInt64 {
    var hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(key.kind.rawValue)
    for byte in key.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ hash >> 29
  }
}
