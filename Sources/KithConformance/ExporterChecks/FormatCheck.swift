import KithCore

/// What a format says of itself can be shown and typed.
enum FormatCheck: ExporterCheck {
  static let name = "format"

  static func messages(on trial: ExporterTrial) -> [String] {
    let format = trial.exporter.format
    var messages = words(format)
    if format.summary.isEmpty || format.summary.hasSuffix(".") {
      messages.append("the summary is one line without a full stop, not '\(format.summary)'")
    }
    if format.specification.isEmpty { messages.append("the specification is not named") }
    if !format.mediaType.contains("/") { messages.append("'\(format.mediaType)' is no media type") }
    if format.fileExtensions.isEmpty { messages.append("there is no file extension") }
    for name in format.fileExtensions where name.hasPrefix(".") {
      messages.append("the file extension '\(name)' begins with a dot")
    }
    return messages
  }

  private static func words(_ format: Format) -> [String] {
    var messages: [String] = []
    for name in [format.name] + format.options.map(\.name) where !isWord(name) {
      messages.append("the name '\(name)' is not made of a-z, 0-9 and hyphens")
    }
    if Set(format.options.map(\.name)).count != format.options.count { messages.append("two options share a name") }
    for option in format.options where Set(option.choices).count != option.choices.count {
      messages.append("the option '\(option.name)' has a choice twice")
    }
    return messages
  }

  private static func isWord(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "-") else { return false }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }
}
