import Foundation
import KithConformance
import KithCore
import KithJCard
import KithTesting
import KithVCard
import Testing

@Suite struct JCardReadingTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/vcard").standardized

  private func file(_ path: String) -> [UInt8]? {
    let file = JCardReadingTests.corpora.appending(path: path)
    guard let data = try? Data(contentsOf: file) else {
      print("skipped: no \(file.path)")
      return nil
    }
    return [UInt8](data)
  }

  /// RFC 7095 gives its example both as a jCard and as the vCard that it comes from.
  @Test func `the example of the RFC is its vCard`() throws {
    guard let array = file("ical.js/vcard_author.json"), let text = file("rfc-examples/rfc7095-1.vcf") else { return }
    let found = Alike.records(try Harness.records(array))
    let expected = Alike.records(try Harness.records(text, in: VCardFormat()))
    guard case .entity(var one)? = found.first, case .entity(var other)? = expected.first else {
      Issue.record("no card")
      return
    }
    // Its vCard lacks VALUE=utc-offset, and says the minutes of the anniversary's zone as the basic form does.
    for index in one.keptProperties.indices { one.keptProperties[index].parameters.removeAll { $0.name == "VALUE" } }
    for index in other.keptProperties.indices {
      other.keptProperties[index].parameters.removeAll { $0.name == "VALUE" }
    }
    #expect(one == other)
    #expect(found.dropFirst() == expected.dropFirst())
  }

  @Test(arguments: ["RFC7095", "RFC7483", "Wikipedia", "Multilingual", "Unstructured"])
  func `files of other programs are read whole`(_ name: String) throws {
    guard let bytes = file("jscontact-tools/jcard/jCard-\(name).json") else { return }
    let log = DiagnosticLog()
    let answer = try Harness.attempt(InputSource(bytes: bytes), log: log)
    #expect(answer.error == nil && Harness.names(answer.records).count == 1)
    #expect(log.groups.isEmpty, "\(log.groups)")
    #expect(JCardFormat().recognizes(Array(bytes.prefix(4096))))
  }

  @Test func `components and lists`() throws {
    let ada = try Harness.read(
      #"""
      ["n",{"sort-as":["Lovelace","Ada"]},"text",["Lovelace","Ada",["King","Noel"],"","Countess, of Lovelace","Byron"]],
      ["adr",{"label":"12 \"Dorset\"\nLondon","type":"home"},"text",["","",["12; Dorset","Street"],"London","","",""]],
      ["categories",{},"text","one, two","three"],["org",{},"text","Analytical; Engines"],["org",{},"text",["A","B"]]
      """#)
    #expect(ada.personName?.additional == ["King", "Noel"] && ada.personName?.suffixes == ["Countess, of Lovelace"])
    #expect(ada.addresses.first?.street == ["12; Dorset", "Street"])
    #expect(ada.addresses.first?.formatted == "12 \"Dorset\"\nLondon")
    #expect(ada.tags == ["one, two", "three"])
    #expect(ada.keptProperties.first { $0.name == "N" }?.parameters.first?.values == ["Lovelace", "Ada"])
  }

  @Test func `types and groups`() throws {
    let ada = try Harness.read(
      #"""
      ["tel",{"group":"G1","type":["work","voice"],"pref":1},"uri","tel:+44-20-5550100;ext=5"],
      ["x-ablabel",{"group":"G1"},"text","Desk"],["bday",{},"date-and-or-time","--12-10"],
      ["x-size",{},"integer",7,-8],["x-share",{},"float",1.50],["x-is",{},"boolean",true],["x-raw",{},"unknown","a\\,b;c"],
      ["x-zone",{},"utc-offset","-05:00"],["rev",{},"timestamp","2013-02-14T12:30:00Z"],["x-none",{},"text",null]
      """#)
    let phone = try #require(ada.phones.first)
    #expect(phone.number == "+44-20-5550100 x5" && phone.details.types == ["work", "voice"])
    #expect(phone.details.group == "G1" && phone.details.label == "Desk" && phone.details.preference == 1)
    #expect(ada.anniversaries.map(\.date) == [PartialDate(month: 12, day: 10)])
    #expect(ada.modified == Timestamp(secondsSince1970: 1_360_845_000))
    let kept = ada.keptProperties.map { "\($0.name);\($0.parameters.flatMap(\.values).joined()):\($0.value)" }
    #expect(
      kept == [
        "X-SIZE;integer:7,-8", "X-SHARE;float:1.50", "X-IS;boolean:TRUE", "X-RAW;:a\\,b;c", "X-ZONE;utc-offset:-0500",
        "X-NONE;text:",
      ])
  }

  @Test func `what cannot be read is reported with its line, and the rest is read`() throws {
    let log = DiagnosticLog()
    let ada = try Harness.read(
      #"""
      ["note",{},"text"],
      ["note","text","x"],
      7,
      ["note",{"value":"x","o":{"a":[1]}},"text","kept",{"a":[1,2]}],
      ["tel",{},"text","+1"]
      """#, log: log)
    #expect(ada.notes == ["kept"] && ada.phones.map(\.number) == ["+1"])
    #expect(log.groups.map(\.first.code) == ["bad-property", "unknown-part"])
    #expect(log.groups[0].lines == [4, 5] && log.groups[1].count == 3)
  }

  @Test func `one card, several, or one after the other`() throws {
    func card(_ name: String) -> String { #"["vcard",[["version",{},"text","4.0"],["fn",{},"text","\#(name)"]]]"# }
    let (ada, grace) = (card("Ada"), card("Grace"))
    let forms = [
      "\u{feff}\(ada)\n\(grace)", "[\(ada),\(grace)]", "[\n\(ada)\n,\n\(grace)\n]\n", "\(ada),\(grace)",
      "[\(ada),7,\"x]\",{\"a\":[\"]\"]},null,\(grace)]", "[\(ada)]\n[\(grace)]",
    ]
    for form in forms {
      let answer = try Harness.attempt(InputSource(bytes: Array(form.utf8)))
      #expect(Harness.names(answer.records) == ["Ada", "Grace"] && answer.error == nil, "\(form)")
    }
  }

  @Test func `any split of the input is read alike`() throws {
    let whole = try Harness.export(SampleGraph.small)
    let expected = try Harness.records(whole)
    for size in [1, 7, 4096] {
      var position = 0
      let input = InputSource { target in
        let count = min(size, target.count, whole.count - position)
        target.copyBytes(from: whole[position..<position + count])
        position += count
        return count
      }
      #expect(try Harness.attempt(input).records == expected)
    }
  }
}
