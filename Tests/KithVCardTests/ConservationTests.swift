import Foundation
import KithCore
import Testing

/// What is read and written again in its version has every property of before, by a parser of this test's own.
@Suite struct ConservationTests {
  /// One property, its group and name in upper case, its parameters in order of name, its value without escapes.
  struct Property: Hashable {
    var head: String
    var parameters: [String]
    var value: String

    /// Whether it has all that `other` has; parameters that say what holds without them may come or go.
    func says(_ other: Property) -> Bool {
      let isSame = head == other.head || head.hasSuffix("." + other.head)
      let dispensable = ["VALUE=DATE", "VALUE=URL", "ENCODING=8BIT", "TYPE=BASE64", "ENCODING=BASE64"]
      return isSame && other.parameters.allSatisfy { parameters.contains($0) || dispensable.contains($0) }
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard")

  /// What no writer repeats as it came, and relations, whose other end is not in the file.
  private static let own: Set<String> = ["BEGIN", "END", "VERSION", "REV", "UID", "RELATED", "\u{feff}BEGIN"]

  static func properties(_ text: String) -> [Property] {
    lines(text.replacing("\r\n", with: "\n").replacing("\t", with: " ")).compactMap(property)
  }

  private static func property(_ line: String) -> Property? {
    var (parts, isQuoted, index) = ([""], false, line.startIndex)
    while index < line.endIndex, isQuoted || line[index] != ":" {
      let character = line[index]
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
      index = line.index(after: index)
    }
    guard index < line.endIndex else { return nil }
    let head = parts[0].uppercased()
    var value = unescaped(line[line.index(after: index)...].trimmingCharacters(in: .whitespaces))
    // Empty parts at the end of a structured value say nothing.
    if ["N", "ADR", "ORG"].contains(head.split(separator: ".").last.map(String.init)) {
      while value.last == ";" { value.removeLast() }
    }
    if head.hasSuffix("PHOTO") { value = value.lowercased().replacing(" ", with: "") }
    if head.contains("BDAY") || head.contains("ANNIVERSARY") { value = value.replacing("-", with: "") }
    guard !own.contains(head), !value.allSatisfy({ $0 == ";" || $0 == "," }) else { return nil }
    return Property(head: head, parameters: parts.dropFirst().flatMap(parameters).sorted(), value: value)
  }

  private static func parameters(_ part: String) -> [String] {
    let pieces = part.uppercased().split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard pieces.count == 2 else { return pieces.map { "TYPE=" + $0 } }
    let value = pieces[1].replacing("\"", with: "")
    if pieces[0] == "TYPE" { return value.split(separator: ",").map { "TYPE=" + $0 } }
    return [pieces[0] + "=" + value]
  }

  private static func unescaped(_ text: String) -> String {
    var (result, isEscaped) = ("", false)
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  @Test func corpora() throws {
    let found = FileManager.default.enumerator(at: ConservationTests.folder, includingPropertiesForKeys: nil)
    var (total, lost): (Int, [String]) = (0, [])
    for file in (found?.allObjects as? [URL] ?? []) where file.pathExtension == "vcf" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      guard text.contains("VERSION:3.0") != text.contains("VERSION:4.0"), !text.contains("VERSION:2.1"),
        !text.uppercased().contains("QUOTED-PRINTABLE"), !text.contains("CHARSET=")
      else { continue }
      let version = text.contains("VERSION:3.0") ? "3.0" : "4.0"
      guard let reading = try? read(text) else { continue }
      let written = Dictionary(grouping: ConservationTests.properties(try rewritten(reading, version)), by: \.value)
      for property in ConservationTests.properties(text) {
        total += 1
        if written[property.value]?.contains(where: { $0.says(property) }) != true {
          lost.append("\(file.lastPathComponent) \(property)")
        }
      }
    }
    for line in lost { print("LOST", line.prefix(300)) }
    print("kept: \(total - lost.count) of \(total)")
    #expect(lost.count * 100 <= total * 3)
  }
}

/// The entities of a reading with those that it names, as a host stores them.
func rewritten(_ reading: Reading, _ version: String) throws -> String {
  var graph = InMemoryGraph()
  graph.entities = reading.entities
  for relation in reading.relations {
    guard case .id(let subject) = relation.subject, case .named(let name, let kind) = relation.object else { continue }
    var named = person(name, id: UInt64(graph.entities.count) + 1000)
    named.kind = kind
    graph.entities.append(named)
    graph.relations.append(
      Relation(subject, relation.type, named.id, title: relation.title, units: relation.units))
  }
  return try write(graph, version: version, kinds: "all")
}
