import KithCore
import Testing

@testable import KithStore

/// The full-text index is what the graph says after every change, and nothing else.
struct SearchIndexTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  private func row(_ name: String) throws -> String {
    try store.read {
      try $0.texts(
        """
        SELECT search.name || '|' || work || '|' || tag || '|' || note FROM search JOIN entity ON entity.id = search.rowid
        WHERE entity.name = '\(name)'
        """
      ).joined(separator: "; ")
    }
  }

  private func expectSound(_ note: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
    let findings = try store.read { try $0.searchFindings() }
    #expect(findings == [], "\(note)", sourceLocation: sourceLocation)
  }

  @Test func aFirstImportFillsIt() throws {
    #expect(
      try row("Ada Lovelace")
        == "ada lovelace countess|intern analytical engines ltd cto research compilers|compilers grosse|two lines and a nul"
    )
    #expect(try row("Grace Hopper") == "grace hopper|||")
    #expect(try store.read { try $0.texts("SELECT summary FROM interactionSearch") } == ["spoke of engines"])
    try expectSound()
  }

  @Test func aRenamedCompanyRefreshesItsPeople() throws {
    try store.write { editor in
      var acme = try #require(try editor.graph.entity(Graphs.acme))
      acme.name = "Difference Engines"
      try editor.update(acme)
    }
    #expect(try row("Ada Lovelace").contains("difference engines"))
    #expect(try store.read { try $0.search("analytical", limit: 5) }.isEmpty)
    try expectSound()
    try store.write("undo") { _ = try $0.undo() }
    #expect(try store.read { try $0.search("analytical", limit: 5).count } == 2)
    try expectSound("after undo")
  }

  @Test func whatIsRemovedIsFoundNoMoreAndUndoBringsItBack() throws {
    try store.write { try $0.delete(Graphs.ada) }
    #expect(try store.read { try $0.search("lovelace", limit: 5) }.isEmpty)
    #expect(try store.read { try $0.search("compilers", limit: 5).map(\.summary.name) } == [])
    try expectSound()
    try store.write("undo") { _ = try $0.undo() }
    #expect(try store.read { try $0.search("lovelace", limit: 5).map(\.summary.id) } == [Graphs.ada])
    try expectSound("after undo")
  }

  @Test func aJobThatIsTakenBackIsFoundNoMore() throws {
    let job = Relation(.test(2), .worksFor, .test(4), title: "Admiral")
    try store.write { try $0.insert(job) }
    #expect(try row("Grace Hopper") == "grace hopper|admiral analytical engines ltd||")
    try store.write { try $0.delete(job) }
    #expect(try row("Grace Hopper") == "grace hopper|||")
    try expectSound()
  }

  @Test func whatIsFoundByNothingElseIsLeftAlone() throws {
    let before = try store.read { try $0.texts("SELECT quote(block) FROM search_data") }
    try store.write { editor in
      var ada = try #require(try editor.graph.entity(Graphs.ada))
      ada.phones = [PhoneNumber("+1 555 0100")]
      try editor.update(ada)
    }
    #expect(try store.read { try $0.texts("SELECT quote(block) FROM search_data") } == before)
  }

  @Test func aRehearsalLeavesItAlone() throws {
    try store.write("test", .discard) { try $0.insert(.test(9, "Somebody New")) }
    #expect(try store.read { try $0.search("somebody", limit: 5) }.isEmpty)
    try expectSound()
  }

  /// Many at once are gathered in another way, with settings that are put back.
  @Test func aBigImportFillsItToo() throws {
    let other = try TemporaryStore()
    try other.take((1...6000).map { .entity(.test(UInt64($0), "Person \($0)")) })
    try other.take((6001...12000).map { .entity(.test(UInt64($0), "Person \($0)")) })
    #expect(try other.read { try $0.searchFindings() } == [])
    #expect(try other.read { try $0.search("7777", limit: 5).map(\.summary.name) } == ["Person 7777"])
    #expect(try other.read { try $0.texts("SELECT v FROM search_config WHERE k = 'hashsize'") } == ["1048576"])
  }

  @Test func checkSeesWhatTheGraphDoesNotSay() throws {
    for damage in [
      "UPDATE search SET note = 'something else' WHERE rowid = 1", "DELETE FROM search WHERE rowid = 2",
      "INSERT INTO search (rowid, name) VALUES (99, 'nobody')",
      "INSERT INTO interactionSearch (rowid, summary) VALUES (99, 'nothing')", "DELETE FROM interactionSearch",
      "DELETE FROM search_data WHERE id > 10", "UPDATE search_content SET c0 = 'ada lovelacf countess' WHERE id = 1",
    ] {
      try store.write { editor in
        try editor.connection.execute(damage)
        #expect(try editor.graph.searchFindings() != [], "\(damage)")
        try editor.rebuildSearch()
        #expect(try editor.graph.searchFindings() == [], "\(damage)")
      }
    }
  }

  /// A reader may not write, and FTS5's check is a write: it runs on a copy then.
  @Test(arguments: [
    "UPDATE search_content SET c0 = 'ada lovelacf countess' WHERE id = 1",
    "UPDATE interactionSearch_content SET c0 = 'altered'", "DELETE FROM search_data WHERE id > 10",
    "UPDATE search_docsize SET sz = x'0000' WHERE id = 2",
  ])
  func checkSeesDamageWhereNothingMayBeWritten(damage sql: String) throws {
    try damage(sql)
    let findings = try store.read { try $0.searchFindings() }
    #expect(findings.contains { $0.rule == .wordsAreThere })
    try store.write { editor in
      try editor.rebuildSearch()
      try editor.insert(.test(61, "Makes It Count"))
    }
    try expectSound()
  }

  @Test func rebuildingNeedsNothingThatIsThere() throws {
    try damage("DELETE FROM search_data; DELETE FROM search_content; DELETE FROM interactionSearch_idx")
    try store.write { editor in
      try editor.rebuildSearch()
      try editor.insert(.test(61, "Makes It Count"))
    }
    try expectSound()
    #expect(try store.read { try $0.search("ada", limit: 5).count } == 1)
  }

  /// Does `sql` behind the journal's back.
  private func damage(_ sql: String) throws {
    try store.write { editor in
      // Something must change for it to be kept, and nothing that is found by words.
      try editor.save(FollowUp(id: .test(60), .thank, .test(1), created: TemporaryStore.now))
      try editor.connection.execute(sql)
    }
  }
}
