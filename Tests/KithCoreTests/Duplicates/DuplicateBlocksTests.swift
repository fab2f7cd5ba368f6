import Testing

@testable import KithCore

struct DuplicateBlocksTests {
  private func finder(_ count: Int, _ name: (Int) -> String, city: (Int) -> String? = { _ in nil }) -> DuplicateFinder {
    let finder = DuplicateFinder()
    for number in 0..<count {
      var entity = Entity(
        id: Identifier(high: 0, low: UInt64(number)), kind: .person, name: name(number),
        created: Timestamp(secondsSince1970: 0))
      entity.addresses = city(number).map { [PostalAddress(locality: [$0])] } ?? []
      finder.add(entity, row: Int64(number))
    }
    return finder
  }

  @Test func noBlockIsComparedThatIsTooLarge() {
    let report = finder(400, { _ in "Maria Garcia" }).find()
    #expect(report.compared == 0)
    #expect(report.skippedBlocks > 0)
  }

  @Test func aLargeBlockIsPartedByFurtherKeys() {
    let report = finder(400, { _ in "Maria Garcia" }, city: { "Town \($0 % 40)" }).find()
    #expect(report.largestBlock == 10)
    #expect(report.compared == 40 * 45)
  }

  @Test func eachPairIsComparedOnce() {
    let report = finder(3, { _ in "Ada Lovelace" }, city: { _ in "London" }).find(lowest: 0)
    #expect(report.compared == 3)
    #expect(Set(report.pairs.map { "\($0.first) \($0.second)" }) == ["0 1", "0 2", "1 2"])
  }

  @Test func strangersAreNotCompared() {
    let report = finder(26 * 26, { "Ada\(letters($0 / 26))ra Zo\(letters($0 % 26))rin" }).find()
    #expect(report.compared < 26 * 26 * 5)
  }

  private func letters(_ number: Int) -> String { String(UnicodeScalar(UInt8(97 + number))) }
}
