import Foundation
import KithConformance
import KithCore
import Testing

@testable import KithCSV

/// What kith writes, Python's csv module reads the same; what both read, they read the same.
struct PythonTests {
  /// Prints each row as its cells in hexadecimal.
  private static let script = """
    import csv, io, sys
    csv.field_size_limit(1 << 30)
    text = sys.stdin.buffer.read().decode('utf-8')
    for row in csv.reader(io.StringIO(text, newline='')):
        if row: print('|' + ','.join(cell.encode('utf-8').hex() for cell in row))
    """

  private static func python(_ bytes: [UInt8]) throws -> [String]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.detachNewThread {
      try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? input.fileHandleForWriting.close()
    }
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let isHere = (try? python(Array("a\n".utf8))) == ["|61"]

  private func kith(_ bytes: [UInt8]) throws -> [String] {
    var problems: [String] = []
    return try CSVReaderTests.rows(bytes, limit: 1 << 24, problems: &problems).map { row in
      row.cells.map { cell in cell.utf8.map { String(format: "%02x", $0) }.joined() }.joined(separator: ",")
    }.map { "|" + $0 }
  }

  @Test func readsWhatKithWrites() throws {
    guard Self.isHere else { return print("skipped: no python3") }
    var graph = InMemoryGraph()
    for (index, value) in CSVTesting.hostile.enumerated() where value.utf8.count < 1000 {
      var person = CSVTesting.person(value, id: UInt64(index))
      person.emails = [EmailAddress(value), EmailAddress(value)]
      person.notes = [value]
      graph.entities.append(person)
      graph.relations.append(Relation(person.id, .related, person.id, title: value))
    }
    for table in ["people", "relations"] {
      let bytes = try CSVTesting.write(graph, table: table).bytes
      #expect(try Self.python(bytes) == kith(bytes))
      #expect(try kith(bytes).count == graph.entities.count + 1)
    }
  }

  @Test(arguments: ["google", "outlook", "thunderbird"], ["no", "yes"])
  func readsTheDialectsThatKithWrites(dialect: String, safe: String) throws {
    guard Self.isHere else { return print("skipped: no python3") }
    let options = [(name: "dialect", value: dialect), ("spreadsheet-safe", safe)]
    var hostile = SampleGraph.hostile
    hostile.entities.removeAll { $0.name.utf8.count > 5000 }
    for graph in [SampleGraph.small, SampleGraph.everything, hostile] {
      let bytes = try CSVTesting.write(graph, options: options).bytes
      let rows = try #require(try Self.python(bytes))
      #expect(try rows == kith(bytes))
      #expect(rows.count == graph.entities.count { $0.kind == .person } + 1)
      let widths = Set(rows.map { $0.utf8.count { $0 == UInt8(ascii: ",") } })
      #expect(widths.count == 1, "each row has as many cells as the header row")
    }
  }

  @Test(arguments: [
    "a,b\r\n\"x,1\",\"y \"\"z\"\"\"\r\n", "Ada \"C\" L,5\" disk\n\"Grace\"x,\"a\"b\"\n", "a\rb\r\n\rc", ",\n\"\"\n,,\n",
    "\"a\r\nb\",c\n\n\nd", "\"Ada \\\"C\\\" L\",\"x\"\n", " \"a\", b \n", "x,\"\"\"\",\"\"\"\"\"\"\n",
  ])
  func readsOddFilesAlike(text: String) throws {
    guard Self.isHere else { return print("skipped: no python3") }
    #expect(try Self.python(Array(text.utf8)) == kith(Array(text.utf8)))
  }
}
