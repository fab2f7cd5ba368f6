import KithCSV
import KithCore
import Testing

@testable import KithCSV

/// The option `spreadsheet-safe`: what a spreadsheet would run is marked, and the marks come off again.
struct SpreadsheetTests {
  private static let values = [
    "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-2+3", "-rf", "\t=1", "\r=1", "＝1", "'", "''=x", "'=x",
    "+44 20 7946 0100",
    "-12.5", "+", "plain", "O'Brien", "=\"a,b\"\n",
  ]

  static let graph: InMemoryGraph = {
    var graph = InMemoryGraph()
    graph.entities = values.enumerated().map { index, value in
      var person = CSVTesting.person(value, id: UInt64(index))
      person.phones = [PhoneNumber(value.hasPrefix("+44") ? value : "+1 (555) 010-0")]
      return person
    }
    return graph
  }()

  @Test(arguments: [
    ("=1", true), ("@a", true), ("\tx", true), ("\rx", true), ("+1+1", true), ("-", true), ("+a", true), ("＝1", true),
    ("＋1", true), ("+44 (20) 7946-0100", false), ("-12.5", false), ("a=1", false), ("'=1", false), ("ｱ", false),
  ])
  func tellsFormulas(text: String, isFormula: Bool) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(SpreadsheetMark.isFormula) == isFormula)
  }

  @Test func marksFormulasAndNothingElse() throws {
    let (bytes, diagnostics) = try CSVTesting.write(Self.graph, options: [("spreadsheet-safe", "yes")])
    let table = try CSVTesting.table(bytes)
    #expect(table[0].last == "kith-spreadsheet-safe")
    #expect(
      table.dropFirst().map { $0[1] } == [
        "'=cmd|' /C calc'!A0", "'@SUM(A1)", "'+1+1", "'-2+3", "'-rf", "'\t=1", "'\r=1", "'＝1", "''", "'''=x", "''=x",
        "+44 20 7946 0100", "-12.5", "'+", "plain", "O'Brien", "'=\"a,b\"\n",
      ])
    #expect(table.allSatisfy { $0.count == table[0].count })
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["kith", "google", "outlook", "thunderbird"])
  func theReaderTakesItsMarksOff(dialect: String) throws {
    let options = [(name: "dialect", value: dialect), ("spreadsheet-safe", "yes")]
    let file = try CSVTesting.read(CSVTesting.write(Self.graph, options: options).bytes)
    #expect(file.entities.map(\.name) == Self.values)
    #expect(file.entities[0].phones[0].number == "+1 (555) 010-0")
  }

  @Test func noApostropheOfOthersIsTakenOff() throws {
    #expect(try CSVTesting.read("name,email\n'=x,'a@b.example\n").entities[0].name == "'=x")
    let said = try CSVTesting.read("name,email\n'=x,'a@b.example\n", options: [("spreadsheet-safe", "yes")])
    #expect(said.entities[0].name == "=x")
  }

  @Test func withoutTheOptionFormulasAreCounted() throws {
    let (bytes, diagnostics) = try CSVTesting.write(Self.graph, options: [("dialect", "google")])
    #expect(diagnostics.first { $0.code == "formula" }?.count == 10)
    #expect(diagnostics.first { $0.code == "formula" }?.kind == .warning)
    #expect(try CSVTesting.read(bytes).entities.map(\.name) == Self.values)
  }
}
