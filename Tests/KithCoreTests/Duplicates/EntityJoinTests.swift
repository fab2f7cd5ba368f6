import Testing

@testable import KithCore

struct EntityJoinTests {
  private func entity(_ number: UInt64, _ name: String, _ change: (inout Entity) -> Void = { _ in }) -> Entity {
    var entity = Entity(
      id: Identifier(high: 1, low: number), kind: .person, name: name, created: Timestamp(secondsSince1970: Int(number))
    )
    entity.personName = PersonName(parsing: name)
    change(&entity)
    return entity
  }

  @Test func namesOfTheOtherAreNicknames() {
    let join = EntityJoin(entity(1, "Ada Lovelace"), entity(2, "A. Lovelace") { $0.nicknames = ["Countess"] })
    #expect(join.result.name == "Ada Lovelace")
    #expect(join.result.nicknames == ["A. Lovelace", "Countess"])
    #expect(EntityJoin(entity(1, "Ada Lovelace"), entity(2, "ADA LOVELACE")).result.nicknames == [])
  }

  @Test func theOldIdAndItsOwnStay() {
    let other = entity(2, "Ada") { $0.foreignUIDs = ["x"] }
    let join = EntityJoin(entity(1, "Ada") { $0.foreignUIDs = ["x", "y"] }, other)
    #expect(join.result.foreignUIDs == ["x", "y", other.id.description])
  }

  @Test func oneAddressForTwoPlacesStaysTwo() {
    let mine = entity(1, "Ada") {
      $0.emails = [EmailAddress("a@x.io", details: ContactDetails(types: ["work"], label: "Office"))]
    }
    let theirs = entity(2, "Ada") {
      $0.emails = [
        EmailAddress("A@x.io", details: ContactDetails(types: ["home"])),
        EmailAddress("a@x.io", details: ContactDetails(label: "Study")),
      ]
    }
    let emails = EntityJoin(mine, theirs).result.emails
    #expect(emails.map(\.address) == ["a@x.io", "a@x.io"])
    #expect(emails[0].details.types == ["work", "home"])
    #expect(emails.map(\.details.label) == ["Office", "Study"])
  }

  @Test func birthdaysThatAgreeAreOneAndOthersAreNoted() {
    func born(_ date: String, _ number: UInt64) -> Entity {
      entity(number, "Ada") { $0.anniversaries = [Anniversary(.birth, on: PartialDate(date)!)] }
    }
    let whole = EntityJoin(born("--12-10", 1), born("1815", 2))
    #expect(whole.result.anniversaries.map(\.date) == [PartialDate("1815-12-10")])
    #expect(whole.displaced == [])
    let two = EntityJoin(born("1815-12-10", 1), born("1815-12-11", 2))
    #expect(two.result.anniversaries.map(\.date) == [PartialDate("1815-12-10")])
    #expect(two.displaced == ["birthday: 1815-12-11"])
    #expect(two.result.notes == ["Ada: other birthday: 1815-12-11"])
  }

  @Test func aSecondPhotoIsKept() {
    let join = EntityJoin(
      entity(1, "Ada") { $0.photo = .uri("https://x.io/1") },
      entity(2, "Ada") { $0.photo = .data(mediaType: "image/png", bytes: [1, 2, 3]) })
    #expect(join.result.photo == .uri("https://x.io/1"))
    #expect(join.result.keptProperties.map(\.value) == ["AQID"])
    #expect(join.displaced == ["photo"])
  }

  @Test func fieldsOfOneNameStayBoth() {
    let join = EntityJoin(
      entity(1, "Ada") { $0.customFields = [CustomField("Size", "M"), CustomField("Tea", "green")] },
      entity(2, "Ada") { $0.customFields = [CustomField("size", "L"), CustomField("tea", "green", isPrivate: true)] })
    #expect(join.result.customFields.map(\.value) == ["M", "green", "L"])
    #expect(join.result.customFields[1].isPrivate)
    #expect(join.result.created == Timestamp(secondsSince1970: 1))
  }
}
