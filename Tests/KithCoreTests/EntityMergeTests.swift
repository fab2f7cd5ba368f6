import KithCore
import KithTesting
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

  /// As so many cards have it: one number for the telephone and the fax.
  @Test func oneNumberForTwoPurposesStaysTwo() {
    var card = Entity(
      id: Identifier(high: 0, low: 1), kind: .person, name: "Ada", created: Timestamp(secondsSince1970: 0))
    func phone(_ types: String...) -> PhoneNumber {
      PhoneNumber("+44 20 7946 0001", details: ContactDetails(types: types))
    }
    card.phones = [phone("work"), phone("fax")]
    card.nicknames = ["Countess", "countess"]
    var stored = card
    stored.phones.append(PhoneNumber("+44 20 7946 0002"))
    #expect(stored.merging(card) == stored)
    stored.phones = [phone()]
    #expect(stored.merging(card).phones == card.phones)
    #expect(stored.merging(card).merging(card) == stored.merging(card))
  }

  @Test func mergingTakesLinearTime() {
    func card(_ count: Int) -> Entity {
      var card = Entity(
        id: Identifier(high: 0, low: 1), kind: .person, name: "Ada", created: Timestamp(secondsSince1970: 0))
      card.phones = (0..<count).map {
        PhoneNumber("1234567", details: ContactDetails(label: "\($0)"))
      }
      return card
    }
    var other = card(20_000)
    other.phones.reverse()
    let time = ProcessorTime.measure { #expect(card(20_000).merging(other).phones.count == 20_000) }
    #expect(time < 10)
  }

  @Test func partsOfANameThatAreNotToldAreKept() {
    var ada = Entity(
      id: Identifier(high: 1, low: 1), kind: .person, name: "Ada Lovelace", created: Timestamp(secondsSince1970: 0))
    ada.personName = PersonName(family: ["Byron"], given: ["Ada"], additional: ["Augusta"], prefixes: ["Countess"])
    var told = ada
    told.personName = PersonName(family: ["Lovelace"], given: ["Ada"])
    #expect(
      ada.merging(told).personName
        == PersonName(family: ["Lovelace"], given: ["Ada"], additional: ["Augusta"], prefixes: ["Countess"]))
  }

  @Test func linesOfAStreetInOneAreTheSameStreet() {
    var charles = Entity(
      id: Identifier(high: 1, low: 2), kind: .person, name: "Charles", created: Timestamp(secondsSince1970: 0))
    charles.addresses = [PostalAddress(street: ["1 Dorset Street", "Marylebone"], locality: ["London"])]
    var told = charles
    told.addresses = [PostalAddress(street: ["1 Dorset Street, Marylebone"], locality: ["London"])]
    #expect(charles.merging(told).addresses == charles.addresses)
  }

  /// Every address differs from every other, so that all of them are compared.
  @Test func manyAddressesAreSpelledOnce() {
    func addresses(_ town: String) -> [PostalAddress] {
      (0..<400).map { PostalAddress(street: ["\($0) Dorset Street"], locality: ["\(town) \($0)"]) }
    }
    var charles = Entity(
      id: Identifier(high: 1, low: 3), kind: .person, name: "Charles", created: Timestamp(secondsSince1970: 0))
    charles.addresses = addresses("London")
    var told = charles
    told.addresses = addresses("Paris")
    var merged: [PostalAddress] = []
    let time = ProcessorTime.measure { merged = charles.merging(told).addresses }
    #expect(merged.count == 800)
    #expect(time < 3, "spelling each again for each comparison takes ten times as long")
  }
}
