import KithCore

/// Writes what ``ListCell`` describes.
extension OutputSink {
  func list(_ values: [String]) throws {
    for (index, value) in values.enumerated() {
      if index > 0 { try write(ListCell.lineFeed) }
      try value.isEmpty ? write("\\e") : escaped(value)
    }
  }

  /// The parts of one line.
  func parts(_ values: [String]) throws {
    for (index, value) in values.enumerated() {
      if index > 0 { try write(ListCell.semicolon) }
      try value.isEmpty ? write("\\e") : escaped(value, and: ListCell.semicolon)
    }
  }

  /// A value with what is said about it; types that a prefix cannot hold are left out.
  func typed(_ value: String, _ details: ContactDetails) throws {
    let hasPrefix = try prefix(details)
    if !hasPrefix, OutputSink.looksPrefixed(value) { try write(": ") }
    try value.isEmpty ? write("\\e") : escaped(value)
  }

  /// Writes `work,cell (label): ` or nothing.
  func prefix(_ details: ContactDetails) throws -> Bool {
    guard details.preference != nil || details.label != nil || !details.types.isEmpty else { return false }
    var count = 0
    if let preference = details.preference, (1...100).contains(preference) {
      try write("pref=")
      try write(preference)
      count = 1
    }
    for type in details.types where ListCell.canWrite(type: type) {
      if count > 0 { try write(ListCell.comma) }
      try write(type)
      count += 1
    }
    if let label = details.label { try self.label(label, isFirst: count == 0) }
    try write(": ")
    return true
  }

  private func label(_ label: String, isFirst: Bool) throws {
    try isFirst ? write("(") : write(" (")
    try escaped(label, and: ListCell.closeParenthesis)
    try write(ListCell.closeParenthesis)
  }

  /// Every prefix ends with a colon and a space.
  static func looksPrefixed(_ value: String) -> Bool {
    var previous = UInt8(0)
    for byte in value.utf8 {
      if byte == ListCell.space, previous == ListCell.colon { return true }
      previous = byte
    }
    return false
  }

  func escaped(_ text: String, and special: UInt8 = ListCell.backslash) throws {
    var text = text
    try text.withUTF8 { bytes in
      var clean = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte == ListCell.backslash || byte == special || byte == 0x0a || byte == 0x0d else { continue }
        try write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        try write(ListCell.backslash)
        try write(byte == 0x0a ? UInt8(ascii: "n") : byte == 0x0d ? UInt8(ascii: "r") : byte)
        clean = index + 1
      }
      try write(UnsafeBufferPointer(rebasing: bytes[clean...]))
    }
  }

  /// `2026-11-02`, or less of it.
  func date(_ date: PartialDate) throws {
    guard let year = date.year, let month = date.month, let day = date.day else { return try write(date.description) }
    let target = try reserve(10)
    OutputSink.digits(year, 4, target)
    target[4] = UInt8(ascii: "-")
    OutputSink.digits(month, 2, target + 5)
    target[7] = UInt8(ascii: "-")
    OutputSink.digits(day, 2, target + 8)
    advance(by: 10)
  }

  /// `2026-11-02T09:30:00Z`
  func timestamp(_ timestamp: Timestamp) throws {
    let second = timestamp.secondsSince1970
    let day = CivilDay(daysSince1970: (second >= 0 ? second : second - 86399) / 86400)
    let ofDay = second - day.daysSince1970 * 86400
    try date(day.date)
    let target = try reserve(10)
    target[0] = UInt8(ascii: "T")
    OutputSink.digits(ofDay / 3600, 2, target + 1)
    target[3] = ListCell.colon
    OutputSink.digits(ofDay / 60 % 60, 2, target + 4)
    target[6] = ListCell.colon
    OutputSink.digits(ofDay % 60, 2, target + 7)
    target[9] = UInt8(ascii: "Z")
    advance(by: 10)
  }

  private static func digits(_ value: Int, _ count: Int, _ target: UnsafeMutablePointer<UInt8>) {
    var rest = value
    for position in stride(from: count - 1, through: 0, by: -1) {
      target[position] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
  }
}
