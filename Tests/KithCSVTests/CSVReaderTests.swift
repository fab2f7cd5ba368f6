import KithCore
import Testing

@testable import KithCSV

struct CSVReaderTests {
  struct Row: Equatable {
    var line: Int
    var cells: [String]

    init(_ line: Int, _ cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// Reads `text` handed over `step` bytes at a time, with a buffer of `capacity` to begin with.
  static func rows(
    _ bytes: [UInt8], delimiter: Character = ",", step: Int = .max, capacity: Int = 1 << 18, limit: Int = 1 << 20,
    problems: inout [String]
  ) throws -> [Row] {
    var position = 0
    let input = InputSource { target in
      let count = min(step, target.count, bytes.count - position)
      target.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
    let reader = try CSVReader(
      input, delimiter: delimiter.asciiValue ?? 0, decoder: CSVTextDecoder(), limit: limit, capacity: capacity)
    var rows: [Row] = []
    while let record = try reader.nextRecord() {
      if let problem = record.problem { problems.append("\(problem):\(record.line)") }
      rows.append(Row(record.line, record.texts))
    }
    return rows
  }

  static func rows(_ text: String, delimiter: Character = ",") throws -> [Row] {
    var problems: [String] = []
    let rows = try rows(Array(text.utf8), delimiter: delimiter, problems: &problems)
    #expect(problems.isEmpty)
    return rows
  }

  @Test func splitsAsRFC4180Says() throws {
    let rows = try Self.rows("a,b,c\r\n\"x,1\",\"y \"\"z\"\"\",\"two\r\nlines\"\r\n,,\r\nlast,\"\"")
    #expect(
      rows == [
        Row(1, ["a", "b", "c"]), Row(2, ["x,1", "y \"z\"", "two\r\nlines"]), Row(4, ["", "", ""]),
        Row(5, ["last", ""]),
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesWhateverEndsThem(lineEnd: String) throws {
    let text = ["a,b", "", "\"1", "2\",c", "", "", "d,e", ""].joined(separator: lineEnd)
    let rows = try Self.rows(text)
    #expect(rows == [Row(1, ["a", "b"]), Row(3, ["1\(lineEnd)2", "c"]), Row(7, ["d", "e"])])
  }

  @Test func toleratesWhatSpreadsheetsTolerate() throws {
    let text = "Ada \"Countess\" L,5\" disk\n\"Grace\"x,\"a\"b\"\n\"Ada \\\"C\\\" L\",\"x\"\nx, \"y\"\n"
    let rows = try Self.rows(text)
    #expect(
      rows.map(\.cells) == [
        ["Ada \"Countess\" L", "5\" disk"], ["Gracex", "ab\""], ["Ada \\C\\\" L\"", "x"], ["x", " \"y\""],
      ])
  }

  @Test func takesOffTheByteOrderMarkOnly() throws {
    #expect(try Self.rows("\u{feff}\"a\",\u{feff}b\n").map(\.cells) == [["a", "\u{feff}b"]])
  }

  @Test func readsNothingFromNothing() throws {
    #expect(try Self.rows("").isEmpty)
    #expect(try Self.rows("\u{feff}").isEmpty)
    #expect(try Self.rows("\r\n\n\r").isEmpty)
    #expect(try Self.rows("\"\"").map(\.cells) == [[""]])
    #expect(try Self.rows(",").map(\.cells) == [["", ""]])
  }

  @Test func keepsOtherDelimitersWithinFields() throws {
    #expect(try Self.rows("a;b,c\td", delimiter: ";").map(\.cells) == [["a", "b,c\td"]])
    #expect(try Self.rows("a;b,c\td", delimiter: "\t").map(\.cells) == [["a;b,c", "d"]])
  }

  @Test func takesAnUnclosedQuoteAsACharacterAndReadsOn() throws {
    var problems: [String] = []
    let text = "Name,Notes\nAda,\"never closed\nGrace,ok\n\"Alan\",\"Bombe\"\"s\n"
    let rows = try Self.rows(Array(text.utf8), problems: &problems)
    #expect(rows.map(\.cells).contains(["Ada", "\"never closed"]))
    #expect(rows.map(\.cells).contains(["Grace", "ok"]))
    #expect(problems.first == "unclosedQuote:2")
  }

  @Test func takesTwoUnclosedQuotesOfOneRecord() throws {
    let text = "\"ok, fine\",\"one,\"two,3\nnext,\"a\nb\",\"c\"\nlast,\"x\ny,\"z\nend,1\n"
    var problems: [String] = []
    let whole = try Self.rows(Array(text.utf8), problems: &problems)
    #expect(whole.last == Row(6, ["end", "1"]))
    #expect(whole.map(\.cells).contains(["next", "a\nb", "c"]))
    for step in 1...20 {
      #expect(try Self.rows(Array(text.utf8), step: step, capacity: 4, problems: &problems) == whole)
    }
  }

  @Test func givesUpAfterSomeUnclosedQuotesInLinearTime() throws {
    var problems: [String] = []
    let text = String(repeating: "a,\"b\"\"\"\"\n", count: 20_000) + ",\""
    _ = try Self.rows(Array(text.utf8), problems: &problems)
    #expect(!problems.isEmpty && problems.count < 40)
  }

  @Test func skipsARecordThatIsTooLong() throws {
    for quote in ["", "\""] {
      let long = quote + String(repeating: quote.isEmpty ? "x" : "x\n\"\",", count: 60_000) + quote
      var problems: [String] = []
      let rows = try Self.rows(
        Array("a,b\r\n\(long),1\r\nc,d\r\n".utf8), step: 1000, capacity: 64, limit: 4096, problems: &problems)
      #expect(problems == ["tooLong:2"])
      #expect(rows == [Row(1, ["a", "b"]), Row(2, []), Row(quote.isEmpty ? 3 : 60_003, ["c", "d"])])
    }
  }

  @Test func skipsATooLongRecordAtTheEnd() throws {
    var problems: [String] = []
    let rows = try Self.rows(
      Array(("a\n\"" + String(repeating: "y", count: 9000)).utf8), capacity: 64, limit: 4096, problems: &problems)
    #expect(rows == [Row(1, ["a"]), Row(2, [])])
    #expect(problems == ["tooLong:2"])
  }

  @Test func countsMoreFieldsThanItKeeps() throws {
    let bytes = Array(String(repeating: "x,", count: 100_000).utf8)
    let reader = try CSVReader(InputSource(bytes: bytes), delimiter: 0x2c, decoder: CSVTextDecoder())
    let record = try #require(try reader.nextRecord())
    #expect(record.totalCount == 100_001)
    #expect(record.count == 4096)
  }

  @Test func readsTheSameInPiecesOfAnySize() throws {
    let text = "\u{feff}a,\"b\"\"b\",c\r\n\"two\r\nlines\",\"x\"y,\r\r\n,\"\",\"\"\"\"\n\"é,株\",z \"q\"\r\nlast,\"\n\""
    var problems: [String] = []
    let whole = try Self.rows(Array(text.utf8), problems: &problems)
    #expect(whole.count == 5)
    for step in 1...40 {
      for capacity in [4, 5, 7, 16, 64] {
        #expect(try Self.rows(Array(text.utf8), step: step, capacity: capacity, problems: &problems) == whole)
      }
    }
    #expect(problems.isEmpty)
  }

  @Test func readsWindows1252WhereItIsNotUTF8() throws {
    var problems: [String] = []
    let rows = try Self.rows([0x5a, 0xeb, 0x2c, 0x80, 0x81, 0x2c, 0xc3, 0xab], problems: &problems)
    #expect(rows == [Row(1, ["Zë", "€\u{81}", "ë"])])
  }

  @Test func neverTrapsOnNoise() throws {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("\",\"\n\r;a\\\u{0}".utf8) + [0xff]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      var problems: [String] = []
      let whole = try Self.rows(bytes, problems: &problems)
      let pieces = try Self.rows(bytes, step: 1, capacity: 4, problems: &problems)
      #expect(whole == pieces, "\(bytes)")
    }
  }
}
