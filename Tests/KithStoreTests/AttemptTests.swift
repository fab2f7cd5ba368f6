import KithCore
import Testing

@testable import KithStore

@Suite struct AttemptTests {
  private struct Refusal: Error {}

  private func isRefused(_ body: () throws -> Void) -> Bool {
    do { try body() } catch { return error is Refusal }
    return false
  }

  @Test func whatIsAttemptedInVainLeavesNothing() throws {
    let store = try TemporaryStore()
    try store.write { editor in
      try editor.insert(.test(1, "Ada Lovelace"))
      let isRefused = isRefused {
        try editor.attempt {
          try editor.insert(.test(2, "Grace Hopper"))
          try editor.insert(Relation(.test(1), .knows, .test(2)))
          throw Refusal()
        }
      }
      #expect(isRefused)
      try editor.attempt { _ = try editor.insert(.test(3, "Charles Babbage")) }
      try editor.insert(Relation(.test(1), .knows, .test(3)))
    }
    let names = try store.read { graph in
      try [Identifier.test(1), .test(2), .test(3)].map { try graph.summary(of: $0)?.name ?? "-" }
    }
    #expect(names == ["Ada Lovelace", "-", "Charles Babbage"])
    #expect(try store.read { try $0.check() }.isEmpty)
    try store.write { _ = try $0.undo() }
    #expect(try store.read { try $0.counts().entities.isEmpty })
  }

  @Test func nothingButVainAttemptsIsNoEntry() throws {
    let store = try TemporaryStore()
    try store.write { editor in
      try? editor.attempt {
        try editor.insert(.test(2, "Grace Hopper"))
        throw Refusal()
      }
    }
    #expect(throws: StoreError.nothingToUndo) { try store.write { _ = try $0.undo() } }
  }
}
