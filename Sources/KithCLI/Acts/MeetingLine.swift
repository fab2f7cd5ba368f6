import KithCore

/// A line about somebody met: `Ada Lovelace, Analytical Engines, CTO, ada@example.com +compilers "promised a paper"`.
///
/// Name, company and title in that order; e-mail addresses, phone numbers, links, tags and what is quoted anywhere.
struct MeetingLine: Equatable {
  private(set) var name = ""
  private(set) var company: String?
  private(set) var title: String?
  private(set) var facts = PersonFacts()
  /// What stood in quotation marks.
  private(set) var words: [String] = []

  /// - Throws: ``CommandError``
  init(_ line: String) throws {
    if line.unicodeScalars.contains(where: { $0 != "\t" && TerminalText.isControl($0.value) }) {
      throw CommandError("the line holds a control character")
    }
    let parts = try MeetingFields(line)
    words = parts.quoted.filter { !$0.isEmpty }
    var texts: [String] = []
    for field in parts.fields {
      guard let text = try take(field) else { continue }
      if texts.count == 2, MeetingLine.isLegalForm(text) { texts[1] += ", " + text } else { texts.append(text) }
    }
    while texts.last?.isEmpty == true { texts.removeLast() }
    try assign(texts)
  }

  private mutating func assign(_ texts: [String]) throws {
    name = texts.first ?? ""
    guard !name.isEmpty else { throw CommandError("there is no name; it comes first") }
    guard texts.count <= 3 else {
      throw CommandError(
        "'\(TerminalText.cleaned(texts[3]))' is one field too many; name, company and title come first, "
          + "and what was said stands in quotation marks")
    }
    company = texts.count > 1 && !texts[1].isEmpty ? texts[1] : nil
    title = texts.count > 2 ? texts[2] : nil
    if let title, company == nil {
      throw CommandError("'\(TerminalText.cleaned(title))' is a title without a company")
    }
  }

  /// Takes what can be recognised out of a field; nil if that was all of it.
  private mutating func take(_ field: String) throws -> String? {
    var rest: [Substring] = []
    for word in field.split(whereSeparator: \.isWhitespace) where try !takeWord(word) { rest.append(word) }
    let text = rest.joined(separator: " ")
    if MeetingLine.isPhone(text) {
      facts.phones.append(text)
      return nil
    }
    return text.isEmpty && !field.isEmpty ? nil : text
  }

  /// Whether the word says by itself what it is.
  private mutating func takeWord(_ word: Substring) throws -> Bool {
    if word.hasPrefix("http://") || word.hasPrefix("https://") {
      facts.links.append(String(word))
    } else if word.hasPrefix("+"), word.utf8.count > 1, !MeetingLine.isOfNumber(word) {
      facts.tags.append(String(word.dropFirst()))
    } else if word.utf8.count > 1, word.contains("@") {
      facts.emails.append(try MeetingLine.email(word))
    } else {
      return false
    }
    return true
  }

  private static func email(_ word: Substring) throws -> String {
    var address = word
    if address.hasPrefix("<"), address.hasSuffix(">") { address = address.dropFirst().dropLast() }
    if address.hasPrefix("mailto:") { address = address.dropFirst(7) }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw CommandError("'\(TerminalText.cleaned(String(word)))' is no e-mail address")
    }
    return String(address)
  }

  private static func isPhone(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy(isOfNumber) && SearchKey.phone(text) != nil
  }

  private static func isOfNumber(_ word: Substring) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-()./".utf8.contains($0) }
      || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `Inc.` behind a comma belongs to the company before it.
  private static func isLegalForm(_ text: String) -> Bool { !text.isEmpty && CompanyName.key("x " + text) == "x" }

  /// Who promised something, by the first words of what was said: `promised a paper` and `will call` are theirs, whom
  /// the line is about; `I will introduce them` is yours. Nil for anything else.
  static func promiser(of words: String) -> FollowUp.Party? {
    let said = SearchKey.words(words).prefix(2)
    let verbs: Set<String> = ["promised", "promises", "promise", "will", "ll", "owes", "owe"]
    switch said.first {
    case "i": return said.count > 1 && verbs.contains(said[1]) ? .me : nil
    case "he", "she", "they": return said.count > 1 && verbs.contains(said[1]) ? .them : nil
    case let first?: return verbs.contains(first) ? .them : nil
    case nil: return nil
    }
  }
}
