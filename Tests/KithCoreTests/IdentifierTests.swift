import KithCore
import Testing

struct IdentifierTests {
  let id = Identifier(high: 0x8c6a_2e5e_54a7_4c5e, low: 0x9f3b_2f6d_1c0b_9a71)

  @Test func writesTheTextForm() {
    #expect(id.description == "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71")
    #expect(Identifier(high: 0, low: 1).description == "00000000-0000-0000-0000-000000000001")
  }

  @Test(arguments: [
    "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71", "8C6A2E5E-54A7-4C5E-9F3B-2F6D1C0B9A71", "8c6a2e5e54a74c5e9f3b2f6d1c0b9a71",
    "urn:uuid:8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71", "URN:UUID:8c6a2e5e54a74c5e9f3b2f6d1c0b9a71",
  ])
  func readsEverySpelling(_ text: String) {
    #expect(Identifier(uuid: text) == id)
    #expect(Identifier(uid: text) == id)
  }

  @Test(arguments: [
    "", "urn:uuid:", "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a7", "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71a",
    "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a7g", "urn:uuie:8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71",
    "------------------------------------", "8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9aé", "{8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b}",
  ])
  func refusesOtherText(_ text: String) {
    #expect(Identifier(uuid: text) == nil)
  }

  @Test func namesAForeignUIDTheSameWayEveryTime() {
    let named = Identifier(uid: "ada@directory.example.com")
    #expect(named == Identifier(name: "ada@directory.example.com"))
    #expect(named != Identifier(uid: "ada@directory.example.co"))
    #expect(named.high >> 12 & 0xf == 5, "version 5")
    #expect(named.low >> 62 == 2, "variant of RFC 9562")
  }

  @Test func pinsTheNamespace() {
    // uuid.uuid5(uuid.UUID(bytes=b"kith-uid-namespa"), "ada") in Python.
    #expect(Identifier(name: "ada").description == "c955d2fe-873c-5eea-a612-fcd95a6ea97e")
  }

  @Test func sortsByValue() {
    #expect(Identifier(high: 0, low: 2) < Identifier(high: 1, low: 0))
    #expect(Identifier(high: 1, low: 0) < Identifier(high: 1, low: 1))
  }

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
}
