import Foundation
import KithCore
import KithTesting
import Testing

@Suite struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard")

  private static var files: [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (found?.allObjects as? [URL] ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
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
      let time = ProcessorTime.measure {
        do {
          let reading = try read(bytes: bytes)
          #expect(Set(reading.entities.map(\.name)).allSatisfy { !$0.isEmpty }, "\(file.lastPathComponent)")
          for version in ["3.0", "4.0", "2.1"] { try writeAndReadBack(reading, version, file) }
        } catch {
          #expect(error is ImportError, "\(file.lastPathComponent): \(error)")
        }
      }
      #expect(time < 20, "\(file.lastPathComponent)")
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

  /// At least 99 of 100 files that hold cards give as many as begin in them outside of other cards.
  @Test func filesAreReadWhole() throws {
    var (whole, broken): (Int, [String]) = (0, [])
    for file in CorpusTests.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let expected = CorpusTests.countOfCards(bytes)
      guard expected > 0 else { continue }
      let reading = try? read(bytes: bytes)
      let empty = reading?.counts["empty-card"] ?? 0
      if let reading, reading.entities.count + empty == expected { whole += 1 } else { broken.append(file.path) }
    }
    if whole > 0 { print("read whole: \(whole) of \(whole + broken.count)") }
    #expect(broken.count * 100 <= whole + broken.count, "\(broken)")
  }

  /// Counts without the reader's help: lines that are BEGIN:VCARD, but for those that an AGENT holds.
  private static func countOfCards(_ bytes: [UInt8]) -> Int {
    let isUTF16 = bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    let text = String(data: Data(bytes), encoding: isUTF16 ? .utf16 : .isoLatin1) ?? ""
    var (count, depth, previous) = (0, 0, "")
    for line in text.uppercased().replacing("\u{ef}\u{bb}\u{bf}", with: "").split(whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line == "BEGIN:VCARD" || line == "END:VCARDBEGIN:VCARD" {
        let isAgents = previous.hasPrefix("AGENT") && previous.hasSuffix(":")
        if isAgents || depth > 0 { depth += 1 } else { count += 1 }
      } else if line == "END:VCARD", depth > 0 {
        depth -= 1
      }
      if !line.isEmpty { previous = line }
    }
    return count
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
