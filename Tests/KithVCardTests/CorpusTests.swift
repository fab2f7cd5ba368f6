import Foundation
import KithCore
import Testing

@Suite struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard")

  private static var files: [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (found?.allObjects as? [URL] ?? []).filter {
      ["vcf", "vcard", "ref", "txt"].contains($0.pathExtension)
    }
    return files.sorted { $0.path < $1.path }
  }

  @Test func everyFileIsAnswered() throws {
    guard !CorpusTests.files.isEmpty else {
      print("skipped: no corpora at \(CorpusTests.folder.path)")
      return
    }
    for file in CorpusTests.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let time = ContinuousClock().measure {
        do {
          let reading = try read(bytes: bytes)
          #expect(Set(reading.entities.map(\.name)).allSatisfy { !$0.isEmpty }, "\(file.lastPathComponent)")
          for version in ["3.0", "4.0"] { try writeAndReadBack(reading, version, file) }
        } catch {
          #expect(error is ImportError, "\(file.lastPathComponent): \(error)")
        }
      }
      #expect(time < .seconds(20), "\(file.lastPathComponent)")
    }
  }

  private func writeAndReadBack(_ reading: Reading, _ version: String, _ file: URL) throws {
    var graph = InMemoryGraph()
    graph.entities = reading.entities
    let again = try read(try write(graph, version: version, kinds: "all"))
    #expect(again.entities.map(\.name).count == reading.entities.count, "\(file.lastPathComponent) in \(version)")
  }

  private func entity(_ name: String) throws -> Entity? {
    let file = CorpusTests.folder.appendingPathComponent("synthetic/\(name).vcf")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try read(bytes: [UInt8](data)).entities.first ?? person("nothing was read")
  }

  @Test(arguments: [
    ("fold-in-utf8", "Zoë Fold"), ("bom-utf8", "Test Person"), ("latin1-raw", "André Müller"), ("eol-mixed", "Mixed"),
    ("qp-softbreak", "Jürgen Müller"), ("fold-empty-lines", "Blank Lines"), ("param-whitespace", "Test Person"),
    ("nested-in-vcalendar", "Inside"), ("nul-bytes", "nulinside"), ("end-truncated", "Trunc"),
    ("emoji-zwj", "👩‍💻 🇭🇺"), ("begin-garbage-before", "X"), ("fn-n-both-missing", "Company Only"),
  ])
  func names(_ file: String, _ name: String) throws {
    if let entity = try entity(file) { #expect(entity.name == name) }
  }

  @Test func traps() throws {
    if let entity = try entity("fold-in-escape") { #expect(entity.notes == ["one\nline, two"]) }
    if let entity = try entity("fold-in-param") { #expect(entity.phones.map(\.number) == ["+1-555-0100"]) }
    if let entity = try entity("qp-semicolon-encoded") { #expect(entity.personName?.family == ["Smith;Jones"]) }
    if let entity = try entity("qp-eats-next-line") { #expect(entity.phones.map(\.number) == ["123"]) }
    if let entity = try entity("commas-100k") { #expect(entity.tags.isEmpty) }
    if let entity = try entity("line-without-colon") { #expect(entity.phones.count == 1) }
  }
}
