import KithCore

extension FormField {
  private static let dateKeys: [(key: String, kind: Anniversary.Kind)] = [
    ("Birthday", .birth), ("Wedding", .wedding), ("Died", .death), ("Date", .other),
  ]

  /// `Birthday: 1985-04-12`, `Date: 2015-09-01 first commit`.
  static func dates(offered: Bool) -> FormField {
    FormField(
      dateKeys.map(\.key), offered: offered, get: { $0.anniversaries }, set: { $1.anniversaries = $0 },
      show: { anniversary in
        let key = dateKeys.first { $0.kind == anniversary.kind }?.key ?? "Date"
        let label = anniversary.kind == .other ? anniversary.details.label.map { " \($0)" } ?? "" : ""
        return FormValue(key, anniversary.date.description + label)
      },
      parse: anniversary)
  }

  private static func anniversary(_ item: FormItem, _ old: Anniversary?) throws -> Anniversary {
    let kind = dateKeys.first { $0.key == item.key }?.kind ?? .other
    let words = item.text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let date = try date(words.first ?? "", item)
    var details = old?.kind == kind ? old?.details ?? ContactDetails() : ContactDetails()
    if kind == .other {
      details.label = words.count > 1 ? String(words[1].trimmed) : nil
    } else if words.count > 1 {
      throw FormProblem(
        "after the date of '\(item.key)' there is '\(TerminalText.cleaned(String(words[1].prefix(40))))'", at: item.line
      )
    }
    return Anniversary(kind, on: date, details: details)
  }

  /// `Account: Mastodon; @ada@example.com`, `Account: xmpp:ada@example.com`.
  static var account: FormField {
    FormField(
      ["Account"], get: { $0.onlineServices }, set: { $1.onlineServices = $0 },
      show: { FormValue("Account", [$0.service, $0.user, $0.uri].compactMap { $0 }.joined(separator: "; ")) },
      parse: { item, old in
        var service = OnlineService(details: old?.details ?? ContactDetails())
        var parts = item.text.split(separator: ";").map { String($0.trimmed) }.filter { !$0.isEmpty }
        guard !parts.isEmpty, parts.count < 4 else {
          throw FormProblem("'SERVICE; ACCOUNT' was expected, as in 'Mastodon; @ada@example.com'", at: item.line)
        }
        if let last = parts.last, isURI(last) { service.uri = parts.removeLast() }
        if service.uri == nil || parts.count > 1 { service.user = parts.popLast() }
        service.service = parts.isEmpty ? nil : parts.joined(separator: "; ")
        return service
      })
  }

  private static func isURI(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.first else { return false }
    return first.isASCII && first.isLetter
      && text[..<colon].utf8.allSatisfy { (0x61...0x7a).contains($0 | 0x20) || (0x2b...0x39).contains($0) }
  }
}
