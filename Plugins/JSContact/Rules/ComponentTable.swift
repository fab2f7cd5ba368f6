/// How the parts of N and ADR and the components of Name and Address correspond (RFC 9555 tables 1 and 2).
struct ComponentTable: Sendable {
  /// The kind of each part; nil where other parts are repeated for older readers.
  let kinds: [String?]
  /// The kinds that a doubling part means where the parts that it doubles are empty.
  let older: [Int: String]
  /// The parts that each doubling part repeats.
  let doubled: [Int: [Int]]
  /// How many parts readers before RFC 9554 know.
  let olderCount: Int

  static let name = ComponentTable(
    kinds: ["surname", "given", "given2", "title", "credential", "surname2", "generation"], older: [:],
    doubled: [0: [5], 4: [6]], olderCount: 5)

  static let address = ComponentTable(
    kinds: [
      "postOfficeBox", nil, nil, "locality", "region", "postcode", "country", "room", "apartment", "floor", "number",
      "name", "building", "block", "subdistrict", "district", "landmark", "direction",
    ], older: [1: "apartment", 2: "name"],
    doubled: [1: [7, 8, 9, 12], 2: [10, 11, 13, 14, 15, 16, 17]], olderCount: 7)

  func part(ofKind kind: String) -> Int? { kinds.firstIndex(of: kind) }
}

/// One component of a name or an address.
struct Component: Equatable, Sendable {
  /// `separator` for what stands between others.
  var kind: String
  var value: String
  var phonetic: String?
}

/// Where a component stands in a structured value.
struct ComponentPlace: Hashable, Sendable {
  var part: Int
  var index: Int

  /// As JSCOMPS writes it (RFC 9555 §3.3.1).
  var text: String { index == 0 ? "\(part)" : "\(part),\(index)" }

  init(part: Int, index: Int) {
    self.part = part
    self.index = index
  }

  init?(_ text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 1 || numbers.count == 2, let part = numbers[0],
      let index = numbers.count == 2 ? numbers[1] : 0
    else { return nil }
    self.init(part: part, index: index)
  }
}
