import KithCore
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("ada", "ada", 0), ("ada", "adda", 1), ("ada", "da", 1), ("ada", "aba", 1),
    ("lovelace", "lovelcae", 1),
    ("ab", "ba", 1), ("abc", "ca", 3), ("kitten", "sitting", 3), ("", "abc", 3),
  ])
  func counts(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right, atMost: 9) == distance)
    #expect(EditDistance.between(right, left, atMost: 9) == distance)
    #expect(EditDistance.between(left, right, atMost: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(left, right, atMost: distance - 1) == nil) }
  }
}
