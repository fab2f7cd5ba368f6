import KithCore

/// Texts as the full-text index takes them: their tokens, parted by spaces.
struct SearchText {
  private(set) var bytes: [UInt8] = []

  /// Empties it; its memory is used again.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ text: String) {
    var text = text
    let isDone = text.withUTF8 { appendASCII($0) }
    if !isDone { for token in SearchWords.tokens(text).joined() { append(token: token.utf8) } }
  }

  /// Appends only what is not there.
  mutating func appendUnknownWords(of text: String) {
    var other = SearchText()
    other.append(text)
    for token in other.bytes.split(separator: SearchText.space) where !contains(token) { append(token: token) }
  }

  /// A name as it is written, and each O'Brien also as obrien.
  mutating func append(name: String) {
    append(name)
    for token in SearchWords.joined(name) { append(token: token.utf8) }
  }

  private func contains(_ token: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: SearchText.space).contains { $0.elementsEqual(token) }
  }

  private mutating func append(token: some Collection<UInt8>) {
    if !bytes.isEmpty { bytes.append(SearchText.space) }
    bytes.append(contentsOf: token)
  }

  /// False, with nothing appended, if some of it is not ASCII.
  private mutating func appendASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.count
    var isInWord = false
    for byte in text {
      if byte >= 0x80 {
        bytes.removeSubrange(start...)
        return false
      }
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      let isLetter = letter &- 0x61 < 26 || letter &- 0x30 < 10
      if isLetter {
        if !isInWord, !bytes.isEmpty { bytes.append(SearchText.space) }
        bytes.append(letter)
      }
      isInWord = isLetter
    }
    return true
  }

  private static let space = UInt8(ascii: " ")
}
