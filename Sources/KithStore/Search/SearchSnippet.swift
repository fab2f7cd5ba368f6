import KithCore

/// The part of a longer text that a reader needs to see why it was found.
enum SearchSnippet {
  private static let before = 24
  private static let after = 40
  /// Where nobody would look for a word any more.
  private static let farthest = 20_000

  /// `text` in one line; if it is long, what stands round the first place where it has `word`.
  static func of(_ text: String, round word: SearchWord) -> String {
    let line = Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(farthest))
    if line.count <= before + after { return String(line) }
    let place = place(of: word, in: line) ?? 0
    let start = wordStart(near: max(0, place - before), before: place, in: line)
    let end = wordEnd(near: min(line.count, place + after), after: place, in: line)
    return (start > 0 ? "…" : "") + String(line[start..<end]) + (end < line.count ? "…" : "")
  }

  /// Where `word` begins: compared letter by letter as folded, since folding changes how many there are.
  private static func place(of word: SearchWord, in line: [Character]) -> Int? {
    let wanted = word.text
    guard let first = wanted.unicodeScalars.first else { return nil }
    for index in line.indices {
      guard SearchKey.fold(String(line[index])).unicodeScalars.first == first, begins(at: index, in: line) else {
        continue
      }
      let piece = SearchKey.fold(String(line[index...].prefix(wanted.count + 1)))
      if piece.unicodeScalars.starts(with: wanted.unicodeScalars) { return index }
    }
    return nil
  }

  /// Whether a word may begin there: after something that is no letter, or at a character that is a word by itself.
  private static func begins(at index: Int, in line: [Character]) -> Bool {
    if index == 0 || SearchWords.isIdeographic(SearchKey.fold(String(line[index]))) { return true }
    let last = line[index - 1]
    return !(last.isLetter || last.isNumber) || SearchWords.isIdeographic(SearchKey.fold(String(last)))
  }

  private static func wordStart(near start: Int, before place: Int, in line: [Character]) -> Int {
    guard start > 0, let space = line[start..<place].firstIndex(of: " ") else { return start }
    return space + 1
  }

  private static func wordEnd(near end: Int, after place: Int, in line: [Character]) -> Int {
    guard end < line.count, let space = line[place..<end].lastIndex(of: " "), space > place else { return end }
    return space
  }
}
