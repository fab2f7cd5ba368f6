import Foundation
import KithCore
import KithStore
import Testing

/// Every card file of the corpora, imported twice: the second time nothing is new and nothing changes.
struct ImportedTwiceTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpora/vcard")

  private static var files: [URL] {
    let all = FileManager.default.enumerator(at: corpora, includingPropertiesForKeys: nil)?.allObjects ?? []
    return all.compactMap { $0 as? URL }.filter { $0.pathExtension == "vcf" }.sorted { $0.path < $1.path }
  }

  /// Two cards under one UID that contradict each other: whichever comes last is right, each time.
  private static let contradictory = ["vcard10.vcf"]

  @Test(.enabled(if: !files.isEmpty, "../shared/corpora is not there"))
  func theSecondImportChangesNothing() throws {
    let importer = try #require(registry.importer(named: "vcard"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "kith-twice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var taken = 0
    for (number, file) in ImportedTwiceTests.files.enumerated() {
      let bytes = try Array(Data(contentsOf: file))
      let store = try Store.forWriting(at: folder.appending(path: "\(number).sqlite").path)
      defer { store.close() }
      guard let first = try? take(bytes, importer, store), first.createdCount > 0 else { continue }
      taken += 1
      let second = try take(bytes, importer, store)
      let isSame = second.createdCount + second.changed + second.relations == 0
      let isExcused = ImportedTwiceTests.contradictory.contains(file.lastPathComponent)
      #expect(isSame || isExcused, "\(file.lastPathComponent): \(second)")
    }
    #expect(taken > 300)
  }

  private func take(_ bytes: [UInt8], _ importer: any Importer, _ store: Store) throws -> ImportResult {
    let options = try OptionValues([], for: importer.format)
    let now = Timestamp(secondsSince1970: 1_800_000_000)
    return try store.write("import", at: now, seed: 1) { editor in
      let log = DiagnosticLog()
      let session = try ImportSession(editor, matching: .content, diagnostics: log)
      try importer.importRecords(
        in: ImportContext(
          input: InputSource(bytes: bytes), options: options, now: now, diagnostics: log, receive: session.receive))
      return try session.finish()
    }
  }
}
