/// What a plugin says of its format.
public struct Format: Sendable {
  /// The name on the command line: `vcard`.
  public let name: String
  /// One line without a full stop.
  public let summary: String
  /// The document that defines it: `RFC 6350`.
  public let specification: String
  public let mediaType: String
  /// Without the dot, the preferred one first.
  public let fileExtensions: [String]
  public let options: [FormatOption]
  public let coverage: Coverage

  public init(
    name: String, summary: String, specification: String, mediaType: String, fileExtensions: [String],
    options: [FormatOption] = [], coverage: Coverage
  ) {
    self.name = name
    self.summary = summary
    self.specification = specification
    self.mediaType = mediaType
    self.fileExtensions = fileExtensions
    self.options = options
    self.coverage = coverage
  }
}

/// An option of a format: `--option version=4.0`.
public struct FormatOption: Sendable {
  /// What an option may be set to.
  public enum Values: Sendable, Equatable {
    /// One of these, the first if nothing is said.
    case choices([String])
    /// Any text, as often as wanted, nothing at first; the placeholder shows its form: `column=field`.
    case text(placeholder: String)
  }

  public let name: String
  public let summary: String
  public let values: Values

  /// The values it takes, the default first; none where it takes any text.
  public var choices: [String] {
    if case .choices(let choices) = values { choices } else { [] }
  }

  public init(name: String, summary: String, choices: [String]) {
    precondition(!choices.isEmpty, "an option has at least its default")
    self.name = name
    self.summary = summary
    values = .choices(choices)
  }

  /// An option that takes any text, as often as wanted.
  public init(name: String, summary: String, placeholder: String) {
    self.name = name
    self.summary = summary
    values = .text(placeholder: placeholder)
  }
}

/// The options of one export or import, checked against the format, defaults filled in.
public struct OptionValues: Sendable {
  private var values: [String: String] = [:]
  private var texts: [String: [String]] = [:]

  /// - Throws: ``OptionError``
  public init(_ given: [(name: String, value: String)], for format: Format) throws {
    for option in format.options {
      if let choice = option.choices.first { values[option.name] = choice } else { texts[option.name] = [] }
    }
    for (name, value) in given {
      guard let option = format.options.first(where: { $0.name == name }) else {
        throw OptionError.unknownOption(name, format: format.name, known: format.options.map(\.name))
      }
      guard case .choices = option.values else {
        texts[name, default: []].append(value)
        continue
      }
      guard option.choices.contains(value) else {
        throw OptionError.unknownValue(value, option: name, choices: option.choices)
      }
      values[name] = value
    }
  }

  /// What was said for an option that takes text, in the order given.
  public subscript(texts name: String) -> [String] {
    guard let said = texts[name] else { preconditionFailure("the format declares no text option '\(name)'") }
    return said
  }

  /// The value of an option that the format declares, with choices.
  public subscript(name: String) -> String {
    guard let value = values[name] else { preconditionFailure("the format declares no option '\(name)'") }
    return value
  }
}

public enum OptionError: Error, Equatable {
  case unknownOption(String, format: String, known: [String])
  case unknownValue(String, option: String, choices: [String])
}
