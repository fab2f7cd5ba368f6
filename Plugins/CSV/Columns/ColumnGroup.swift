import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Columns of one header row that together say one thing, such as an e-mail address and its label.
final class ColumnGroup {
  let field: ColumnMeaning.Field
  /// The column's own name, for what is kept under it.
  private(set) var header: String
  /// What the columns say without a label in the row.
  let details: ContactDetails
  let blank: [String]
  /// The group has numbered columns with a label each, so several values share a cell.
  let isNumbered: Bool
  /// The column of the value; -1 if there is none.
  @exclusivity(unchecked) private(set) var value = -1
  @exclusivity(unchecked) private(set) var label = -1
  @exclusivity(unchecked) private var columns = [Int](repeating: -1, count: ColumnMeaning.Part.allCases.count)
  /// The label met last and what it says: a column's label is mostly the same in each row.
  @exclusivity(unchecked) var lastLabel: [UInt8] = []
  @exclusivity(unchecked) var lastDetails = ContactDetails()

  init(_ meaning: ColumnMeaning, header: String) {
    field = meaning.field
    self.header = header
    details = ContactDetails(types: meaning.types, label: meaning.label)
    blank = meaning.blank
    isNumbered = meaning.slot.hasPrefix("#")
  }

  @inline(__always)
  func isLast(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard label.count == lastLabel.count else { return false }
    guard let base = label.baseAddress else { return true }
    return lastLabel.withUnsafeBytes { memcmp(base, $0.baseAddress ?? UnsafeRawPointer(base), label.count) == 0 }
  }

  func has(_ part: ColumnMeaning.Part) -> Bool { columns[part.rawValue] >= 0 }

  func column(_ part: ColumnMeaning.Part) -> Int { columns[part.rawValue] }

  func add(_ column: Int, named name: String, as part: ColumnMeaning.Part) {
    columns[part.rawValue] = column
    if part == .value { (value, header) = (column, name) }
    if part == .label { label = column }
  }
}

/// The columns of a header row, put together into groups in their order.
struct ColumnPlan {
  private(set) var groups: [ColumnGroup] = []

  /// - Parameter meanings: one for each column; nil for a column without a name.
  init(_ meanings: [ColumnMeaning?], of header: CSVHeader) {
    struct Key: Hashable {
      var field: ColumnMeaning.Field
      var slot: String
    }
    var known: [Key: [ColumnGroup]] = [:]
    for (column, meaning) in meanings.enumerated() {
      guard let meaning else { continue }
      let key = Key(field: meaning.field, slot: meaning.slot)
      let name = TrimmedText.trimmed(header.cells[column])
      let isAlone = meaning.field == .kept
      if !isAlone, let group = known[key]?.last, !group.has(meaning.part) {
        group.add(column, named: name, as: meaning.part)
        continue
      }
      let group = ColumnGroup(meaning, header: name)
      group.add(column, named: name, as: meaning.part)
      groups.append(group)
      if !isAlone { known[key, default: []].append(group) }
    }
  }
}
