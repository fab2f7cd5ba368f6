import Testing

@testable import KithCore

struct CompanyDuplicateTests {
  private func pairs(_ names: [(String, String)], kinds: [Entity.Kind] = [.company, .company]) -> [DuplicatePair] {
    let finder = DuplicateFinder()
    for (number, (name, domain)) in names.enumerated() {
      var entity = Entity(
        id: Identifier(high: 0, low: UInt64(number)), kind: kinds[number], name: name,
        created: Timestamp(secondsSince1970: 0))
      entity.links = domain.isEmpty ? [] : [Link("https://www.\(domain)/about")]
      finder.add(entity, row: Int64(number))
    }
    return finder.find().pairs
  }

  @Test(arguments: [
    [("Acme Inc.", ""), ("ACME", "")], [("Analytical Engines", ""), ("AnalyticalEngines Ltd", "")],
    [("Acme", "acme.com"), ("Acme Robotics", "acme.com")], [("Müller Söhne", ""), ("Mueller Soehne GmbH", "")],
    [("International Business Machines", "ibm.com"), ("IBM", "ibm.com")],
  ])
  func alike(names: [(String, String)]) { #expect(pairs(names).count == 1) }

  @Test(arguments: [
    [("Acme Inc.", "acme.com"), ("Acme GmbH", "acme.de")], [("Acme Robotics", ""), ("Acme Bakery", "")],
    [("Conference 17 Ltd", ""), ("Conference 18 Ltd", "")], [("Acme", "linkedin.com"), ("Initech", "linkedin.com")],
    [("Software Society 3", ""), ("Finance Society 3", "")],
  ])
  func notAlike(names: [(String, String)]) { #expect(pairs(names) == []) }

  @Test func aCompanyMayBeAnOrganizationToOthers() {
    let found = pairs([("Royal Society", ""), ("Royal Society", "")], kinds: [.company, .organization])
    #expect(found.first?.reasons == [.sameName, .otherKind])
    #expect(pairs([("Royal Society", ""), ("Royal Society", "")], kinds: [.company, .event]) == [])
  }
}
