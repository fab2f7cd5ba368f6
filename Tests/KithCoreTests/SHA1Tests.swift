import Testing

@testable import KithCore

struct SHA1Tests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func hashesTheStandardsExamples(_ text: String, _ digest: String) {
    var hash = SHA1()
    hash.update(Array(text.utf8))
    #expect(hexadecimal(hash.finish()) == digest)
  }

  @Test func hashesAMillionLettersInPieces() {
    var hash = SHA1()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 999)
    for _ in 0..<1001 { hash.update(piece) }
    hash.update([UInt8(ascii: "a")])
    #expect(hexadecimal(hash.finish()) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
  }

  @Test(arguments: [55, 56, 63, 64, 65, 119, 120])
  func padsAtBlockEdges(_ count: Int) {
    let bytes = [UInt8](repeating: 7, count: count)
    var whole = SHA1()
    whole.update(bytes)
    var pieces = SHA1()
    for byte in bytes { pieces.update([byte]) }
    #expect(whole.finish() == pieces.finish())
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
