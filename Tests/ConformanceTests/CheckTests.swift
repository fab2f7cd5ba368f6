import KithCore
import Testing

@testable import KithConformance

/// Each check passes a format that keeps the contract, and fails one that breaks it in the way that the check is for.
struct CheckTests {
  private static let neighbours = PluginRegistry([MarkdownExporter(), TabbedPlugin()])

  @Test func aFormatThatKeepsTheContractIsFoundFaultless() {
    #expect(ExporterConformance(SpecimenPlugin()).run() == [])
    #expect(ImporterConformance(SpecimenPlugin(), among: CheckTests.neighbours).run() == [])
  }

  @Test(arguments: [
    (SpecimenPlugin.Fault.hasABadName, "format", "'Spec imen' is not made of"),
    (.isDifferentEveryTime, "determinism", "different bytes from byte"),
    (.claimsAKind, "coverage", "the kind 'event': covered, yet neither written nor reported"),
    (.claimsAField, "coverage", "the phone numbers of the kind 'person': covered, yet neither"),
    (.claimsARelation, "relations", "a relation 'knows': covered, yet neither"),
    (.claimsApplications, "coverage", "an application: covered, yet neither"),
    (.readsNoEntities, "coverage", "the tags of the kind 'person': outside the coverage, and its loss is not reported"),
    (.hidesDetails, "details", "a label in the e-mail addresses of the kind 'person': covered, yet neither"),
    (.hidesDetails, "details", "the title of a relation 'worksFor': covered, yet neither"),
    (.leaksNotes, "privacy", "private notes get out without being asked for"),
    (.dropsNotes, "privacy", "private notes are asked for and covered, and missing"),
    (.writesOnAfterAnError, "full disk", "went on writing after the first error"),
    (.wrapsErrors, "full disk", "another error than the output's"),
    (.wrapsErrors, "broken graph", "another error than the graph's"),
    (.ignoresABrokenGraph, "broken graph", "went on reading after the first error"),
    (.writesControlCharacters, "hostile text", "is the control character 27"),
    (.writesInvalidUTF8, "hostile text", "is not UTF-8"),
    (.losesARecord, "read back", "3 people were written and"),
    (.trimsNames, "read back", "was read back as"),
    (.gathersEverything, "streaming", "bytes are written at once"),
    (.gathersEverything, "streaming", "nothing is written before the last record is read"),
  ])
  func anExportersFaultIsFound(_ fault: SpecimenPlugin.Fault, _ name: String, _ words: String) throws {
    let check = try #require(ExporterConformance.checks.first { $0.name == name })
    let messages = check.messages(on: ExporterTrial(SpecimenPlugin(fault)))
    #expect(messages.contains { $0.contains(words) }, "\(messages)")
  }

  @Test(arguments: [
    (SpecimenPlugin.Fault.recognizesAnything, "recognition", "an empty file is recognized"),
    (.recognizesAnything, "recognition", "a file of the format 'markdown' is recognized"),
    (.recognizesNothing, "recognition", "its own file 1 is not recognized"),
    (.makesNewIDs, "same records", "read twice, it gives different records"),
    (.stopsAtAShortRead, "same records", "read byte by byte, it"),
    (.mindsAByteOrderMark, "same records", "with a byte order mark, it gives different records"),
    (.ignoresInputErrors, "thrown errors", "an input that fails after 1 bytes goes unnoticed"),
    (.ignoresTheReceiver, "thrown errors", "a receiver that fails goes unnoticed"),
    (.throwsItsOwnErrors, "truncation", "brings out JSONError"),
    (.throwsItsOwnErrors, "mutation", "brings out JSONError"),
    (.throwsItsOwnErrors, "nesting", "within a file brings out JSONError"),
    (.throwsItsOwnErrors, "encoding", "invalid UTF-8 in the middle brings out JSONError"),
    (.isSilent, "encoding", "UTF-16 gives neither a record nor a word"),
    (.invents, "encoding", "an empty input gives records"),
    (.losesABackup, "round trip", "written again, it differs from byte"),
  ])
  func anImportersFaultIsFound(_ fault: SpecimenPlugin.Fault, _ name: String, _ words: String) throws {
    let check = try #require(ImporterConformance.checks.first { $0.name == name })
    let trial = ImporterTrial(SpecimenPlugin(fault), among: CheckTests.neighbours, samples: [])
    let messages = check.messages(on: trial)
    #expect(messages.contains { $0.contains(words) }, "\(messages)")
  }

  @Test func everyFaultIsTried() {
    #expect(SpecimenPlugin.Fault.allCases.count == 29, "add the new fault to the lists above")
  }

  @Test func anImporterAloneNeedsSamples() {
    let finding = ImporterConformance(ImportOnly()).run()
    #expect(finding.map(\.check) == ["samples"])
    let sample = Array("# people, tab separated\nAda Lovelace\tada@example.com\n".utf8)
    #expect(ImporterConformance(ImportOnly(), samples: [sample]).run() == [])
  }

  @Test func manyFindingsOfACheckAreCut() {
    let findings = Finding.list("sample", (1...25).map { "number \($0)" })
    #expect(findings.count == 11)
    #expect(findings.last?.description == "sample: and 15 more")
  }
}

/// ``TabbedPlugin`` without its exporter.
private struct ImportOnly: Importer {
  var format: Format { TabbedPlugin().format }
  func recognizes(_ head: [UInt8]) -> Bool { TabbedPlugin().recognizes(head) }
  func importRecords(in context: ImportContext) throws { try TabbedPlugin().importRecords(in: context) }
}
