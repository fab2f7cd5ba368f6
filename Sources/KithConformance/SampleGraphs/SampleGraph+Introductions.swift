import KithCore

extension SampleGraph {
  /// In every state, with and without what they may name, and one that was closed by thanks.
  static var introductions: [Introduction] {
    typealias Step = Introduction.Step
    let asked = Step(.asked, on: PartialDate("2026-11-03"))
    let both = [Step(.agreed, by: .connector, on: PartialDate("2026-11")), Step(.agreed, by: .person)]
    let made = Step(.made, on: PartialDate("2026-11-20"))
    return [
      Introduction(id: id(500), connector: id(3), person: id(11)),
      Introduction(id: id(501), connector: id(3), person: id(10), application: id(201), steps: [asked]),
      Introduction(id: id(502), connector: id(2), person: id(10), steps: [asked, both[0]]),
      Introduction(
        id: id(503), connector: id(2), person: id(11), reason: "Their work on <looms> & \"cards\"",
        steps: [asked, Step(.declined, by: .connector, on: PartialDate("2027"), note: "too busy,\nin spring")]),
      Introduction(id: id(504), connector: id(11), person: id(2), steps: [asked] + both + [made]),
      Introduction(id: id(505), connector: id(11), person: id(3), steps: [asked] + both + [made, Step(.met)]),
      Introduction(
        id: id(506), connector: id(11), person: id(10), reason: "声に出して",
        steps: [asked] + both + [made, Step(.met), Step(.thanked, on: PartialDate("2027-01-31"))]),
    ]
  }

  static var hostileIntroductions: [Introduction] {
    HostileText.short.enumerated().map { index, text in
      Introduction(
        id: id(8000 + UInt64(index)), connector: id(1000 + UInt64(index)), person: id(3000), reason: text,
        steps: [Introduction.Step(.asked), Introduction.Step(.declined, by: .person, note: text)])
    }
  }
}
