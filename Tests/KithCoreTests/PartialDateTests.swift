import KithCore
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    "1985", "1985-04", "1985-04-12", "--04", "--04-12", "---12", "0001", "9999-12-31", "2024-02-29", "--02-29",
  ])
  func textComesBack(_ text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [("19850412", "1985-04-12"), ("--0412", "--04-12")])
  func basicFormIsRead(_ basic: String, _ extended: String) {
    #expect(PartialDate(basic)?.description == extended)
  }

  @Test(
    arguments: [
      "", "-", "--", "---", "----", "0000", "1985-", "1985-4", "1985-13", "1985-02-30", "2023-02-29", "1985-0412",
      "198504",
      "19851", "-1985", "--13", "--04-", "--02-30", "---00", "---32", "---123", "1985-04-12T", "1985:04:12", "١٩٨٥",
      "1985-04-123", " 1985", "--4",
    ])
  func nothingElseIsADate(_ text: String) { #expect(PartialDate(text) == nil) }

  @Test func partsAndOrder() throws {
    let date = try #require(PartialDate(year: 1985, month: 4))
    #expect((date.year, date.month, date.day) == (1985, 4, nil))
    #expect(date.packed == 19_850_400)
    #expect(PartialDate(packed: 19_850_400) == date)
    #expect(PartialDate(packed: 19_850_012) == nil)
    #expect(PartialDate(year: Int.max) == nil)
    #expect(date < PartialDate("1985-04-01")!)
    #expect(PartialDate("1985")! < date)
  }
}
