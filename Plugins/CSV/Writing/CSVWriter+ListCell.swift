import KithCore

/// Writes what ``ListCell`` describes, within the cell begun.
extension CSVWriter {
  func list(_ values: [String]) {
    for index in values.indices {
      if index > 0 { write(ListCell.lineFeed) }
      value(values[index])
    }
  }

  /// The parts of one line.
  func parts(_ values: [String]) {
    for index in values.indices {
      if index > 0 { write(ListCell.semicolon) }
      value(values[index], and: ListCell.semicolon)
    }
  }

  /// A value with what is said about it; types that a prefix cannot hold are left out.
  func typed(_ text: String, _ details: ContactDetails) {
    if !prefix(details), CSVWriter.looksPrefixed(text) { write(": ") }
    value(text)
  }

  /// Writes `work,cell (label): ` or nothing.
  func prefix(_ details: ContactDetails) -> Bool {
    guard details.preference != nil || details.label != nil || !details.types.isEmpty else { return false }
    let before = cellCount
    if let preference = details.preference { self.preference(preference) }
    for type in details.types where ListCell.canWrite(type: type) {
      if cellCount > before { write(ListCell.comma) }
      write(type)
    }
    if let label = details.label {
      if cellCount > before { write(ListCell.space) }
      write(ListCell.openParenthesis)
      escaped(label, and: ListCell.closeParenthesis)
      write(ListCell.closeParenthesis)
    }
    write(ListCell.colon)
    write(ListCell.space)
    return true
  }

  private func preference(_ preference: Int) {
    if preference == 1 { return write("pref") }
    if (2...100).contains(preference) { write("pref=\(preference)") }
  }

  /// Every prefix ends with a colon and a space.
  static func looksPrefixed(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      for index in 1..<max(bytes.count, 1) where bytes[index] == ListCell.space {
        if bytes[index - 1] == ListCell.colon { return true }
      }
      return false
    }
  }

  private func value(_ text: String, and special: UInt8 = ListCell.backslash) {
    if text.isEmpty { write("\\e") } else { escaped(text, and: special) }
  }

  func escaped(_ text: String, and special: UInt8 = ListCell.backslash) {
    var text = text
    text.withUTF8 { bytes in
      var clean = 0
      for index in 0..<bytes.count {
        let byte = bytes[index]
        guard byte == ListCell.backslash || byte == special || byte == 0x0a || byte == 0x0d else { continue }
        write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        write(ListCell.backslash)
        write(byte == 0x0a ? UInt8(ascii: "n") : byte == 0x0d ? UInt8(ascii: "r") : byte)
        clean = index + 1
      }
      write(UnsafeBufferPointer(rebasing: bytes[clean...]))
    }
  }
}
