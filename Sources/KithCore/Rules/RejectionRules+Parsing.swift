extension RejectionRules {
  /// Reads a file of rules; ``standardText`` says what it may hold. What it does not speak of stays as in `base`: the
  /// weekend, the stages, and each occasion by itself.
  /// - Throws: ``RulesError`` at the first line that cannot be understood.
  public init(parsing text: String, over base: RejectionRules = .standard) throws {
    self = base
    var told = Set<Occasion>()
    let scalars = Substring(text).unicodeScalars
    for (index, content) in scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let isFirst = index == 0 && content.first == "\u{feff}"
      var line = RulesLine(isFirst ? content.dropFirst() : content, number: index + 1)
      if !line.isAtEnd { try read(&line, &told) }
    }
  }

  private mutating func read(_ line: inout RulesLine, _ told: inout Set<Occasion>) throws {
    if line.take("weekend") {
      try readWeekend(&line)
    } else if line.take("interviews") {
      try line.require(":")
      interviewStages = try line.requireList("a stage") { $0 == "," || $0 == ":" ? nil : $0 }
    } else if line.take("on") {
      let occasion = try RejectionRules.occasion(&line)
      if told.insert(occasion).inserted { self[occasion] = [] }
      if !line.take("nothing") { self[occasion].append(try RejectionRule(reading: &line)) }
    } else {
      throw line.error("'on', 'weekend' or 'interviews'")
    }
    try line.requireEnd()
  }

  private mutating func readWeekend(_ line: inout RulesLine) throws {
    try line.require(":")
    let before = line
    let days = line.take("none") ? [] : try line.requireList("a weekday or 'none'", RejectionRules.weekday)
    guard let week = WorkWeek(weekend: Set(days)) else { throw before.error("a weekend that leaves a day to work on") }
    self.week = week
  }

  package static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  /// `saturday` or `sat`.
  private static func weekday(_ word: String) -> Int? {
    let key = RulesLine.key(word)
    return weekdays.firstIndex { $0 == key || $0.prefix(3) == key }
  }

  private static func occasion(_ line: inout RulesLine) throws -> Occasion {
    let outcomes = JobApplication.Outcome.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let outcome: JobApplication.Outcome.Kind = try line.require("an outcome (\(outcomes))", RulesLine.value)
    let isWithout = line.take("without")
    if isWithout { try line.require("interview") }
    if !line.take(":") { throw line.error(isWithout ? "':'" : "':' or 'without interview'") }
    return Occasion(outcome, hadInterview: !isWithout)
  }
}

extension RejectionRule {
  init(reading line: inout RulesLine) throws {
    let acts = Act.allCases.map(\.rawValue).joined(separator: ", ")
    let act: Act = try line.require("an act (\(acts)) or 'nothing'", RulesLine.value)
    let isForOne = line.take("one")
    if isForOne { try line.require("of") }
    let allowed = act.roles
    let roles = try RejectionRule.roles(&line, "somebody for '\(act.rawValue)'", among: allowed)
    let exceptions = line.take("except") ? try RejectionRule.roles(&line, "a role", among: Role.allCases) : []
    self.init(act, roles, isForOne: isForOne, except: exceptions, try RejectionRule.delay(&line, act))
  }

  private static func roles(_ line: inout RulesLine, _ what: String, among allowed: [Role]) throws -> [Role] {
    try line.requireList("\(what) (\(allowed.map(\.rawValue).joined(separator: ", ")))") { word in
      RulesLine.value(word).flatMap { allowed.contains($0) ? $0 : nil }
    }
  }

  private static func delay(_ line: inout RulesLine, _ act: Act) throws -> Delay {
    guard act == .keepInTouch else {
      if !line.take("after") { throw line.error("',', 'except' or 'after'") }
      return try delay(&line)
    }
    if !line.take("every") { throw line.error("',', 'except' or 'every'") }
    let before = line
    guard case .interval(let interval) = try delay(&line) else { throw before.error("an interval such as 3mo") }
    return .interval(interval)
  }

  /// `3 working days`, `10 days`, `6w`.
  private static func delay(_ line: inout RulesLine) throws -> Delay {
    let expected = "a time such as 1 working day, 10 days, 6w, 6mo or 1y"
    if let interval = line.next.flatMap({ Interval($0) }) {
      _ = try line.require(expected) { $0 }
      return .interval(interval)
    }
    let before = line
    let count = try line.require(expected) { Int($0) }
    if line.take("working") {
      if !line.take("days"), !line.take("day") { throw line.error("'days'") }
      guard (1...mostWorkingDays).contains(count) else { throw before.error("a number from 1 to \(mostWorkingDays)") }
      return .workingDays(count)
    }
    let unit = try line.require("'working days', 'days', 'weeks', 'months' or 'years'", unit)
    guard let interval = Interval(count, unit) else { throw before.error("a time from a day to a hundred years") }
    return .interval(interval)
  }

  private static let mostWorkingDays = 1000

  private static func unit(_ word: String) -> Interval.Unit? {
    switch RulesLine.key(word) {
    case "day", "days": .days
    case "week", "weeks": .weeks
    case "month", "months": .months
    case "year", "years": .years
    default: nil
    }
  }
}
