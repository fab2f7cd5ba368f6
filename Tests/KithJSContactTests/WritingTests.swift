import Foundation
import KithConformance
import KithCore
import Testing

@testable import KithJSContact

@Suite struct WritingTests {
  private static func ada() -> InMemoryGraph {
    let id = Identifier(uuid: "6b697468-0000-4000-8000-000000000002") ?? Identifier(high: 0, low: 0)
    let employer = Identifier(uuid: "6b697468-0000-4000-8000-000000000004") ?? Identifier(high: 0, low: 1)
    var ada = Entity(id: id, kind: .person, name: "Ada Lovelace", created: noon)
    ada.personName = PersonName(family: ["Lovelace"], given: ["Ada"])
    ada.nicknames = ["Countess"]
    ada.emails = [EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1))]
    ada.phones = [PhoneNumber("+1 555 0100", details: ContactDetails(types: ["home", "cell"], label: "Lab"))]
    ada.addresses = [PostalAddress(street: ["12 St James's Square"], locality: ["London"], country: ["UK"])]
    ada.tags = ["mathematics"]
    if let day = PartialDate(year: 1815, month: 12, day: 10) { ada.anniversaries = [Anniversary(.birth, on: day)] }
    var graph = InMemoryGraph()
    graph.entities = [ada, Entity(id: employer, kind: .company, name: "Analytical Engines", created: noon)]
    graph.relations = [Relation(id, .worksFor, employer, title: "Programmer")]
    return graph
  }

  @Test func aPersonAsACard() throws {
    let expected = #"""
      {
        "@type": "Card", "version": "1.0", "uid": "urn:uuid:6b697468-0000-4000-8000-000000000002",
        "name": {
          "full": "Ada Lovelace",
          "components": [{ "kind": "surname", "value": "Lovelace" }, { "kind": "given", "value": "Ada" }]
        },
        "nicknames": { "k1": { "name": "Countess" } },
        "organizations": { "k1": { "name": "Analytical Engines" } },
        "titles": { "k1": { "kind": "title", "name": "Programmer" } },
        "emails": { "k1": { "address": "ada@example.com", "contexts": { "work": true }, "pref": 1 } },
        "phones": {
          "k1": {
            "number": "+1 555 0100", "contexts": { "private": true }, "features": { "mobile": true }, "label": "Lab",
            "vCardParams": { "group": "item1" }
          }
        },
        "addresses": {
          "k1": {
            "components": [
              { "kind": "name", "value": "12 St James's Square" }, { "kind": "locality", "value": "London" },
              { "kind": "country", "value": "UK" }
            ]
          }
        },
        "anniversaries": { "k1": { "kind": "birth", "date": { "year": 1815, "month": 12, "day": 10 } } },
        "keywords": { "mathematics": true },
        "created": "2026-11-02T12:00:00Z", "updated": "2026-11-02T12:00:00Z"
      }
      """#
    guard case .array(let cards) = try JSONTreeReader.value(of: try write(WritingTests.ada())) else {
      Issue.record("no array")
      return
    }
    #expect(cards == [try JSONTreeReader.value(of: expected)])
  }

  @Test func companiesAreOrganizations() throws {
    let text = try write(WritingTests.ada(), [("kinds", "all")])
    #expect(text.contains(#""kind":"org","name":{"full":"Analytical Engines"}"#))
    #expect(try read(text).entities.map(\.kind) == [.person, .company])
  }

  /// Programs that know JSON and nothing of kith.
  @Test func strangersReadTheNames() throws {
    let text = try write(SampleGraph.hostile, [("kinds", "all")])
    guard case .array(let cards) = try JSONTreeReader.value(of: text) else { return }
    let names = cards.compactMap { $0.object?.value(at: ["name", "full"])?.string }
    let python = "import json,sys; print(json.dumps([c['name']['full'] for c in json.load(sys.stdin)]))"
    for command in [["jq", "-c", "[.[].name.full]"], ["python3", "-c", python]] {
      guard let answer = try WritingTests.run(command, on: text) else {
        print("skipped: no \(command[0])")
        continue
      }
      let found = try JSONDecoder().decode([String].self, from: answer)
      let isSame = found == names
      #expect(isSame && found.count == cards.count, "\(command[0])")
    }
  }

  /// What a program prints about a text; nil if it cannot be run or fails.
  private static func run(_ command: [String], on text: String) throws -> Data? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kith-jscontact-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? answer : nil
  }
}
