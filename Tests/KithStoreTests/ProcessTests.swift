import Foundation
import KithCore
import Testing

@testable import KithStore

/// Several processes at one store, some of which die.
@Suite(.enabled(if: KithProcess.isBuilt, "the program is not built"))
struct ProcessTests {
  private let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  @Test func eightAtOnceAreAllRecorded() throws {
    let runs = try (0..<8).map { number in
      try KithProcess(["met", "Person\(number) Crowd", "--at", "Acme Ltd.", "--store", store.path])
    }
    for run in runs {
      let errors = run.waitForErrors()
      #expect(run.status == 0, "\(errors)")
      #expect(!errors.contains("locked"))
    }
    #expect(try store.read { try $0.counts().entities } == [.person: 9, .company: 1])
    #expect(try store.read { try $0.history().count } == 8)
    #expect(try store.read { try $0.check() } == [])
  }

  /// Killed sooner or later in an import: all of it or nothing.
  @Test func anImportThatIsKilledIsDoneWholeOrNotAtAll() throws {
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    let file = store.folder + "/cards.vcf"
    try cards(3000).write(toFile: file, atomically: true, encoding: .utf8)
    for delay in [0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8] {
      let run = try KithProcess(["import", file, "--store", store.path])
      Thread.sleep(forTimeInterval: delay)
      run.kill()
      _ = run.waitForErrors()
      #expect(try store.read { try $0.check() } == [], "killed after \(delay) s")
      let people = try store.read { try $0.counts().entities[.person] }
      #expect(people == 1 || people == 3001, "killed after \(delay) s")
    }
    let last = try KithProcess(["import", file, "--store", store.path])
    let errors = last.waitForErrors()
    #expect(last.status == 0, "\(errors)")
    #expect(try store.read { try $0.counts().entities[.person] } == 3001)
  }

  private func cards(_ count: Int) -> String {
    (0..<count).map { number in
      "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:card-\(number)\r\nFN:Person\(number) Crowd\r\n"
        + "ORG:Company \(number % 7)\r\nEMAIL:p\(number)@example.com\r\nEND:VCARD\r\n"
    }.joined()
  }

  /// Needs root: a file system of one megabyte.
  @Test(.enabled(if: geteuid() == 0, "only root mounts file systems"))
  func aFullDiskIsSaidAndNothingIsChanged() throws {
    let disk = store.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard try KithProcess.run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]) == 0 else { return }
    defer { _ = try? KithProcess.run("/bin/umount", [disk]) }
    let path = disk + "/kith.sqlite"
    #expect(try KithProcess(["met", "Ada Lovelace", "--store", path]).statusAtEnd == 0)
    let taken = FileManager.default.createFile(atPath: disk + "/ballast", contents: nil)
    #expect(taken)
    let ballast = try #require(FileHandle(forWritingAtPath: disk + "/ballast"))
    let block = Data(repeating: 1, count: 4096)
    while (try? ballast.write(contentsOf: block)) != nil {}
    try? ballast.close()
    let full = try KithProcess(["met", "Grace Hopper", "--store", path])
    let errors = full.waitForErrors()
    #expect(full.status == 1)
    #expect(errors.contains("no space left for the store '\(path)'; nothing was changed"), "\(errors)")
    try FileManager.default.removeItem(atPath: disk + "/ballast")
    let opened = try #require(try Store.forReading(at: path))
    defer { opened.close() }
    #expect(try opened.read { try $0.check() } == [])
    #expect(try opened.read { try $0.counts().entities } == [.person: 2])
  }
}
