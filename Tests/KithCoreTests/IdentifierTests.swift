import KithCore
import Testing

@Suite struct IdentifierTests {
  private let id = Identifier(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)

  @Test(
    arguments: [
      "01234567-89ab-cdef-fedc-ba9876543210", "01234567-89AB-CDEF-FEDC-BA9876543210",
      "0123456789abcdeffedcba9876543210",
      "urn:uuid:01234567-89ab-cdef-fedc-ba9876543210", "URN:UUID:0123456789ABCDEFFEDCBA9876543210",
      "0123-4567-89ab-cdef-fedcba9876543210",
    ])
  func readsEverySpelling(_ text: String) { #expect(Identifier(uuid: text) == id) }

  @Test func writesLowerCase() { #expect(id.description == "01234567-89ab-cdef-fedc-ba9876543210") }

  /// Each byte value in each place of the text: only a digit of either case may be read.
  @Test func onlyHexadecimalDigitsAreRead() {
    let text = Array(id.description.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max where byte != text[place] {
        var changed = text
        changed[place] = byte
        let read = changed.withUnsafeBufferPointer { Identifier(utf8: $0) }
        let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) && byte > 0x40
        let isRead = isDigit && text[place] != UInt8(ascii: "-")
        #expect((read != nil) == isRead)
        if let read { #expect(read.description.utf8.elementsEqual(changed.map { $0 > 0x40 ? $0 | 0x20 : $0 })) }
      }
    }
  }

  @Test func otherTextIsNamed() {
    #expect(Identifier(uuid: "crm-17") == nil)
    #expect(Identifier(uid: "crm-17") == Identifier(name: "crm-17"))
    #expect(Identifier(uid: id.description) == id)
  }
}
