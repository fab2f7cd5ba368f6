import Testing

@testable import KithCore

struct SHA1Tests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890"),
    ("abc", "a9993e364706816aba3e25717850c26c"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5"),
  ])
  func hashesTheStandardsExamples(_ text: String, _ digest: String) {
    #expect(hexadecimal(SHA1.digest(Array(text.utf8))) == digest)
  }

  @Test func hashesAMillionLetters() {
    let digest = SHA1.digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(hexadecimal(digest) == "34aa973cd4c4daa4f61eeb2bdbad2731")
  }

  /// From Python's hashlib: the lengths around the end of a block.
  @Test(arguments: [
    (55, "\u{7}", "01ba0487e7eef79b487e75248a704885"), (56, "\u{7}", "cdfb051dd3e3e88edc3dc9bb30986d27"),
    (64, "\u{7}", "6b4d5b862bba704d0fafe932e3f334c5"),
  ])
  func padsAtBlockEdges(_ count: Int, _ letter: String, _ digest: String) {
    let bytes = [UInt8](repeating: letter.utf8.first ?? 0, count: count)
    #expect(hexadecimal(SHA1.digest(bytes)) == digest)
  }

  private func hexadecimal(_ digest: (high: UInt64, low: UInt64)) -> String {
    [digest.high, digest.low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
