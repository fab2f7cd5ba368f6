import Foundation

/// One property of a card, decoded by a parser of these tests' own, written against the RFCs and not with kith's code.
struct DecodedProperty: Hashable, CustomStringConvertible {
  /// In upper case.
  var group: String
  var name: String
  var parameters: Set<String>
  var value: String
  /// What else is in its group, as `NAME:value`. The name of a group "has no other significance" (RFC 6350 §3.3).
  var companions: Set<String> = []

  var description: String { "\(group).\(name) \(parameters.sorted()) \(value.prefix(80))" }

  /// What says the same with and without: defaults of the property, names of encodings, how a value was carried.
  private static let dispensable: Set<String> = [
    "VALUE=DATE", "VALUE=URL", "VALUE=URI", "VALUE=TEXT", "VALUE=DATE-AND-OR-TIME", "VALUE=BINARY", "ENCODING=8BIT",
    "ENCODING=B", "ENCODING=BASE64", "TYPE=BASE64", "TYPE=INTERNET",
  ]

  /// Whether it has all that `other` has.
  func says(_ other: DecodedProperty) -> Bool {
    name == other.name && value == other.value
      && other.parameters.allSatisfy { parameters.contains($0) || DecodedProperty.dispensable.contains($0) }
      && other.companions.isSubset(of: companions)
  }

  /// The properties of all cards of a file, those of a card in one array.
  static func cards(_ text: String) -> [[DecodedProperty]] {
    var cards: [[DecodedProperty]] = []
    var isOld = false
    for line in unfolded(text) {
      guard var property = DecodedProperty(line) else { continue }
      switch property.name {
      case "BEGIN": cards.append([])
      case "VERSION": isOld = property.value == "2.1"
      case "END": isOld = false
      default:
        property.normalize(commasSeparate: !isOld)
        if !cards.isEmpty { cards[cards.count - 1].append(property) }
      }
    }
    return cards.map(withCompanions)
  }

  private static func withCompanions(_ card: [DecodedProperty]) -> [DecodedProperty] {
    let groups = Dictionary(grouping: card.filter { !$0.group.isEmpty }, by: \.group)
    return card.map { property in
      var property = property
      let others = groups[property.group]?.filter { $0 != property } ?? []
      property.companions = Set(others.map { "\($0.name):\($0.value)" })
      return property
    }
  }

  /// RFC 6350 §3.2. A line that no writer should have left without a colon belongs to nothing.
  private static func unfolded(_ text: String) -> [String] {
    var lines: [[UInt8]] = []
    for line in text.utf8.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      if line.first == 0x20 || line.first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else if let last = lines.last, last.last == UInt8(ascii: "="), isQuotedPrintable(last) {
        lines[lines.count - 1] = last.dropLast() + line
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
    String(decoding: line, as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
  }

  /// RFC 2045 §6.7, in UTF-8. A separator that was encoded is text.
  private mutating func decodeQuotedPrintable() {
    guard parameters.remove("ENCODING=QUOTED-PRINTABLE") != nil else { return }
    var bytes: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      let code = rest.prefix(2)
      if byte == UInt8(ascii: "="), let coded = UInt8(String(decoding: code, as: UTF8.self), radix: 16) {
        rest = rest.dropFirst(2)
        if coded == 0x0d { continue }
        if ";,\\".utf8.contains(coded) || coded == 0x0a { bytes.append(0x5c) }
        bytes.append(coded == 0x0a ? UInt8(ascii: "n") : coded)
      } else {
        bytes.append(byte)
      }
    }
    value = String(decoding: bytes, as: UTF8.self)
  }

  private init?(_ line: String) {
    var (parts, isQuoted, index) = ([""], false, line.startIndex)
    while index < line.endIndex, isQuoted || line[index] != ":" {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(line[index]) }
      index = line.index(after: index)
    }
    guard index < line.endIndex else { return nil }
    let head = parts[0].uppercased().trimmingCharacters(in: .whitespaces)
    let dot = head.lastIndex(of: ".")
    group = dot.map { String(head[..<$0]) } ?? ""
    name = dot.map { String(head[head.index(after: $0)...]) } ?? head
    parameters = Set(parts.dropFirst().flatMap(DecodedProperty.parameters))
    value = String(line[line.index(after: index)...])
  }

  /// With the escapes of RFC 6868; the values of TYPE one by one.
  private static func parameters(_ part: String) -> [String] {
    let pieces = part.uppercased().split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard pieces.count == 2 else { return pieces.flatMap { $0.split(separator: ",").map { "TYPE=" + $0 } } }
    let value = pieces[1].replacing("\"", with: "")
    if pieces[0] == "TYPE" { return value.split(separator: ",").map { "TYPE=" + $0 } }
    let decoded = value.replacing("^^", with: "\u{1}").replacing("^'", with: "\"").replacing("^N", with: "\n")
    return [pieces[0] + "=" + decoded.replacing("\u{1}", with: "^")]
  }

  // MARK: What is the same

  private mutating func normalize(commasSeparate: Bool) {
    decodeQuotedPrintable()
    parameters = parameters.filter { !$0.hasPrefix("CHARSET=") }
    switch name {
    case "N", "ADR", "ORG": value = DecodedProperty.parts(value, commasSeparate: commasSeparate)
    case "NICKNAME", "CATEGORIES": value = DecodedProperty.parts(value, commasSeparate: true)
    case "PHOTO", "LOGO", "SOUND", "KEY": normalizeBinary()
    case "BDAY", "ANNIVERSARY", "DEATHDATE", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-ABDATE", "REV", "CREATED":
      value = value.filter { $0 != "-" && $0 != ":" && $0 != "\\" }
    case "UID", "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER", "RELATED":
      value = DecodedProperty.unescaped(value).lowercased().replacing("urn:uuid:", with: "")
    default: value = DecodedProperty.unescaped(value)
    }
    value = value.trimmingCharacters(in: .whitespaces)
    normalizePreference()
  }

  /// `TYPE=pref` of 2.1 and 3.0 is `PREF=1` (RFC 6350 §5.3).
  private mutating func normalizePreference() {
    if parameters.remove("PREF=1") != nil { parameters.insert("TYPE=PREF") }
  }

  /// Each part without white space at its edges, and without the empty ones at the end.
  private static func parts(_ value: String, commasSeparate: Bool) -> String {
    var parts: [String] = [""]
    var isEscaped = false
    for character in value {
      if character == ";" || character == "," && commasSeparate, !isEscaped {
        parts[parts.count - 1] = unescaped(parts[parts.count - 1]).trimmingCharacters(in: .whitespaces)
        parts.append(character == ";" ? ";" : ",")
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    parts[parts.count - 1] = unescaped(parts[parts.count - 1]).trimmingCharacters(in: .whitespaces)
    while let last = parts.last, last.isEmpty || last == ";" || last == "," { parts.removeLast() }
    return parts.joined()
  }

  /// A data URI of 4.0 (RFC 6350 §6.2.4) is the base 64 of 2.1 and 3.0 with its media type in TYPE (RFC 2426 §3.1.4).
  private mutating func normalizeBinary() {
    let plain = value.replacing("\\", with: "").filter { !$0.isWhitespace }
    guard plain.lowercased().hasPrefix("data:"), let comma = plain.firstIndex(of: ",") else {
      parameters = Set(parameters.map { $0.replacing("TYPE=IMAGE/", with: "TYPE=") })
      value = plain.filter { $0 != "=" }
      return
    }
    let media = plain[..<comma].dropFirst(5).split(separator: ";").first.map { $0.uppercased() } ?? ""
    if media != "APPLICATION/OCTET-STREAM" {
      parameters.insert("TYPE=" + (media == "APPLICATION/PGP-KEYS" ? "PGP" : media.split(separator: "/").last ?? ""))
    }
    value = plain[plain.index(after: comma)...].filter { $0 != "=" }
  }

  /// RFC 6350 §3.4; a backslash before anything else is a backslash.
  static func unescaped(_ text: String) -> String {
    var (result, isEscaped) = ("", false)
    for character in text {
      if isEscaped {
        switch character {
        case "n", "N": result.append("\n")
        case ",", ";", ":", "\\": result.append(character)
        default: result.append("\\\(character)")
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return isEscaped ? result + "\\" : result
  }
}
