import KithCore

/// One header field, folded (RFC 5322 §2.2.3). Text that is not plain ASCII becomes encoded words (RFC 2047).
enum MailHeader {
  /// Of a line, without its end (RFC 2047 §2).
  private static let widest = 76
  private static let newLine = "\r\n "

  static func text(_ name: String, _ value: String) -> String {
    "\(name): " + (isPlain(value) ? folded(value, after: name.utf8.count + 2) : encoded(value, name.utf8.count + 2))
  }

  static func address(_ name: String, _ value: MailAddress) -> String {
    let start = "\(name): "
    guard !value.name.isEmpty else { return start + value.address }
    let phrase =
      isPlain(value.name) && value.name.utf8.count < 60
      ? quoted(value.name) : encoded(value.name, start.utf8.count)
    let last = (start + phrase).split(separator: "\r\n").last ?? ""
    let fits = last.utf8.count + value.address.utf8.count + 3 <= widest
    return start + phrase + (fits ? " " : newLine) + "<\(value.address)>"
  }

  /// Printable ASCII in words that fit a line, and nothing that looks like an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7f).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
  }

  private static func folded(_ text: String, after start: Int) -> String {
    var lines = ""
    var width = start
    for (index, word) in text.split(separator: " ").enumerated() {
      if index > 0 {
        let fits = width + 1 + word.utf8.count <= widest
        lines += fits ? " " : newLine
        width = fits ? width + 1 : 1
      }
      lines += word
      width += word.utf8.count
    }
    return lines
  }

  private static func quoted(_ name: String) -> String {
    let isAtoms = name.utf8.allSatisfy { byte in
      byte == 0x20 || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
    if isAtoms { return name }
    let escaped = name.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"" + escaped.joined() + "\""
  }

  /// Words, each with the space after it: readers that keep the white space between encoded words show two spaces then,
  /// and no word broken in two.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    for scalar in text.unicodeScalars {
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
      if scalar == " " { pieces.append("") }
    }
    return pieces
  }

  /// Encoded words of whole characters, each on a line of its own.
  private static func encoded(_ text: String, _ start: Int) -> String {
    var words: [String] = []
    var bytes: [UInt8] = []
    func room() -> Int { (widest - (words.isEmpty ? start : 1) - 12) / 4 * 3 }
    func close() {
      words.append("=?utf-8?B?" + String(decoding: Base64.encode(bytes), as: UTF8.self) + "?=")
      bytes = []
    }
    for word in pieces(of: text) {
      if !bytes.isEmpty, bytes.count + word.utf8.count > room() { close() }
      for scalar in word.unicodeScalars {
        let next = Array(String(scalar).utf8)
        if bytes.count + next.count > room() { close() }
        bytes += next
      }
    }
    if !bytes.isEmpty { close() }
    return words.joined(separator: newLine)
  }
}
