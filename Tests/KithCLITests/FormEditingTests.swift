import Foundation
import KithCore
import KithStore
import Testing

@testable import KithCLI

struct FormEditingTests {
  private func edit(_ fixture: RecordsFixture) throws -> Entity? {
    var result: Entity?
    try FormEditing(try fixture.entity("ada")).run { result = $0 }
    return result
  }

  @Test func editorChangesTheRecord() throws {
    try RecordsFixture.run(editor: "sed -i -e s/compilers/looms/") { fixture in
      try fixture.meetAda()
      #expect(try edit(fixture)?.tags == ["looms"])
    }
  }

  @Test func nothingChangedIsNothing() throws {
    try RecordsFixture.run(editor: "true") { fixture in
      try fixture.meetAda()
      #expect(try edit(fixture) == nil)
    }
  }

  @Test func withoutAnEditorThereIsAHint() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let error = #expect(throws: CommandError.self) { try edit(fixture) }
      #expect(error?.code == .usage)
    }
  }

  @Test func whatWasWrittenIsKept() throws {
    try RecordsFixture.run(editor: "sed -i -e s/^E-mail/E-male/ -e s/compilers/looms/") { fixture in
      try fixture.meetAda()
      let error = #expect(throws: CommandError.self) { try edit(fixture) }
      #expect(error?.message.contains("no field 'E-male'; did you mean 'E-mail'?") == true)
      let path = try #require(error?.hint?.split(separator: "'").last).description
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("Tag: looms"))
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      try FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
    }
  }

  @Test func failingEditorChangesNothing() throws {
    try RecordsFixture.run(editor: "exit 3; true") { fixture in
      try fixture.meetAda()
      let error = #expect(throws: CommandError.self) { try edit(fixture) }
      #expect(error?.message.contains("status 3") == true)
    }
  }
}
