import KithCore
import Testing

@Suite struct Base64Tests {
  @Test(arguments: 0..<20) func comesBack(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 201) }
    let digits = Base64.encode(bytes)
    #expect(digits.count == (count + 2) / 3 * 4)
    #expect(Base64.decode(digits) == bytes)
    #expect(Base64.decode(digits.lazy.map { $0 }) == bytes)
    #expect(Base64.decode(digits.filter { $0 != UInt8(ascii: "=") }) == bytes)
  }

  @Test(arguments: [("", ""), ("Zm9v\r\n YmFy", "foobar"), ("-_-_", "\u{fb}\u{ff}\u{bf}")])
  func reads(_ digits: String, _ text: String) {
    #expect(Base64.decode(digits.utf8) == text.unicodeScalars.map { UInt8($0.value) })
  }

  @Test(arguments: ["Z", "Zm9v*", "Zm=9", "Zm9vé", "\u{0}"])
  func refuses(_ digits: String) { #expect(Base64.decode(digits.utf8) == nil) }
}
