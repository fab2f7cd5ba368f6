import Foundation
import KithCore
import KithStore
import Testing

@testable import KithCLI

@Suite struct ThankTests {
  private func apply(_ fixture: RecordsFixture, _ position: String) throws -> JobApplication {
    let (ada, company) = (try fixture.entity("ada"), try fixture.entity("analytical"))
    return try fixture.write { editor in
      var application = JobApplication(id: editor.identifiers.next(), company: company.id, position: position)
      application.stages = [JobApplication.Stage("applied", on: PartialDate("2026-10-05"))]
      application.involved = [JobApplication.Involvement(ada.id, as: .interviewer, on: PartialDate("2026-11-10"))]
      try editor.save(application)
      return application
    }
  }

  private func owe(_ fixture: RecordsFixture, _ application: JobApplication?, due: String) throws -> FollowUp {
    let ada = try fixture.entity("ada")
    return try fixture.write { editor in
      let followUp = FollowUp(
        id: editor.identifiers.next(), .thank, ada.id, due: CivilDay(due), application: application?.id,
        created: editor.now)
      try editor.save(followUp)
      return followUp
    }
  }

  private func thank(_ fixture: RecordsFixture, application: String? = nil) throws -> String {
    let day = try #require(CivilDay("2026-11-22"))
    return try fixture.write {
      try RecordThanks(who: "ada", application: application, topic: nil, day: day).perform($0)
    }
  }

  @Test func sentSettlesWhatWasOpenForThatApplication() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let compiler = try apply(fixture, "Compiler engineer")
      let loom = try apply(fixture, "Loom engineer")
      let owed = try owe(fixture, compiler, due: "2026-11-24")
      let other = try owe(fixture, loom, due: "2026-11-25")
      let error = #expect(throws: CommandError.self) { try thank(fixture) }
      #expect(error?.code == .ambiguous)
      let line = try thank(fixture, application: "compiler")
      #expect(
        line == "recorded a thank-you note to Ada Lovelace on 2026-11-22, for Compiler engineer at Analytical Engines"
          + "; done: the thank-you due 2026-11-24")
      let day = try #require(CivilDay("2026-11-22"))
      let settled = try #require(try fixture.read { try $0.followUp(owed.id) })
      #expect(settled.state == .done(on: day))
      #expect(try fixture.read { try $0.followUp(other.id)?.state } == .open)
      let ada = try fixture.entity("ada").id
      let note = try #require(try fixture.read { try $0.interactions(with: ada, limit: 1).first })
      #expect(note.channel == "email" && note.summary == "thank-you note" && note.date == day.date)
      #expect(note.application == compiler.id && settled.interaction == note.id)
      // Only one is open now: that is the one.
      #expect(try thank(fixture).hasSuffix("Loom engineer at Analytical Engines; done: the thank-you due 2026-11-25"))
    }
  }

  @Test func sentWithoutAnOpenOneIsRecordedToo() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      #expect(
        try thank(fixture) == "recorded a thank-you note to Ada Lovelace on 2026-11-22; no thank-you was open")
      let ada = try fixture.entity("ada").id
      #expect(try fixture.read { try $0.interactions(with: ada).count } == 2)
      var settled: [FollowUp] = []
      try fixture.read { try $0.forEachFollowUp { settled.append($0) } }
      #expect(settled.map(\.act) == [.thank] && settled[0].state == .done(on: CivilDay("2026-11-22")!))
    }
  }

  private func facts(_ fixture: RecordsFixture, act: FollowUp.Act = .thank) throws -> DraftFacts {
    try fixture.read { graph in
      let occasion = try DraftOccasion("ada", application: nil, act: act, in: graph)
      return try DraftFactFinder(graph: graph, occasion: occasion, today: fixture.invocation.today).facts()
    }
  }

  @Test func factsAreWhatIsRecorded() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      var application = try apply(fixture, "Compiler engineer")
      application.outcome = JobApplication.Outcome(.rejected, on: PartialDate("2026-11-20"), stage: "onsite")
      let ada = try fixture.entity("ada").id
      try fixture.write { editor in
        try editor.save(application)
        func talk(_ channel: String, _ date: String, _ summary: String) throws {
          try editor.insert(
            Interaction(
              id: editor.identifiers.next(), date: PartialDate(date)!, channel: channel, participants: [ada],
              summary: summary))
        }
        try talk("call", "2026-10-02", "before the application")
        try talk("interview", "2026-11-10", "register allocation")
        try talk("email", "2026-11-12", "an e-mail is no conversation")
        let me = try editor.requireMe()
        for (name, start) in [("Past", "2026-11-01"), ("LoomCon", "2026-12-03"), ("Later", "2027-01-01")] {
          var event = Entity(id: editor.identifiers.next(), kind: .event, name: name, created: editor.now)
          event.period = Period(start: PartialDate(start))
          try editor.insert(event)
          try editor.insert(Relation(me, .attended, event.id))
        }
      }
      let facts = try facts(fixture).values
      #expect(
        facts == [
          .given: "Ada", .name: "Ada Lovelace", .role: "interviewer", .interviewer: "interviewer",
          .company: "Analytical Engines", .position: "Compiler engineer", .stage: "the onsite interview",
          .rejected: "rejected", .when: "on Tuesday 10 November", .spokeWhen: "on Tuesday 10 November",
          .topic: "register allocation", .introducer: "Charles Babbage", .metAt: "SwiftConf 2026",
          .metWhen: "on 1 October", .event: "LoomCon", .eventWhen: "on Thursday 3 December",
        ])
    }
  }

  /// Whatever is stored, the file has these headers and no others.
  @Test func hostileRecordsAddNoHeader() throws {
    let hostile = "x\r\nBcc: eve@example.com\r\n\r\n<b>\u{1b}[2J\u{2028}{{me}}"
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        let me = try editor.requireMe()
        var owner = try #require(try editor.graph.entity(me))
        owner.name = "Sam " + hostile
        owner.emails = [EmailAddress("sam@example.org\r\nBcc: eve@example.com"), EmailAddress("sam@example.org")]
        try editor.update(owner)
        var ada = Entity(id: editor.identifiers.next(), kind: .person, name: "Ada " + hostile, created: editor.now)
        ada.personName = PersonName(given: ["Ada " + hostile])
        ada.emails = [EmailAddress("ada@example.com, eve@example.com"), EmailAddress("ada@example.com")]
        try editor.insert(ada)
        let company = Entity(id: editor.identifiers.next(), kind: .company, name: "AE " + hostile, created: editor.now)
        try editor.insert(company)
        var application = JobApplication(id: editor.identifiers.next(), company: company.id, position: hostile)
        application.involved = [JobApplication.Involvement(ada.id, as: .referrer)]
        try editor.save(application)
        try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: PartialDate("2026-11-01")!, channel: "call", participants: [ada.id],
            summary: hostile))
      }
      let template = fixture.folder.appendingPathComponent("templates/all.mustache")
      let all = DraftFact.allCases.map { "{{#\($0.rawValue)}}{{\($0.rawValue)}}{{/\($0.rawValue)}}" }.joined(
        separator: " ")
      try FileManager.default.createDirectory(
        at: template.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("Subject: \(all)\n\(all)\n".utf8).write(to: template)
      var invocation = fixture.invocation
      invocation.configFolder = fixture.folder.path
      let file = fixture.folder.appendingPathComponent("note.eml")
      let options = try DraftOptions.parse(["--eml", file.path, "--template", "all"])
      try Invocation.$current.withValue(invocation) {
        try fixture.read { try WriteDraft(kind: .thank, who: "ada@example.com", options: options).perform($0) }
      }
      let bytes = [UInt8](try Data(contentsOf: file))
      let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
      let head = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
      #expect(head.count == 9 && !head.contains { $0.hasPrefix("Bcc") })
      #expect(bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7f || $0 == 0x0d || $0 == 0x0a })
      guard let read = try PythonMail.read(bytes) else { return }
      #expect(read.toAddress == "ada@example.com" && read.fromAddress == "sam@example.org" && read.defects == [])
      #expect(read.headers.count == 9 && !read.body.contains("{{") && !read.body.contains("\u{1b}"))
    }
  }

  @Test func anAddressIsNoNameToGreetBy() throws {
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        var entity = Entity(id: editor.identifiers.next(), kind: .person, name: "ada@example.com", created: editor.now)
        entity.emails = [EmailAddress("ada@example.com")]
        try editor.insert(entity)
      }
      let facts = try facts(fixture)
      #expect(facts[.given] == nil && facts[.name] == nil)
      let draft = try DraftTemplate(DraftKind.thank.builtIn).draft(facts, defaultSubject: "")
      #expect(draft.body == "Hello,\n\nI wanted to thank you.\n\nKind regards\n")
    }
  }
}
