import Foundation
import KithCore
import Testing

@testable import KithStore

/// Of a file with a lost page, everything else comes across.
struct SalvageTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(
      (1...2000).map {
        .entity(.test($0, "Person Nr\($0) Lovelace", email: "p\($0)@example.com", phone: "+44 20 \(10_000 + $0)"))
      })
    try store.write { editor in
      var babbage = Entity.test(3000, "Charles Babbage")
      babbage.notes = ["engines"]
      try editor.insert(babbage)
    }
  }

  /// Overwrites the page that holds `text`.
  private func losePage(with text: String, by byte: UInt8) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: store.path)))
    let place = try #require(bytes.firstRange(of: Array(text.utf8)))
    let page = place.lowerBound / 4096 * 4096
    for index in page..<page + 4096 { bytes[index] = byte }
    try Data(bytes).write(to: URL(filePath: store.path))
  }

  @Test(arguments: ["p700@example.com\"", "p1500@example.com\""], [UInt8(0), 0xff])
  func aLostPageCostsItsRowsAlone(_ text: String, _ byte: UInt8) throws {
    try losePage(with: text, by: byte)
    #expect(try store.read { try $0.check() }.map(\.rule).contains(.soundFile))
    let outcome = try StoreSalvage.run(store.path, at: TemporaryStore.now)
    #expect(try store.read { try $0.check() } == [])
    let people = try #require(try store.read { try $0.counts() }.entities[.person])
    #expect(people >= 1960, "at most a page of people is gone: \(people)")
    #expect(people < 2001)
    #expect(outcome.rows.known > outcome.rows.read)
    #expect(try store.read { try $0.matches("Charles Babbage", among: [.person]).exact.count } == 1)
    #expect(FileManager.default.fileExists(atPath: outcome.kept))
    #expect(try store.read { try $0.history().map(\.number) }.prefix(3) == [3, 2, 1])
    _ = try store.write { try $0.insert(.test(4000, "Luigi Menabrea")) }
    #expect(try store.read { try $0.check() } == [])
  }

  @Test(arguments: [4096, 4096 * 20, 1000]) func aFileThatLostItsEndKeepsTheRest(_ bytes: Int) throws {
    let size = try StoreFile.size(of: store.path)
    truncate(store.path, off_t(size - bytes))
    _ = try StoreSalvage.run(store.path, at: TemporaryStore.now)
    #expect(try store.read { try $0.check() } == [])
    #expect(try store.read { try $0.counts() }.entities[.person] ?? 0 > 1000)
  }

  /// The rows of a lost entry are not taken for those of the next one, which would take them along when it is undone.
  @Test func entriesThatAreLostKeepTheirNumbers() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: store.path)))
    let page = try store.read {
      try $0.connection.statement("SELECT rootpage FROM sqlite_master WHERE name = 'journalEntry'").firstInt()
    }
    let start = try #require(page).advanced(by: -1) * 4096
    try Data(bytes[..<start] + [UInt8](repeating: 0x5a, count: 4096) + bytes[(start + 4096)...]).write(
      to: URL(filePath: store.path))
    _ = try StoreSalvage.run(store.path, at: TemporaryStore.now)
    let before = try store.read { try $0.counts().entities }
    #expect(before == [.person: 2001])
    try store.write { try $0.insert(.test(4001, "Luigi Menabrea")) }
    #expect(try store.read { try $0.check() } == [])
    _ = try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.counts().entities } == before)
  }

  @Test func aFileThatIsNoMoreIsLeftAlone() throws {
    try Data(repeating: 0, count: 8192).write(to: URL(filePath: store.path))
    #expect(throws: StoreError.self) { try StoreSalvage.run(store.path, at: TemporaryStore.now) }
    #expect(try Data(contentsOf: URL(filePath: store.path)) == Data(repeating: 0, count: 8192))
  }
}
