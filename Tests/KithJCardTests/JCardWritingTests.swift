import Foundation
import KithConformance
import KithCore
import KithJCard
import Testing

@Suite struct JCardWritingTests {
  @Test func `a card`() throws {
    var ada = Harness.person("Ada Lovelace")
    ada.personName = PersonName(family: ["Lovelace"], given: ["Ada"], suffixes: ["a;b", "c"])
    ada.phones = [PhoneNumber("+1", details: ContactDetails(types: ["work", "cell"], label: "Desk", preference: 1))]
    ada.anniversaries = [Anniversary(.birth, on: try #require(PartialDate(year: 1815, month: 12, day: 10)))]
    ada.tags = ["one, two", "three"]
    ada.keptProperties = [
      KeptProperty(format: "vcard", name: "X-RAW", value: "a\\,b;c"),
      KeptProperty(
        format: "vcard", name: "X-SIZE", parameters: [Parameter(name: "VALUE", values: ["integer"])], value: "7,08"),
    ]
    let expected = #"""
      ["vcard",[["version",{},"text","4.0"],
      ["uid",{},"uri","urn:uuid:6b697468-0000-4000-8000-000000000001"],
      ["fn",{},"text","Ada Lovelace"],
      ["n",{},"text",["Lovelace","Ada","","",["a;b","c"]]],
      ["tel",{"group":"item1","type":["work","cell"],"pref":"1"},"text","+1"],
      ["x-ablabel",{"group":"item1"},"text","Desk"],
      ["bday",{},"date-and-or-time","1815-12-10"],
      ["categories",{},"text","one, two","three"],
      ["x-raw",{},"unknown","a\\,b;c"],
      ["x-size",{},"integer",7,"08"],
      ["created",{},"timestamp","2026-09-21T14:13:20Z"],
      ["rev",{},"timestamp","2026-09-21T14:13:20Z"]]]

      """#
    #expect(try Harness.text(ada).replacing(",[\"", with: ",\n[\"").replacing(",\n[[", with: ",[[") == flat(expected))
  }

  /// A line for each property, in both texts.
  private func flat(_ text: String) -> String {
    text.replacing("\n", with: "").replacing(",[\"", with: ",\n[\"") + "\n"
  }

  @Test func `one card is alone, and several are in an array`() throws {
    #expect(try Harness.text() == "[]\n")
    #expect(try Harness.text(Harness.person("Ada")).hasPrefix("[\"vcard\""))
    let two = try Harness.text(Harness.person("Ada"), Harness.person("Grace"))
    #expect(two.hasPrefix("[\n[\"vcard\"") && two.hasSuffix("]]]\n]\n"))
  }

  @Test func `a parameter that cannot be said is a loss`() throws {
    var ada = Harness.person("Ada")
    let details = ContactDetails(parameters: [Parameter(name: "GROUP", values: ["x"])])
    ada.emails = [EmailAddress("ada@x.test", details: details)]
    var graph = InMemoryGraph()
    graph.entities = [ada]
    let log = DiagnosticLog()
    _ = try Harness.export(graph, log: log)
    #expect(log.groups.map(\.first.code) == ["group-parameter"])
  }

  /// Python's json and jq, which are not kith.
  @Test func `other programs read it`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "kith-jcard-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Harness.export(SampleGraph.hostile)).write(to: file)
    let expected = SampleGraph.hostile.entities.count { $0.kind != .event }
    let script = """
      import json,sys
      cards = json.load(open(sys.argv[1], encoding="utf8"))
      for kind, properties in cards:
        assert kind == "vcard" and properties[0] == ["version", {}, "text", "4.0"]
        assert all(isinstance(p[0], str) and isinstance(p[1], dict) and isinstance(p[2], str) for p in properties)
      print(len(cards))
      """
    if let answer = run("python3", "-c", script, file.path) { #expect(answer == "\(expected)\n") }
    if let answer = run("jq", "length", file.path) { #expect(answer == "\(expected)\n") }
  }

  /// What a program printed; nil, with a word, where it is not there.
  private func run(_ arguments: String...) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try? process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: no \(arguments[0])")
      return nil
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
