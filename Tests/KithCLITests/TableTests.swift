import KithCore
import Testing

@testable import KithCLI

struct TableTests {
  private func lines(width: Int?, wraps: Bool) throws -> [String] {
    let output = OutputSink.inMemory()
    let terminal = Terminal(width: width, color: false, canAsk: false, showsProgress: false)
    var table = Table(["THEME", "WHAT THEY SAID"], terminal: terminal, output: output, wraps: wraps)
    try table.add(["communication", "talk through trade-offs aloud, and say what you assume"])
    try table.add(["tests", "fine"])
    try table.finish()
    let text = output.withBytes { String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").map(String.init)
  }

  @Test func whatIsReadGoesOnInTheNextLine() throws {
    let lines = try lines(width: 40, wraps: true)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(
      lines == [
        "THEME          WHAT THEY SAID", "communication  talk through trade-offs",
        "               aloud, and say what you",
        "               assume", "tests          fine",
      ])
  }

  @Test func whatIsLookedUpIsCut() throws {
    let lines = try lines(width: 40, wraps: false)
    #expect(lines.count == 3 && lines.allSatisfy { DisplayWidth.of($0) <= 40 })
  }

  @Test func aPipeGetsAllOfIt() throws {
    #expect(try lines(width: nil, wraps: true)[1].hasSuffix("and say what you assume"))
  }
}
