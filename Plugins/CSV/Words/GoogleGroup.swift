import KithCore

/// Labels of contacts in Google's export. A star marks the groups that Google makes by itself.
enum GoogleGroup {
  /// Everybody who is a contact and not only somebody written to: it says nothing more.
  static let everybody = "* myContacts"

  /// Nil for what says nothing.
  static func tag(_ label: UnsafeBufferPointer<UInt8>, _ cells: CellReader) -> String? {
    guard label.first == UInt8(ascii: "*") else { return label.isEmpty ? nil : cells.text(label) }
    if label.elementsEqual(everybody.utf8) { return nil }
    let name = TrimmedText.trimmed(String(cells.text(label).dropFirst()))
    return name.isEmpty || CSVHeader.folded(name) == "mycontacts" ? nil : name
  }

  static func isSystem(_ tag: String) -> Bool {
    switch tag {
    case "starred", "friends", "family", "coworkers": true
    default: false
    }
  }
}
