import KithCore
import KithPicture
import Testing

@Suite struct WarmthTests {
  @Test(arguments: [
    (0, Warmth.month), (31, .month), (32, .quarter), (92, .quarter), (93, .year), (366, .year), (367, .longer),
    (-1, .month),
  ])
  func daysSinceMakeTheWarmth(_ days: Int, _ warmth: Warmth) {
    let today = CivilDay(daysSince1970: 20_000)
    #expect(Warmth(last: CivilDay(daysSince1970: 20_000 - days), today: today) == warmth)
  }

  @Test func neverIsItsOwn() { #expect(Warmth(last: nil, today: CivilDay(daysSince1970: 0)) == .never) }
}
