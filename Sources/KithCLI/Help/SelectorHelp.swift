import KithCore

/// What `kith help selectors` says. Its examples are tried on a sample graph by a test.
enum SelectorHelp {
  struct Example {
    /// As typed in a shell.
    let typed: String
    let meaning: String
  }

  static let terms: [Example] = [
    Example(typed: "ada", meaning: "a name or the beginnings of its words, a nickname, e-mail, phone number or id"),
    Example(
      typed: "@engines",
      meaning: "tied to a company or organization: works or worked there, or had a part in an application"),
    Example(typed: "@engines:now", meaning: "works there now, is a member, recruits for it"),
    Example(typed: "@difference:past", meaning: "worked there once"),
    Example(typed: "+compilers", meaning: "has the tag; so has tag:compilers"),
    Example(typed: "event:exposition", meaning: "was at the event, spoke there, held it, or met you there"),
    Example(typed: "idle:90d", meaning: "people with whom nothing happened for 90 days, or ever; 6w, 3mo, 1y too"),
    Example(
      typed: "due:7d",
      meaning: "has an open follow-up or an interval of touch due within 7 days, or overdue; due:today, due:any"),
    Example(
      typed: "met:2026",
      meaning: "people whom you first met in 2026, or recorded then if no date is known; met:2026-10, met:90d, met:any"),
    Example(
      typed: "tie:interviewer",
      meaning: "had that part in an application: recruiter, interviewer, hiring-manager, referrer, contact"),
    Example(typed: "tie:met", meaning: "is tied to you by that relation: met, knows, colleagueOf, mentorOf …"),
    Example(typed: "rejected:2026", meaning: "tied to a company that said no in 2026; rejected:90d, rejected:any"),
    Example(typed: "via:charles", meaning: "introduced or referred by"),
    Example(typed: "kind:company", meaning: "person, company, organization or event"),
    Example(typed: "email:@example.com", meaning: "a part of an e-mail address; of a url: or account: too"),
    Example(typed: "phone:7946", meaning: "digits of a phone number"),
    Example(typed: "title:cto", meaning: "beginnings of words of the title held now"),
    Example(
      typed: "city:london",
      meaning: "the same of name, given, family, nickname, address, street, city, region, country, note"),
    Example(typed: "note:any", meaning: "has one at all; any goes with every field"),
    Example(typed: "shirt-size:m", meaning: "a field of your own by its name, whatever stands between its words"),
    Example(typed: "saved:warm", meaning: "what kith selector save kept under that name"),
  ]

  static let expressions: [Example] = [
    Example(typed: "@engines:now +compilers", meaning: "both; and may be said between them"),
    Example(typed: "ada or charles", meaning: "either"),
    Example(typed: "@engines not ada", meaning: "without"),
    Example(typed: "'(ada or charles) met:any'", meaning: "parentheses, quoted for the shell"),
    Example(typed: "not idle:90d", meaning: "people alone, where nothing is said of what they are"),
    Example(typed: "@\"Analytical Engines\":now", meaning: "a name with spaces; any quotation marks of the shell do"),
    Example(
      typed: "'@\"Difference & Sons\" or \"Grace Hopper\"'",
      meaning: "double quotation marks within an argument group words; or within them is a name"),
  ]

  static let text = [
    paragraph(
      """
      SELECTORS say which records are meant: in kith list, who, due, export, track, snooze, ignore, untrack, spread, \
      tag and rm.
      """),
    "Terms:\n" + lines(terms), "Together:\n" + lines(expressions),
    paragraph(
      """
      All terms must hold. not binds most, then and, which need not be said, then or. No term needs quotation marks in \
      a shell unless it has spaces or parentheses; within one argument, words go on with the name before them. Upper \
      and lower case and accents are the same. A date known to the year or month alone counts as its first day.
      """),
    paragraph(
      """
      A command that changes records takes a reference for one, which must mean one. A selector may mean many: then \
      the command asks, or needs --yes. It never means yourself.
      """),
    """
    Examples:
      kith list idle:90d --columns name,company,last --sort last
      kith tag @engines:now --add colleagues --yes
      kith selector save warm met:1y not idle:90d
    """,
  ].joined(separator: "\n\n")

  private static func paragraph(_ text: String) -> String {
    TextWrapping.lines(of: text, width: 80).joined(separator: "\n")
  }

  private static func lines(_ examples: [Example]) -> String {
    let width = (examples.map(\.typed.count).max() ?? 0) + 4
    return examples.map { example in
      let gap = String(repeating: " ", count: width - example.typed.count)
      let lines = TextWrapping.lines(of: example.meaning, width: 78 - width)
      return "  " + example.typed + gap + lines.joined(separator: "\n" + String(repeating: " ", count: width + 2))
    }.joined(separator: "\n")
  }
}
