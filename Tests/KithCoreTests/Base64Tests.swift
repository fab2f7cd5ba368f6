import KithCore
import Testing

struct Base64Tests {
  /// RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func knowsTheStandardsExamples(_ plain: String, _ digits: String) {
    #expect(Base64.encode(Array(plain.utf8)) == Array(digits.utf8))
    #expect(Base64.decode(digits.utf8) == Array(plain.utf8))
  }

  @Test func givesEveryByteBack() {
    let bytes = (0...255).map { UInt8($0) }
    for length in 0...256 {
      #expect(Base64.decode(Base64.encode(Array(bytes.prefix(length)))) == Array(bytes.prefix(length)))
    }
  }

  @Test func passesOverWhiteSpaceAndTakesTheURLAlphabet() {
    #expect(Base64.decode(" Zm9v\r\n\tYmFy ".utf8) == Array("foobar".utf8))
    #expect(Base64.decode("-_8".utf8) == [0xfb, 0xff])
    #expect(Base64.decode("+/8=".utf8) == [0xfb, 0xff])
  }

  @Test(arguments: ["Zm9v!", "Zg==Zg==", "Z", "Zm9vY", "é", "Zm\09v"])
  func refusesOtherText(_ digits: String) {
    #expect(Base64.decode(digits.utf8) == nil)
  }
}
