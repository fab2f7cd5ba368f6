import KithCore
import Testing

struct SelectorTermTests {
  @Test(
    arguments: [
      ("ada", .reference("ada")), ("ada@example.com", .reference("ada@example.com")), ("+compilers", .tag("compilers")),
      ("tag:compilers", .tag("compilers")), ("+44 20 7946 0001", .reference("+44 20 7946 0001")),
      ("@acme", .company("acme", nil)), ("@acme:now", .company("acme", .now)), ("@acme:past", .company("acme", .past)),
      ("@Analytical Engines", .company("Analytical Engines", nil)), ("@a:b", .company("a:b", nil)),
      ("event:swiftconf", .event("swiftconf")), ("kind:company", .kind(.company)),
      ("tie:interviewer", .role(.interviewer)), ("rejected:", .rejected(year: nil)),
      ("rejected:any", .rejected(year: nil)), ("rejected:2026", .rejected(year: 2026)),
      (
        "urn:uuid:11112222-3333-4000-8000-000000000001", .reference("urn:uuid:11112222-3333-4000-8000-000000000001")
      ),
    ] as [(String, SelectorTerm)])
  func reads(text: String, term: SelectorTerm) throws { #expect(try SelectorTerm(text) == term) }

  @Test(arguments: [
    "shoe:42", "kind:robot", "tie:boss", "rejected:soon", "rejected:-5", "rejected:9223372036854775807",
  ])
  func refuses(text: String) { #expect(throws: SelectorError.self) { try SelectorTerm(text) } }
}
