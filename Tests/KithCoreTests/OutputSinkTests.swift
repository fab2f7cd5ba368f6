import KithCore
import Testing

struct OutputSinkTests {
  @Test func keepsEverythingInMemory() throws {
    let sink = OutputSink.inMemory(capacity: 1)
    try sink.write("static ")
    try sink.write(String("text ") + "é ")
    try sink.write(UInt8(ascii: "x"))
    try sink.write(-42)
    try sink.write(Identifier(high: 0, low: 10))
    try sink.flush()
    let text = sink.withBytes { String(decoding: $0, as: UTF8.self) }
    #expect(text == "static text é x-4200000000-0000-0000-0000-00000000000a")
    sink.removeAll()
    #expect(sink.withBytes { $0.isEmpty })
  }

  @Test(arguments: [1, 2, 16, 1 << 18])
  func writesTheSameThroughAnyBuffer(capacity: Int) throws {
    var written: [UInt8] = []
    let sink = OutputSink(capacity: capacity) { written += $0 }
    for number in 0..<100 { try sink.write("\(number),") }
    try sink.flush()
    #expect(written == Array((0..<100).map { "\($0)," }.joined().utf8))
  }

  @Test func handsOverAFullBufferAtOnce() throws {
    var sizes: [Int] = []
    let sink = OutputSink(capacity: 8) { sizes.append($0.count) }
    for _ in 0..<20 { try sink.write(UInt8(1)) }
    #expect(sizes == [8, 8])
    try sink.flush()
    try sink.flush()
    #expect(sizes == [8, 8, 4])
  }

  @Test func takesWhatWasWrittenIntoReservedRoom() throws {
    let sink = OutputSink.inMemory(capacity: 2)
    let room = try sink.reserve(10)
    room[0] = 1
    room[1] = 2
    sink.advance(by: 2)
    #expect(sink.withBytes { Array($0) } == [1, 2])
  }

  @Test func letsTheDestinationsErrorOut() {
    struct Full: Error {}
    let sink = OutputSink(capacity: 4) { _ in throw Full() }
    #expect(throws: Full.self) {
      try sink.write("longer than the buffer twice")
      try sink.flush()
    }
  }
}
