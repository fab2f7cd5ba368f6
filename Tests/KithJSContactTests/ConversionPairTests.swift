import Foundation
import KithCore
import KithVCard
import Testing

@testable import KithJSContact

/// Every pair of the conversion tests of another library, as far as it agrees with RFC 9555.
@Suite struct ConversionPairTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/corpora/vcard/calcard/jscontact")

  struct Pair {
    var name: String
    var from: String
    var to: String
  }

  @Test func everyPairIsEqualOrArgued() throws {
    let pairs = try ConversionPairTests.pairs()
    guard !pairs.isEmpty else { return print("skipped: no corpora at \(ConversionPairTests.folder.path)") }
    var equal = 0
    var argued: Set<String> = []
    for pair in pairs {
      let (made, expected) = try ConversionPairTests.converted(pair)
      if made == expected {
        equal += 1
        #expect(ArguedDifferences.all[pair.name] == nil, "\(pair.name) is equal after all")
      } else if ArguedDifferences.all[pair.name] != nil {
        argued.insert(pair.name)
      } else {
        Issue.record("\(pair.name)\nmade\n\(made)\nexpected\n\(expected)")
      }
    }
    print("jscontact pairs: \(equal) of \(pairs.count) equal, \(argued.count) argued")
    #expect(argued == Set(ArguedDifferences.all.keys))
  }

  private static func converted(_ pair: Pair) throws -> (String, String) {
    let from = isJSON(pair.from) ? [] : VCardText.lines(pair.from)
    let card = isJSON(pair.from) ? try object(pair.from) : CardBuilder.card(of: from)
    if isJSON(pair.to) {
      let source = isJSON(pair.from) ? CardBuilder.card(of: LineBuilder.lines(of: card)) : card
      return (CanonicalCard.text(source), CanonicalCard.text(try object(pair.to)))
    }
    let made = isJSON(pair.from) ? LineBuilder.lines(of: card) : from
    return ComparedLines.texts(made, VCardText.lines(pair.to))
  }

  private static func isJSON(_ text: String) -> Bool { text.hasPrefix("\"") || text.hasPrefix("{") }

  private static func object(_ text: String) throws -> JSONObject {
    let whole = text.hasPrefix("{") ? text : "{" + text + "}"
    var object = try #require(try JSONTreeReader.value(of: whole).object)
    object["@type"] = nil
    return DraftContainer.moved(object)
  }

  private static func pairs() throws -> [Pair] {
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var pairs: [Pair] = []
    for file in (found ?? []).sorted(by: { $0.path < $1.path }) {
      let text = "\n" + (try String(contentsOf: file, encoding: .utf8))
      var counts: [String: Int] = [:]
      for test in text.components(separatedBy: "\n> test ").dropFirst() {
        let title = String(test.prefix { $0 != "\n" })
        counts[title, default: 0] += 1
        let mark = counts[title] == 1 ? "" : " (\(counts[title] ?? 0))"
        let name = "\(file.lastPathComponent.prefix(3)) \(title)\(mark)"
        pairs += ConversionPairTests.pairs(name, String(test.dropFirst(title.count)))
      }
    }
    return pairs
  }

  private static func pairs(_ name: String, _ body: String) -> [Pair] {
    let steps = body.components(separatedBy: "\n> convert").map { $0.trimmingCharacters(in: .newlines) }
    return steps.indices.dropFirst().map { Pair(name: "\(name) \($0)", from: steps[$0 - 1], to: steps[$0]) }
  }
}
