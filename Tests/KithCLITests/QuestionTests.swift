import Testing

@testable import KithCLI

struct QuestionTests {
  @Test(
    arguments: [
      (["y", "n", "y"], [true, false, true]), (["", "no", " YES "], [true, false, true]),
      (["n", "all"], [false, true, true]), (["none"], [false, false, false]), (["y", "none"], [true, false, false]),
      (["what?", "y", "perhaps", "n", "n"], [true, false, false]), (["y", "q"], nil), (["quit"], nil),
      (["y", "y"], nil),
    ] as [([String], [Bool]?)])
  func eachIsAnswered(_ answers: [String], _ wanted: [Bool]?) throws {
    var rest = answers[...]
    let found = try Question.each(of: ["one?", "two?", "three?"]) { rest.popFirst() }
    #expect(found == wanted)
  }

  @Test func withoutQuestionsNothingIsAsked() throws {
    let found = try Question.each(of: []) { nil }
    #expect(found == [])
  }
}
