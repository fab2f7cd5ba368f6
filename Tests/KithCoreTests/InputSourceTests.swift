import KithCore
import Testing

struct InputSourceTests {
  private func rest(of input: InputSource, by size: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: size)
    while true {
      let got = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
      if got == 0 { return bytes }
      bytes += buffer[..<got]
    }
  }

  @Test(arguments: [1, 3, 100])
  func readsWhatWasPeekedAgain(size: Int) throws {
    let input = InputSource(bytes: Array("abcdefghij".utf8))
    #expect(try input.peek(4) == Array("abcd".utf8))
    #expect(try input.peek(6) == Array("abcdef".utf8))
    #expect(try rest(of: input, by: size) == Array("abcdefghij".utf8))
  }

  @Test func peeksAfterReading() throws {
    let input = InputSource(bytes: Array("abcdefghij".utf8))
    _ = try input.peek(5)
    var two: [UInt8] = [0, 0]
    #expect(try two.withUnsafeMutableBytes { try input.read(into: $0) } == 2)
    #expect(try input.peek(5) == Array("cdefg".utf8))
    #expect(try rest(of: input, by: 4) == Array("cdefghij".utf8))
  }

  @Test func peeksNoFurtherThanTheEnd() throws {
    let input = InputSource(bytes: [1, 2])
    #expect(try input.peek(4096) == [1, 2])
    #expect(try input.peek(0) == [])
    #expect(try rest(of: input, by: 8) == [1, 2])
    #expect(try input.peek(1) == [])
  }

  @Test func keepsWhatItHadWhenThePeekFails() throws {
    struct Broken: Error {}
    var reads = 0
    let input = InputSource { target in
      reads += 1
      if reads == 2 { throw Broken() }
      if reads > 2 { return 0 }
      target[0] = 7
      return 1
    }
    #expect(throws: Broken.self) { try input.peek(4) }
    #expect(try rest(of: input, by: 4) == [7])
  }
}
