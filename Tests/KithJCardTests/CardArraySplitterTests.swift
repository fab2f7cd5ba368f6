import KithCore
import Testing

@testable import KithJCard

@Suite struct CardArraySplitterTests {
  @Test func `a value over the limit is left out`() throws {
    let long = "[\"vcard\",\"" + String(repeating: "x\\\"]", count: 100) + "\"]"
    let input = InputSource(bytes: Array("[[\"vcard\"],\n\(long),\n[\"vcard\",[]]]".utf8))
    var found: [String] = []
    try CardArraySplitter(input, limit: 100).forEachPiece { piece in
      found.append("\(piece.line) \(piece.isTooLarge ? "too large" : String(decoding: piece.bytes, as: UTF8.self))")
    }
    #expect(found == ["1 [\"vcard\"]", "2 too large", "3 [\"vcard\",[]]"])
  }
}
