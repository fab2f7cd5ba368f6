import KithCore
import Testing

struct SelectorParsingTests {
  @Test(
    arguments: [
      ("ada", .reference("ada")), ("ada@example.com", .reference("ada@example.com")), ("+compilers", .tag("compilers")),
      ("tag:compilers", .tag("compilers")), ("+44 20 7946 0001", .reference("+44 20 7946 0001")),
      ("@acme", .company("acme", nil)), ("@acme:now", .company("acme", .now)), ("@acme:past", .company("acme", .past)),
      ("@Analytical Engines", .company("Analytical Engines", nil)), ("@a:b", .company("a:b", nil)),
      ("@Marks and Spencer", .company("Marks and Spencer", nil)), ("@\"A or B\":now", .company("A or B", .now)),
      ("event:swiftconf", .event("swiftconf")), ("kind:company", .kind(.company)),
      ("tie:interviewer", .tie(.role(.interviewer))), ("tie:met", .tie(.relation(.met))),
      ("rejected:any", .rejected(.any)), ("rejected:2026", .rejected(.during(PartialDate("2026")!))),
      ("idle:90d", .idle(Interval("90d")!)), ("due:today", .due(.today)), ("due:2w", .due(.within(Interval("2w")!))),
      ("met:2026-10", .met(.during(PartialDate("2026-10")!))), ("via:sam", .via("sam")),
      ("email:@acme.com", .field(.email, "@acme.com")), ("title:any", .field(.title, nil)),
      ("note:likes tea", .field(.note, "likes tea")), ("note: tea", .field(.note, "tea")),
      ("shirt-size:M", .custom("shirt-size", "M")), ("\"shirt size\":M", .custom("shirt size", "M")),
      ("saved:warm", .saved("warm")), ("\"or\"", .reference("or")), ("\"+x\"", .reference("+x")),
      ("\"kind:person\"", .reference("kind:person")), ("12:30", .reference("12:30")), ("C++", .reference("C++")),
      ("Or", .reference("Or")),
      ("f(x)", .reference("f(x)")), ("+", .reference("+")), ("+\"two words\"", .tag("two words")),
      (
        "urn:uuid:11112222-3333-4000-8000-000000000001", .reference("urn:uuid:11112222-3333-4000-8000-000000000001")
      ),
    ] as [(String, Selector.Term)])
  func termsAreRead(text: String, term: Selector.Term) throws {
    #expect(try Selector(text).terms.first == term)
  }

  @Test(arguments: [
    ("a b or c", "(a \"b\") or c"), ("a or b c", "a or (b \"c\")"), ("not a b", "not a \"b\""),
    ("not ( a b )", "not (a \"b\")"),
    ("not a or b", "not a or b"), ("( a or b ) c", "(a or b) \"c\""), ("a and b and c", "a \"b\" \"c\""),
    ("not not a", "not not a"),
    ("((a))", "a"), ("( a )or( b )", "a or b"), ("@x y or +z w", "@\"x y\" or tag:\"z w\""),
    ("a AND NOT b OR c", "(a not b) or c"), ("\"a b\" c", "\"a b\" \"c\""), ("kind:person and +x", "kind:person +x"),
    ("@Marks and Spencer and +x", "@\"Marks and Spencer\" +x"), ("(x)and(y)", "x \"y\""), ("a or(b)", "a or b"),
  ])
  func itBindsAsSaid(text: String, tree: String) throws {
    // Single letters on their own: words of one argument are one name.
    let arguments =
      text.contains("@") || text.contains("\"") || text.contains(":")
      ? [text] : text.split(separator: " ").map(String.init)
    #expect(try Selector(arguments)?.description == tree)
  }

  @Test func nothingTypedIsNoSelector() throws { #expect(try Selector([]) == nil) }

  @Test(
    arguments: [
      ("", .empty, 1), ("   ", .empty, 1), ("\"\"", .empty, 1), ("a or", .noTerm("after 'or'"), 3),
      ("or a", .noTerm("before 'or'"), 1), ("a and", .noTerm("after 'and'"), 3), ("not", .noTerm("after 'not'"), 1),
      ("()", .noTerm("after '('"), 1), ("(a", .unclosedGroup, 1), ("a (b (c)", .unclosedGroup, 3),
      ("a )", .closesNothing, 3), ("a)", .closesNothing, 2), ("x \"y", .unclosedQuote, 3), ("@", .noValue(key: "@"), 1),
      ("@:now", .noValue(key: "@"), 1), ("x kind:", .noValue(key: "kind"), 3),
      ("a or or b", .noTerm("after 'or'"), 3), ("rejected:", .noValue(key: "rejected"), 1),
    ] as [(String, SelectorError.Problem, Int)])
  func errorsSayWhere(text: String, problem: SelectorError.Problem, column: Int) {
    let error = #expect(throws: SelectorError.self) { try Selector(text) }
    #expect(error?.problem == problem)
    #expect(error?.column == column)
    #expect(error?.typed == text)
  }

  @Test func columnsCountOverArguments() {
    let error = #expect(throws: SelectorError.self) { try Selector(["ada", "or", "idle:soon"]) }
    #expect(error?.column == 8)
    #expect(error?.typed == "ada or idle:soon")
  }

  @Test(arguments: [
    "kind:robot", "tie:boss", "tie:worksFor", "rejected:soon", "rejected:-5", "rejected:9223372036854775807", "idle:90",
    "idle:0d", "idle:any", "due:soon", "due:2026", "met:0", "met:--04", "met:2026-13", "idle:99999999999999999999d",
  ])
  func valuesOutOfPlaceAreRefused(text: String) {
    let error = #expect(throws: SelectorError.self) { try Selector(text) }
    guard case .badValue(_, _, let choices)? = error?.problem else {
      Issue.record("\(text): \(error.map { "\($0)" } ?? "nothing")")
      return
    }
    #expect(!choices.isEmpty)
  }

  @Test func depthAndBreadthAreBounded() throws {
    let deepest = Selector.deepest
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(try Selector(nested(deepest)).terms == [.reference("a")])
    #expect(throws: SelectorError.self) { try Selector(nested(deepest + 1)) }
    #expect(throws: SelectorError.self) { try Selector(String(repeating: "not ", count: 100_000) + "a") }
    #expect(throws: SelectorError.self) { try Selector(String(repeating: "(", count: 1_000_000)) }
    let most = Array(repeating: "+a", count: Selector.mostTerms)
    #expect(try Selector(most)?.terms.count == Selector.mostTerms)
    let error = #expect(throws: SelectorError.self) { try Selector(most + ["+a"]) }
    #expect(error?.problem == .tooManyTerms)
  }

  /// Whatever is typed is a selector or an error, in time that grows with its length.
  @Test func hostileTextIsReadOrRefused() {
    let pieces = [
      "(", ")", "\"", ":", "@", "+", " ", "or", "and", "not", "a", "kind:", "@x:now", "\u{301}", "\u{0}", "\u{202e}",
      "👩‍👩‍👧‍👦", "idle:", "9", "-", "'", ";", "--", "\n", "\r\n", "ß", "林", "\u{1b}[2J", "%", "_", "\\",
    ]
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<(state % 12 + 1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        let tree = try Selector(text)
        #expect(try Selector(tree.description).description == tree.description, "\(text.debugDescription)")
      } catch let error as SelectorError {
        #expect((1...max(1, text.unicodeScalars.count)).contains(error.column), "\(text.debugDescription): \(error)")
      } catch {
        Issue.record("\(text.debugDescription): \(error)")
      }
    }
  }
}
