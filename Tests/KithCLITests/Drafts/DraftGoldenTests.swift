import Foundation
import Testing

@testable import KithCLI

/// Every built-in note, with every fact known and with each of them missing. `KITH_RECORD=1` writes the files anew; then
/// they are to be read, as their receiver would.
@Suite struct DraftGoldenTests {
  @Test(arguments: DraftScene.all)
  func draftsAreAsRead(_ scene: DraftScene) throws {
    let file = BuiltKith.root.appendingPathComponent("Tests/Golden/Drafts/\(scene).txt")
    let text = try scene.drafts().map { gap, draft in
      "=== \(gap)\nSubject: \(draft.subject)\n\n\(draft.body)"
    }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["KITH_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test(arguments: DraftScene.all)
  func nothingOfTheTemplateSurvives(_ scene: DraftScene) throws {
    for (gap, draft) in try scene.drafts() {
      for text in [draft.subject, draft.body] {
        for mark in ["{", "}", "  ", " .", " ,", "..", " \n", "\n\n\n", "\\", "\u{1}", "\u{2}"] {
          #expect(!text.contains(mark), "\(scene), \(gap): '\(mark)'")
        }
      }
      #expect(!draft.subject.isEmpty && draft.body.hasSuffix("\n") && !draft.body.hasPrefix("\n"))
    }
  }
}
