import KithCore
import Testing

struct TieStrengthTests {
  private let today = PartialDate("2026-11-20")!

  private func strength(
    _ types: RelationType..., since: String? = nil, until: String? = nil, contacts: Int = 0, last: String? = nil
  ) -> Double {
    let period = Period(start: since.flatMap { PartialDate($0) }, end: until.flatMap { PartialDate($0) })
    let tie = TieFacts(
      types.map { TieFacts.Edge($0, isForward: true, period: period) }, contacts: contacts,
      lastContact: last.flatMap { PartialDate($0) })
    return TieStrength.of(tie, today: today)
  }

  @Test func friendsCountMoreThanPeopleMetOnce() {
    let order: [RelationType] = [.spouseOf, .friendOf, .mentorOf, .colleagueOf, .introducedBy, .met, .related]
    let strengths = order.map { strength($0) }
    #expect(strengths == strengths.sorted(by: >) && Set(strengths).count == order.count)
    #expect(RelationType.allCases.allSatisfy { (0...1).contains($0.strength) })
  }

  /// What may stand between two people is a tie, and nothing else is.
  @Test func tiesAreBetweenPeople() {
    for type in RelationType.connecting {
      #expect(type.ends.subject.contains(.person) && type.ends.object.contains(.person), "\(type)")
    }
    #expect(RelationType.connecting.isDisjoint(with: Overlap.types))
  }

  @Test func fresherAndMoreOftenIsStronger() {
    #expect(strength(.met, since: "2026") > strength(.met, since: "2024"))
    #expect(strength(.met, since: "2024") > strength(.met, since: "2001"))
    #expect(strength(.met, since: "2001", last: "2026-11-01") > strength(.met, since: "2001"))
    #expect(strength(.met, since: "2026", contacts: 4) > strength(.met, since: "2026", contacts: 1))
    #expect(strength(.knows) > strength(.knows, since: "2001"))
    #expect(strength(.colleagueOf, since: "2019") > strength(.colleagueOf, since: "2019", until: "2021"))
    #expect(strength(.met, .colleagueOf) > strength(.colleagueOf))
    #expect(strength(.spouseOf, .friendOf, .colleagueOf, contacts: 900, last: "2026-11") <= 1)
    #expect(TieStrength.of(TieFacts([]), today: today) == 0)
  }

  @Test func whoWasAskedALotIsAskedLast() {
    #expect(ConnectorLoad().factor == 1)
    #expect(ConnectorLoad(introductions: 1).factor < ConnectorLoad(favours: 1).factor)
    #expect(ConnectorLoad(introductions: 9).factor < ConnectorLoad(introductions: 1).factor)
  }
}
