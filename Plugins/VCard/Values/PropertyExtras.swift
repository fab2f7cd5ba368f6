import KithCore

/// What a property said beside its value where the model has no place for it: its group and its parameters.
///
/// They are kept as a property without a value, which a digest ties to the value: whoever changes the value takes their
/// sense from them, and they are not written any more. A digest, because what is private must not be kept twice.
enum PropertyExtras {
  /// The parameter that marks such a property: the digest of the value, and for a list that of its first text, that of
  /// all of it, and their number.
  static let mark = "X-KITH-OF"

  static func isExtras(_ property: KeptProperty) -> Bool { property.parameters.last?.name == mark }

  static func digest(_ texts: some Sequence<String>) -> String {
    let text = texts.reduce(into: "") { $0 += $1 + "\u{1f}" }
    return String(Identifier(name: text).low, radix: 36)
  }

  static func texts(of name: PersonName) -> [String] {
    [name.family, name.given, name.additional, name.prefixes, name.suffixes].map { $0.joined(separator: "\u{1e}") }
  }

  /// A few bytes of a picture stand for all of them.
  static func texts(of photo: Photo) -> [String] {
    switch photo {
    case .uri(let uri): return [uri]
    case .data(let mediaType, let bytes):
      let step = max(1, bytes.count / 1024)
      let sample = stride(from: 0, to: bytes.count, by: step).map { bytes[$0] }
      return [mediaType, String(bytes.count), String(decoding: Base64.encode(sample), as: UTF8.self)]
    }
  }
}

/// The extras of one card that are not written yet.
struct ExtrasShelf {
  private var properties: [String: [KeptProperty]] = [:]

  var isEmpty: Bool { properties.isEmpty }

  mutating func startCard(_ kept: [KeptProperty]) {
    if !properties.isEmpty { properties = [:] }
    // From the last to the first, so that taking one costs nothing.
    for property in kept.reversed() where PropertyExtras.isExtras(property) {
      guard let digest = property.parameters.last?.values.first else { continue }
      properties[property.name + digest, default: []].append(property)
    }
  }

  /// The extras of a property with this value.
  mutating func take(_ name: String, of texts: @autoclosure () -> [String]) -> KeptProperty? {
    isEmpty ? nil : properties[name + PropertyExtras.digest(texts())]?.popLast()
  }

  /// The extras of a list that `texts` begins with, and how long that is.
  mutating func takeList(_ name: String, of texts: ArraySlice<String>) -> (property: KeptProperty, count: Int)? {
    guard let found = take(name, of: Array(texts.prefix(1))), let values = found.parameters.last?.values,
      values.count == 3, let count = Int(values[2]), count > 0, count <= texts.count,
      PropertyExtras.digest(texts.prefix(count)) == values[1]
    else { return nil }
    return (found, count)
  }
}
