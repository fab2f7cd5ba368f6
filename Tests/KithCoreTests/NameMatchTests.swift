import KithCore
import Testing

struct NameMatchTests {
  @Test(arguments: [
    ("Ada Lovelace", "ada lovelace"), ("Ada Lovelace", "Lovelace, Ada"), ("A. Lovelace", "Ada Lovelace"),
    ("Ada King Lovelace", "Ada Lovelace"), ("Dr Ada Lovelace", "Ada Lovelace PhD"), ("A L", "Ada Lovelace"),
    ("Ada", "Ada Lovelace"), ("José Ñandú", "Jose Nandu"), ("", "Ada"), ("☃", "Ada"),
  ])
  func agree(left: String, right: String) {
    #expect(NameMatch.agrees(left, right))
    #expect(NameMatch.agrees(right, left))
  }

  @Test(arguments: [
    ("Ada Lovelace", "Grace Hopper"), ("Ada Lovelace", "Anne Lovelace"), ("Ada Lovelace", "Ada Byron"),
    ("A. Lovelace", "Byron Lovelace"), ("B. L.", "Ada Lovelace"),
  ])
  func differ(left: String, right: String) {
    #expect(!NameMatch.agrees(left, right))
    #expect(!NameMatch.agrees(right, left))
  }

  @Test(arguments: [
    ("A. Lovelace", "Ada Lovelace", true), ("Ada Lovelace", "Ada King Lovelace", true), ("Ada", "Ada Lovelace", true),
    ("Ada Lovelace", "A. Lovelace", false), ("Ada Lovelace", "Ada Lovelace", false),
    ("Ada Byron", "Ada Lovelace", false),
  ])
  func aShorterSpellingSaysLess(_ short: String, _ long: String, _ isShorter: Bool) {
    #expect(NameMatch.isShorter(short, than: long) == isShorter)
  }
}
