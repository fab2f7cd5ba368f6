import KithCore
import Testing

@testable import KithJSContact

/// What kith does not model comes back from the graph as it went in.
@Suite struct KeepingTests {
  private func again(_ members: String) throws -> JSONObject {
    let text =
      #"{"@type":"Card","version":"1.0","uid":"urn:uuid:6b697468-0000-4000-8000-000000000002","#
      + #""created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","name":{"full":"Ada"},"# + members + "}"
    let graph = try read(text).graph
    let cards = try JSONTreeReader.value(of: try write(graph, [("kinds", "people")]))
    guard case .array(let values) = cards, let card = values.first?.object else { return JSONObject() }
    return card
  }

  private func expectKept(_ members: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = try #require(try JSONTreeReader.value(of: "{" + members + "}").object)
    let card = try again(members)
    for key in expected.keys { #expect(card[key] == expected[key], "\(key)", sourceLocation: sourceLocation) }
  }

  @Test func unknownMembersComeBack() throws {
    try expectKept(#""example.com:foo":{"bar":[1,2.50,{"x":null}]},"other":true,"empty":{},"none":[]"#)
    try expectKept(#""phones":{"p1":{"number":"+1 555 0100","example.com:a/b~c":"tux"}}"#)
    try expectKept(#""emails":{"k1":{"address":"a@example.com","extra":{"deep":[[[]]]}}}"#)
    try expectKept(#""name":{"full":"Ada","components":[{"kind":"given","value":"Ada","extra":1}],"x":2}"#)
  }

  @Test func membersOfOtherTypesComeBack() throws {
    try expectKept(#""emails":[],"phones":7,"addresses":{"a":3},"keywords":{"x":false}"#)
    try expectKept(#""media":{"m":{"kind":"hologram","uri":"x:y"}}"#)
    try expectKept(#""vCardProps":[["x-foo"],5],"localizations":{"fr":"x"},"titles":{"t":{"name":["x"]}}"#)
  }

  @Test func keysComeBack() throws {
    try expectKept(#""emails":{"work-1":{"address":"a@example.com"},"k9":{"address":"b@example.com","pref":3}}"#)
    try expectKept(#""emails":{"k1":{"address":"a@example.com"},"k2":{"address":"b@example.com"}}"#)
    try expectKept(#""links":{"k2":{"uri":"https://a.example"},"k1":{"uri":"https://b.example"}}"#)
  }

  @Test func whatTheGraphHasNoPlaceForComesBack() throws {
    try expectKept(#""calendars":{"c":{"kind":"freeBusy","uri":"https://x.example/busy","mediaType":"text/calendar"}}"#)
    try expectKept(#""personalInfo":{"k1":{"kind":"hobby","value":"chess","level":"high","listAs":2}}"#)
    try expectKept(#""speakToAs":{"grammaticalGender":"feminine","pronouns":{"k1":{"pronouns":"she/her","pref":1}}}"#)
    try expectKept(#""cryptoKeys":{"k1":{"uri":"data:application/pgp-keys;base64,LS0t"}},"kind":"individual""#)
    try expectKept(#""vCardProps":[["x-foo",{"group":"g","x-bar":["1","2"]},"unknown","a\\,b;c"]]"#)
    try expectKept(#""preferredLanguages":{"k1":{"language":"fr","contexts":{"work":true},"pref":1}}"#)
    try expectKept(
      #""anniversaries":{"k1":{"kind":"birth","date":{"@type":"Timestamp","utc":"1953-10-15T23:10:00Z"}}}"#)
  }

  @Test func localizationsComeBack() throws {
    let card = try again(
      #""language":"en","titles":{"t":{"kind":"title","name":"Boss"}},"#
        + #""localizations":{"fr":{"titles/t/name":"Patron","uid":"x"}}"#)
    #expect(card.value(at: ["localizations", "fr", "titles/t/name"]) == .string("Patron"))
    #expect(card.value(at: ["localizations", "fr", "uid"]) == .string("x"))
    #expect(card["language"] == .string("en"))
  }

  @Test func anEmployerIsLinkedToItsTitle() throws {
    let card = try again(
      #""organizations":{"o":{"name":"Analytical Engines","units":[{"name":"Research"}]},"p":{"name":"Tabulators"}},"#
        + #""titles":{"t":{"name":"Engineer","organizationId":"o"},"u":{"name":"Adviser","organizationId":"p"}}"#)
    for (organization, title) in [("Analytical Engines", "Engineer"), ("Tabulators", "Adviser")] {
      let titles = card["titles"]?.object
      let found = titles?.keys.compactMap { titles?[$0]?.object }.first { $0["name"] == .string(title) }
      let key = try #require(found?["organizationId"]?.string)
      #expect(card.value(at: ["organizations", key, "name"]) == .string(organization))
    }
  }

  @Test func aDeletedEmailTakesItsUnknownMembersAlong() throws {
    let text =
      #"{"@type":"Card","version":"1.0","uid":"1","name":{"full":"Ada"},"#
      + #""emails":{"e":{"address":"a@example.com","foo":1}}}"#
    var graph = try read(text).graph
    graph.entities[0].emails = []
    let log = DiagnosticLog()
    let written = try write(graph, log: log)
    #expect(!written.contains("foo"))
    #expect(log.groups.contains { $0.first.code == "stale-jsprop" })
  }
}
