import Foundation
import KithConformance
import KithCore
import KithStore
import Testing

@testable import KithCLI

/// The examples of `kith help selectors`, typed in a shell as they stand there.
struct SelectorHelpTests {
  private let kith: BuiltKith

  init() throws {
    kith = try BuiltKith()
    let store = try Store.forWriting(at: kith.home.appendingPathComponent("everything.sqlite").path)
    defer { store.close() }
    let graph = SampleGraph.everything
    try store.write("test", at: SampleGraph.clock, seed: 1) { editor in
      let session = try ImportSession(editor, matching: .identity, diagnostics: DiagnosticLog())
      for entity in graph.entities { try session.receive(.entity(entity)) }
      if let owner = graph.owner { try session.receive(.me(owner)) }
      for relation in graph.relations { try session.receive(.relation(ImportedRelation(relation))) }
      for application in graph.applications { try session.receive(.application(application)) }
      for interaction in graph.interactions { try session.receive(.interaction(interaction)) }
      for followUp in graph.followUps { try session.receive(.followUp(followUp)) }
      for kept in graph.keepInTouch { try session.receive(.keepInTouch(kept)) }
      _ = try session.finish()
      try editor.save(try Selector("met:any not ada"), as: "warm")
    }
  }

  private func run(_ command: String) throws -> BuiltKith.Result {
    try kith.run(command, environment: ["KITH_STORE": kith.home.appendingPathComponent("everything.sqlite").path])
  }

  @Test func eachExampleFindsSomebody() throws {
    defer { kith.remove() }
    for example in SelectorHelp.terms + SelectorHelp.expressions {
      let result = try run("kith list \(example.typed) --format ids")
      #expect(result.status == 0 && !result.output.isEmpty, "\(example.typed): \(result.output)")
    }
  }

  @Test func everyKeyIsExplained() throws {
    defer { kith.remove() }
    for key in SelectorKeys.all {
      #expect(SelectorHelp.text.contains(key), "\(key)")
    }
    let help = try run("kith help selectors")
    #expect(help.status == 0)
    #expect(help.output == SelectorHelp.text + "\n")
    #expect(help.output.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    #expect(try run("kith help list").output.hasPrefix("OVERVIEW: List people"))
    #expect(try run("kith help").output.contains("SUBCOMMANDS"))
  }
}
