import Testing

@testable import KithCore

struct PhoneKeyTests {
  private func text(_ number: String, home: Int = 0) -> String? {
    PhoneKey(number, home: home).map { "\($0.country) \(String(decoding: $0.digits, as: UTF8.self))" }
  }

  @Test(arguments: ["+49 30 1234567", "0049 30 1234567", "+49 (0)30 1234567", "+49-30-123 45 67", "tel:+49301234567"])
  func international(number: String) { #expect(text(number) == "49 301234567") }

  @Test(arguments: ["030 1234567", "(030) 1234567", "030/1234567", "49 30 1234567"])
  func nationalWithTheCountryOfTheUser(number: String) { #expect(text(number, home: 49) == "49 301234567") }

  @Test func withoutACountryTheRestIsKnown() {
    #expect(text("030 1234567") == "0 301234567")
    #expect(text("(212) 555-0100") == "0 2125550100")
    #expect(text("1-212-555-0100") == "1 2125550100")
    #expect(text("011 44 20 7946 0000", home: 1) == "44 2079460000")
    #expect(text("+39 06 5550100") == "39 065550100")
    #expect(text("+353 1 555 0100") == "353 15550100")
  }

  @Test func extensionsBelongToTheNumber() {
    #expect(text("+1 212 555 0100 x12") == "1 2125550100#12")
    #expect(text("+1 212 555 0100;ext=12") == "1 2125550100#12")
    #expect(text("+1 212 555 0100 ext. 12") == "1 2125550100#12")
  }

  @Test(arguments: ["", "110", "+", "+4", "call me", "0000", "+49"])
  func whatIsNoNumber(number: String) { #expect(text(number) == nil) }
}
