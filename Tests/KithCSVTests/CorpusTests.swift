import Foundation
import KithCSV
import KithCore
import Testing

/// Every file of the shared corpus gets an answer; what it says is checked where kith reads the file.
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/csv").standardized

  @Test func answersEveryFile() throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path) else {
      return print("skipped: no corpus at ../shared/corpora/csv")
    }
    for name in names.sorted() where name.hasSuffix(".csv") {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      do {
        let file = try CSVTesting.read(bytes)
        #expect(Self.expected[name] == file.entities.map(\.name), "\(name)")
        #expect(CSVTesting.format.recognizes(Array(bytes.prefix(4096))), "\(name)")
      } catch let error as ImportError {
        #expect(Self.expected[name] == nil, "\(name): \(error.message)")
        #expect(!CSVTesting.format.recognizes(Array(bytes.prefix(4096))), "\(name)")
      }
    }
  }

  private static let three = ["Ada Lovelace", "Zoë Ødegård-Müller", "株式会社"]
  private static let threeWithTitle = ["Countess Ada Augusta Lovelace", "Zoë Ødegård-Müller", "株式会社"]
  /// The code page has no characters for the third name: Outlook wrote question marks.
  private static let threeInCodePage = ["Countess Ada Augusta Lovelace", "Zoë Ødegård-Müller", "????"]

  /// The names in each file with a header row that is understood; the others are refused.
  private static let expected: [String: [String]] = [
    "bom-quoted-header.csv": ["Ada"],
    "broken-latin1-in-utf8.csv": ["André", "Zoë"],
    "evolution.csv": three,
    "google-current-template.csv": threeWithTitle,
    "google-current.csv": threeWithTitle,
    "google-legacy.csv": ["Ada Augusta Lovelace", "Zoë Ødegård-Müller", "株式会社"],
    "outlook-com-people.csv": threeWithTitle,
    "outlook-desktop-en-cp1252.csv": threeInCodePage,
    "outlook-semicolon.csv": threeInCodePage,
    "roundcube-all.csv": three,
    "thunderbird-trailing-comma.csv": three,
    "thunderbird.csv": three,
    "yahoo.csv": threeWithTitle,
    "broken-backslash-escape.csv": ["Ada \\Countess\\\" L\""],
    "broken-dup-headers.csv": ["Ada"],
    "broken-quote-in-field.csv": ["Ada \"Countess\" Lovelace", "Gracex"],
    "broken-ragged.csv": ["Ada", "Grace"],
    "broken-smart-quotes.csv": ["“Ada"],
    "broken-unclosed-quote.csv": ["Ada", "Grace"],
    "excel-lost-zero-sci.csv": ["Ada", "Grace"],
    "generic-minimal.csv": ["Ada Lovelace", "\"Quoted\" Name", "only@example.com"],
    "header-only.csv": [],
    "linkedin-connections.csv": three,
    "linkedin-connections-no-notes.csv": three,
  ]

  @Test func readsTheExampleConnections() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/Connections.csv")
    let file = try CSVTesting.read([UInt8](try Data(contentsOf: path.standardized)))
    #expect(file.entities.count == 40)
    #expect(file.problems.allSatisfy { $0.hasPrefix("deactivated") } && file.problems.count == 2)
    let works = file.relations.filter { $0.type == .worksFor }
    #expect(works.filter { $0.object == .named("Analytical Engines", .company) }.count == 6)
    #expect(Set(works.map(\.object)).count >= 12)
    #expect(file.relations.filter { $0.type == .knows && $0.period.start?.isComplete == true }.count == 40)
    #expect((5...20).contains(file.entities.count { !$0.emails.isEmpty }))
    #expect(Set(file.entities.map(\.id)).count == 40)
  }
}
