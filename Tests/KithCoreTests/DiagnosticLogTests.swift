import KithCore
import Testing

struct DiagnosticLogTests {
  @Test func countsByKindAndCode() {
    let log = DiagnosticLog()
    for line in 1...5 { log.report(Diagnostic(.skipped, "no-name", "a record has no name", line: line)) }
    log.report(Diagnostic(.warning, "no-name", "a record has no name"))
    log.report(Diagnostic(.loss, "no-photos", "photos have no place", count: 40))
    #expect(log.groups.map(\.first.code) == ["no-name", "no-name", "no-photos"])
    #expect(log.groups.map(\.count) == [5, 1, 40])
    #expect(log.groups.map(\.lines) == [[1, 2, 3], [], []])
    #expect(log.count(of: .skipped) == 5)
    #expect(log.count(of: .skipped, .loss) == 45)
    #expect(log.count(of: .withheld) == 0)
  }

  @Test func theObserverSeesEach() {
    var seen: [Int?] = []
    let log = DiagnosticLog { seen.append($0.line) }
    for line in 1...5 { log.report(Diagnostic(.warning, "odd", "something is odd", line: line)) }
    #expect(seen == [1, 2, 3, 4, 5])
  }
}
