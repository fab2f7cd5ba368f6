import KithCore
import Testing

struct EntityMergeTests {
  private func ada() -> Entity {
    var ada = Entity(
      id: Identifier(high: 1, low: 1), kind: .person, name: "Ada Lovelace", created: Timestamp(secondsSince1970: 1))
    ada.emails = [EmailAddress("ada@example.com", details: ContactDetails(types: ["work"]))]
    ada.phones = [PhoneNumber("+44 20 7946 0001")]
    ada.tags = ["compilers"]
    ada.notes = ["met in London"]
    ada.anniversaries = [Anniversary(.birth, on: PartialDate("1815")!)]
    return ada
  }

  @Test func theSameTwiceIsTheSame() { #expect(ada().merging(ada()) == ada()) }

  @Test func whatOneLacksIsKept() {
    let bare = Entity(
      id: Identifier(high: 2, low: 2), kind: .person, name: "Ada Lovelace", created: Timestamp(secondsSince1970: 2))
    #expect(ada().merging(bare) == ada())
  }

  @Test func spellingsOfOneValueAreOne() {
    var other = ada()
    other.emails = [EmailAddress("ADA@example.com"), EmailAddress("ada@home.example")]
    other.phones = [PhoneNumber("020 7946 0001")]
    other.tags = ["Compilers", "math"]
    other.notes = ["met in London", "met in Paris"]
    other.anniversaries = [Anniversary(.birth, on: PartialDate("1815-12-10")!)]
    let merged = ada().merging(other)
    #expect(merged.emails.map(\.address) == ["ADA@example.com", "ada@home.example"])
    #expect(merged.phones.map(\.number) == ["020 7946 0001"])
    #expect(merged.tags == ["Compilers", "math"])
    #expect(merged.notes == ["met in London", "met in Paris"])
    #expect(merged.anniversaries.map(\.date.description) == ["1815-12-10"])
    #expect(merged.merging(other) == merged, "told again it says the same")
  }
}
