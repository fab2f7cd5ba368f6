import KithCore
import Testing

struct LineReaderTests {
  private func lines(_ text: String, limit: Int = 1 << 20, pieces: Int = .max) throws -> [String] {
    var rest = Array(text.utf8)[...]
    let input = InputSource { target in
      let taken = rest.prefix(min(target.count, pieces))
      target.copyBytes(from: taken)
      rest = rest.dropFirst(taken.count)
      return taken.count
    }
    let reader = try LineReader(input, limit: limit)
    var lines: [String] = []
    while let line = try reader.next() {
      #expect(line.number == lines.count + 1)
      lines.append(String(decoding: line.bytes, as: UTF8.self) + (line.isCut ? "…" : ""))
    }
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, .max])
  func splitsAtEveryLineEnd(pieces: Int) throws {
    #expect(try lines("a\nbc\n\nd", pieces: pieces) == ["a", "bc", "", "d"])
    #expect(try lines("a\r\nbc\r\n\r\nd\r\n", pieces: pieces) == ["a", "bc", "", "d"])
    #expect(try lines("a\rbc\r\rd\r", pieces: pieces) == ["a", "bc", "", "d"])
    #expect(try lines("a\rb\nc", pieces: pieces) == ["a\rb", "c"])
  }

  @Test func hasNoLineInAnEmptyInput() throws {
    #expect(try lines("") == [])
    #expect(try lines("\n") == [""])
  }

  @Test func keepsNULAndLongLines() throws {
    let long = String(repeating: "x", count: 700_000)
    #expect(try lines("a\0b\n\(long)\nc", pieces: 4096) == ["a\0b", long, "c"])
  }

  @Test(arguments: [1000, 65536])
  func cutsALineBeyondTheLimitAndReadsOn(pieces: Int) throws {
    let long = String(repeating: "y", count: 1_000_000)
    let read = try lines("a\n\(long)\nb\n", limit: 10_000, pieces: pieces)
    #expect(read == ["a", String(repeating: "y", count: 256) + "…", "b"])
  }

  @Test func cutsALastLineWithoutAnEnd() throws {
    let long = String(repeating: "z", count: 1_000_000)
    #expect(try lines("a\n\(long)", limit: 10_000) == ["a", String(repeating: "z", count: 256) + "…"])
  }

  @Test func letsTheInputsErrorOut() throws {
    struct Broken: Error {}
    var reads = 0
    let reader = try LineReader(
      InputSource { target in
        reads += 1
        if reads > 1 { throw Broken() }
        target.copyBytes(from: [UInt8](repeating: 0x61, count: min(target.count, 1 << 16)))
        return min(target.count, 1 << 16)
      })
    #expect(throws: Broken.self) { try reader.next() }
  }
}
