/// How kith puts several values into one cell, so that a person can read it and nothing is lost.
///
/// - One value a line (LF). Within a value, a line feed is `\n`, a carriage return `\r`, a backslash `\\`; an empty value
///   is `\e`. Before any other character a backslash is only itself. Blank lines say nothing.
/// - E-mails, phones, urls and the street of an address may say before the value what it is: types, and a label in the
///   owner's words: `work: ada@example.com`, `work,cell (car): +44 20 7946 0100`, `(LinkedIn): https://…`. The type `pref`
///   is preference 1, `pref=2` is 2. The label ends at `)`; one within it is `\)`. A value that only looks as if it
///   began like that is written after an empty prefix, `: `.
/// - Columns that go together (`company`, `title`, `department`; the five of an address) have as many lines each, blank
///   ones too. Where one line holds several parts (department within department, two lines of a street), they are
///   separated by `;`, and a semicolon within is `\;`.
enum ListCell {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let semicolon = UInt8(ascii: ";")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let space = UInt8(ascii: " ")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")

  /// The byte that a backslash and `letter` stand for, none for the empty value; nil if they stand for themselves.
  static func meaning(of letter: UInt8) -> (byte: UInt8?, Void)? {
    switch letter {
    case backslash, semicolon, closeParenthesis: (letter, ())
    case UInt8(ascii: "n"): (lineFeed, ())
    case UInt8(ascii: "r"): (carriageReturn, ())
    case UInt8(ascii: "e"): (nil, ())
    default: nil
    }
  }

  @inline(__always)
  static func isTypeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "="): true
    default: false
    }
  }

  /// Whether a type can stand in a prefix and comes back as it is.
  static func canWrite(type: String) -> Bool {
    for byte in type.utf8 where !isTypeByte(byte) || (0x41...0x5a).contains(byte) { return false }
    return !type.isEmpty && preference(type) == nil
  }

  /// The preference that `pref` or `pref=2` says.
  static func preference(_ word: String) -> Int? {
    guard word.utf8.first == UInt8(ascii: "p"), word.hasPrefix("pref") else { return nil }
    if word.utf8.count == 4 { return 1 }
    guard word.hasPrefix("pref="), let value = Int(word.dropFirst(5)), (1...100).contains(value) else { return nil }
    return value
  }

  static func lowercased(_ word: String) -> String {
    for byte in word.utf8 where (0x41...0x5a).contains(byte) { return word.lowercased() }
    return word
  }
}
