import KithCore
import Testing

@testable import KithStore

/// Random histories over a small graph: whatever was done, undo brings back exactly what was there.
struct UndoPropertyTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func undoAndRedoOfEachEntry(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    defer { history.store.close() }
    for step in 0..<25 {
      let before = try history.dump()
      guard let entry = try history.edit() else { continue }
      let after = try history.dump()
      let undone = try history.undo(nil)
      #expect(undone.number == entry)
      try history.expect(before, "undo in step \(step)")
      try history.undo(try history.lastNumber())
      try history.expect(after, "redo in step \(step)")
      if step % 3 == 0 {
        try history.undo(entry)
        try history.expect(before, "second undo in step \(step)")
      }
    }
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func undoOfAllInTurnAndBack(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    defer { history.store.close() }
    var dumps = [try history.dump()]
    for _ in 0..<25 where try history.edit() != nil { dumps.append(try history.dump()) }
    var undos: [Int] = []
    for dump in dumps.dropLast().reversed() {
      try history.undo(nil)
      undos.append(try history.lastNumber())
      try history.expect(dump, "undo")
    }
    #expect(throws: StoreError.nothingToUndo) { try history.undo(nil) }
    for (dump, number) in zip(dumps.dropFirst(), undos.reversed()) {
      try history.undo(number)
      try history.expect(dump, "redo")
    }
  }

  /// By number, in any order: it is done whole, or refused with the entries that stand in the way, and then nothing changed.
  @Test(arguments: 41...56 as ClosedRange<UInt64>)
  func undoByNumberIsDoneWholeOrRefused(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    defer { history.store.close() }
    for step in 0..<30 {
      _ = try history.edit()
      let before = try history.dump()
      let last = try history.lastNumber()
      guard last > 0 else { continue }
      let number = Int.random(in: 1...last, using: &history.random)
      do {
        try history.undo(number)
      } catch StoreError.laterEntriesBuildOnIt(_, let later) {
        #expect(!later.isEmpty)
        #expect(later.allSatisfy { $0 > number }, "undoing \(number) waits for \(later)")
        try history.expect(before, "refusal in step \(step)")
        continue
      } catch StoreError.alreadyUndone {
        try history.expect(before, "refusal in step \(step)")
        continue
      }
      try history.store.read { try $0.expectSound("after undoing \(number) in step \(step)") }
      if step % 2 == 0 {
        try history.undo(try history.lastNumber())
        try history.expect(before, "redo of \(number) in step \(step)")
      }
    }
  }

  /// Whoever follows the advice of a refusal gets there.
  @Test(arguments: 81...88 as ClosedRange<UInt64>)
  func undoingTheLaterEntriesFirstHelps(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    defer { history.store.close() }
    for _ in 0..<15 { _ = try history.edit() }
    for number in 1...5 {
      var goals = [number]
      for _ in 0..<100 {
        guard let goal = goals.last else { break }
        do {
          try history.undo(goal)
          goals.removeLast()
        } catch StoreError.laterEntriesBuildOnIt(_, let later) {
          goals.append(try #require(later.last))
        } catch StoreError.alreadyUndone(goal) {
          goals.removeLast()
        }
      }
      #expect(goals.isEmpty, "entry \(number) was never undone")
    }
    try history.store.read { try $0.expectSound() }
  }
}
