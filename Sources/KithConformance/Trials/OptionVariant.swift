import KithCore

/// The defaults of a format, or the defaults with one option changed.
struct OptionVariant {
  /// ` with version=4.0`; empty for the defaults.
  let label: String
  let values: OptionValues

  static func all(of format: Format) -> [OptionVariant] {
    let changes = format.options.flatMap { option in option.choices.dropFirst().map { (option.name, $0) } }
    let defaults = (try? OptionValues([], for: format)).map { [OptionVariant(label: "", values: $0)] } ?? []
    return defaults
      + changes.compactMap { name, value in
        (try? OptionValues([(name, value)], for: format)).map {
          OptionVariant(label: " with \(name)=\(value)", values: $0)
        }
      }
  }
}
