import KithCore
import KithTesting
import Testing

struct RejectionRulesTests {
  private typealias Occasion = RejectionRules.Occasion

  @Test func theBuiltInTextIsUnderstood() throws {
    #expect(try RejectionRules(parsing: RejectionRules.standardText, over: RejectionRules()) == .standard)
    let rejected = RejectionRules.standard[Occasion(.rejected, hadInterview: true)]
    #expect(rejected.map(\.act) == [.thank, .feedback, .news, .keepInTouch, .tryAgain])
    let early = RejectionRules.standard[Occasion(.rejected, hadInterview: false)]
    #expect(early.map(\.act) == [.news, .tryAgain])
  }

  @Test(arguments: [
    "", "weekend: none\ninterviews: sofa\n", "weekend: fri, SATURDAY\n", "on rejected: nothing",
    "on ghosted: feedback one of contact except introducer after 2 weeks",
    "on offer without interview: keep-in-touch company, Hiring-Manager every 10 days",
  ])
  func whatIsPrintedIsReadBack(_ text: String) throws {
    let rules = try RejectionRules(parsing: text)
    #expect(try RejectionRules(parsing: rules.text, over: RejectionRules()) == rules)
  }

  @Test func ownLinesStandInPlaceOfTheBuiltInOnesForTheirOccasion() throws {
    let text =
      "\u{feff}# mine\r\non rejected:thank interviewer after 2 working days # soon\r\n\r\non rejected: nothing\r\n"
    let rules = try RejectionRules(parsing: text)
    #expect(
      rules[Occasion(.rejected, hadInterview: true)] == [RejectionRule(.thank, [.interviewer], .workingDays(2))])
    for occasion in Occasion.all where occasion != Occasion(.rejected, hadInterview: true) {
      #expect(rules[occasion] == RejectionRules.standard[occasion])
    }
    #expect(rules.week == .standard)
    #expect(rules.interviewStages == RejectionRules.standard.interviewStages)
  }

  @Test(arguments: [
    ("1 day", RejectionRule.Delay.interval(Interval(1, .days)!)), ("2 weeks", .interval(Interval(2, .weeks)!)),
    ("6mo", .interval(Interval(6, .months)!)), ("6 MONTHS", .interval(Interval(6, .months)!)),
    ("1y", .interval(Interval(1, .years)!)), ("1 working day", .workingDays(1)), ("15 working days", .workingDays(15)),
  ])
  func times(_ text: String, _ delay: RejectionRule.Delay) throws {
    let rules = try RejectionRules(parsing: "on withdrawn: tryAgain company after \(text)")
    #expect(rules[Occasion(.withdrawn, hadInterview: true)] == [RejectionRule(.tryAgain, [.company], delay)])
  }

  @Test(arguments: [
    ("thank ada", 1, 1, "'thank' stands where 'on', 'weekend' or 'interviews' was expected"),
    ("# x\n\n  on rejcted: nothing", 3, 6, "'rejcted' stands where an outcome (rejected, offer, withdrawn, ghosted)"),
    ("on rejected thank interviewer", 1, 13, "'thank' stands where ':' or 'without interview' was expected"),
    ("on rejected without: nothing", 1, 20, "':' stands where 'interview' was expected"),
    ("on rejected without interview nothing", 1, 31, "'nothing' stands where ':' was expected"),
    ("on rejected:", 1, 13, "the line ends where an act (thank, feedback, news, keepInTouch, tryAgain) or 'nothing'"),
    ("on rejected: thnk interviewer", 1, 14, "'thnk' stands where an act (thank"),
    ("on rejected: nothing at all", 1, 22, "'at' stands where the end of the line was expected"),
    ("on rejected: thank after 1 day", 1, 20, "'after' stands where somebody for 'thank' (interviewer, recruiter"),
    ("on rejected: thank company after 1 day", 1, 20, "'company' stands where somebody for 'thank' (interviewer"),
    ("on rejected: tryAgain recruiter after 1 day", 1, 23, "where somebody for 'tryAgain' (company) was expected"),
    ("on rejected: thank one interviewer after 1 day", 1, 24, "'interviewer' stands where 'of' was expected"),
    ("on rejected: thank interviewer, after 1 day", 1, 33, "'after' stands where somebody for 'thank'"),
    ("on rejected: thank interviewer recruiter", 1, 32, "'recruiter' stands where ',', 'except' or 'after'"),
    ("on rejected: thank interviewer except x", 1, 39, "'x' stands where a role (interviewer"),
    ("on rejected: thank interviewer", 1, 31, "the line ends where ',', 'except' or 'after' was expected"),
    ("on rejected: thank interviewer every 6w", 1, 32, "'every' stands where ',', 'except' or 'after'"),
    ("on rejected: thank interviewer after soon", 1, 38, "'soon' stands where a time such as"),
    ("on rejected: thank interviewer after 3 wroking days", 1, 40, "'wroking' stands where 'working days', 'days'"),
    ("on rejected: thank interviewer after 3 working", 1, 47, "the line ends where 'days' was expected"),
    ("on rejected: thank interviewer after 0 working days", 1, 38, "'0' stands where a number from 1 to 1000"),
    ("on rejected: thank interviewer after -1 days", 1, 38, "'-1' stands where a time from a day to a hundred years"),
    ("on rejected: thank interviewer after 99999999999999999999 days", 1, 38, "stands where a time such as"),
    ("on rejected: keepInTouch interviewer after 6w", 1, 38, "'after' stands where ',', 'except' or 'every'"),
    ("on rejected: keepInTouch interviewer every 2 working days", 1, 44, "'2' stands where an interval such as 3mo"),
    ("weekend saturday", 1, 9, "'saturday' stands where ':' was expected"),
    ("weekend: caturday", 1, 10, "'caturday' stands where a weekday or 'none' was expected"),
    ("weekend: mon,tue,wed,thu,fri,sat,sun", 1, 10, "'mon' stands where a weekend that leaves a day to work on"),
    ("interviews:", 1, 12, "the line ends where a stage was expected"),
    ("é\u{301}: on", 1, 1, "'é\u{301}' stands where 'on'"),
  ])
  func whatCannotBeUnderstoodIsPointedAt(_ text: String, _ line: Int, _ column: Int, _ words: String) throws {
    let error = #expect(throws: RulesError.self) { try RejectionRules(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    let description = try #require(error?.description)
    #expect(description.contains(words), "\(description)")
  }

  @Test func aLongLineTakesLinearTime() throws {
    let text = "on rejected: thank " + String(repeating: "interviewer, ", count: 40_000) + "recruiter after 1 day"
    let time = try ProcessorTime.measure { _ = try RejectionRules(parsing: text) }
    #expect(time < 20)
  }
}
