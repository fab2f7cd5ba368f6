import Foundation
import Testing

@testable import KithCLI

@Suite struct TemplateFolderTests {
  private func inFolder(_ body: (TemplateFolder) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kith-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(TemplateFolder(path: path))
  }

  private func write(_ text: String, _ name: String, _ folder: TemplateFolder) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
  }

  @Test func onesOwnTakeThePlaceOfTheBuiltIn() throws {
    try inFolder { folder in
      #expect(try folder.find("thank").file == nil)
      try write("Hi {{given}}", "thank", folder)
      try write("Yo", "brief", folder)
      #expect(try folder.find("thank").text == "Hi {{given}}")
      #expect(try folder.find("thank", builtIn: true).text == DraftKind.thank.builtIn)
      #expect(folder.names() == ["thank", "ask-feedback", "news", "report-back", "follow-up", "intro", "brief"])
      #expect(throws: CommandError.self) { try folder.find("brief", builtIn: true) }
    }
  }

  /// The built-in one is used only if it is asked for.
  @Test func whatDoesNotParseIsNamed() throws {
    try inFolder { folder in
      try write("Dear {{given}},\n  {{#compny}}", "thank", folder)
      let error = #expect(throws: CommandError.self) { try folder.find("thank").template() }
      #expect(
        error?.message
          == "the template 'thank' (\(folder.file("thank"))): line 2, column 3: there is no fact 'compny'; "
          + "did you mean 'company'?")
      #expect(error?.hint?.contains("--built-in") == true)
      _ = try folder.find("thank", builtIn: true).template()
    }
  }

  @Test func namesStayInTheFolder() throws {
    try inFolder { folder in
      for name in ["../thank", "a/b", "", ".", "-x", "a\u{0}", "ä", String(repeating: "a", count: 65)] {
        let error = #expect(throws: CommandError.self) { try folder.find(name) }
        #expect(error?.code == .usage, "\(name)")
      }
    }
  }

  @Test func filesThatAreNoTextAreNone() throws {
    try inFolder { folder in
      try Data([0xff, 0xfe, 0x41]).write(to: URL(fileURLWithPath: folder.file("thank")))
      #expect(throws: CommandError.self) { try folder.find("thank") }
      try write(String(repeating: "x", count: 16_385), "thank", folder)
      #expect(throws: CommandError.self) { try folder.find("thank") }
    }
  }

  @Test func builtInTemplatesParse() throws {
    for kind in DraftKind.allCases { _ = try DraftTemplate(kind.builtIn) }
  }
}
