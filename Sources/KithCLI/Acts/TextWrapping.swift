/// Breaks text at spaces into lines that fit; a word longer than a line is broken where it must be.
enum TextWrapping {
  /// At least one line. Nil `width`: no limit.
  static func lines(of text: String, width: Int?) -> [String] {
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = word
      let columns = DisplayWidth.of(String(word))
      if !line.isEmpty, used + 1 + columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      if columns > width { rest = breakWord(word, width, into: &lines) }
      line += rest
      used += DisplayWidth.of(String(rest))
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Moves all of `word` but its end into lines of their own; returns the end.
  private static func breakWord(_ word: Substring, _ width: Int, into lines: inout [String]) -> Substring {
    var start = word.startIndex
    var used = 0
    for index in word.indices {
      let columns = DisplayWidth.of(word[index])
      if used + columns > width, index > start {
        lines.append(String(word[start..<index]))
        (start, used) = (index, 0)
      }
      used += columns
    }
    return word[start...]
  }
}
