import KithCore

extension FormField {
  private static var parts: [(key: String, path: WritableKeyPath<PostalAddress, [String]>)] {
    [
      ("PO box", \.poBox), ("Extended", \.extended), ("Street", \.street), ("City", \.locality),
      ("Region", \.region), ("Postal code", \.postalCode), ("Country", \.country),
    ]
  }

  /// `Address: work`, its parts below; or an address in one piece after the key.
  static var address: FormField {
    FormField(
      ["Address"], get: { $0.addresses }, set: { $1.addresses = $0 }, show: { FormValue("Address", text(of: $0)) },
      parse: { item, old in
        item.text.contains("\n") ? try structured(item, old) : inOnePiece(item, old)
      })
  }

  private static func text(of address: PostalAddress) -> String {
    let head = (address.details.types + (address.details.label.map { ["[\($0)]"] } ?? [])).joined(separator: " ")
    let lines = parts.flatMap { part in address[keyPath: part.path].map { "\(part.key): \($0)" } }
    if lines.isEmpty, let formatted = address.formatted { return FormDetails.text(address.details, formatted) }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func inOnePiece(_ item: FormItem, _ old: PostalAddress?) -> PostalAddress {
    let line = FormDetails(item.text)
    return PostalAddress(formatted: line.value, details: line.details(keeping: old?.details))
  }

  /// The address in one piece, if there was one, would say what changed parts said before: it goes then.
  private static func structured(_ item: FormItem, _ old: PostalAddress?) throws -> PostalAddress {
    let lines = item.text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = FormDetails(String(lines[0]), hasNoValue: true)
    var address = PostalAddress(details: head.details(keeping: old?.details))
    // Something other than types after the key: the address as it stands on an envelope.
    guard head.value.isEmpty else { return inOnePiece(item, old) }
    for (offset, line) in lines.enumerated().dropFirst() where !line.trimmed.isEmpty {
      let part = parts.first { SearchKey.fold(String(line)).hasPrefix(SearchKey.fold($0.key) + ":") }
      guard let part else {
        throw FormProblem(
          "a part of an address was expected: \(parts.map(\.key).joined(separator: ", "))", at: item.line + offset)
      }
      let value = line[line.index(after: line.firstIndex(of: ":") ?? line.startIndex)...].trimmed
      if !value.isEmpty { address[keyPath: part.path].append(String(value)) }
    }
    if let old, old.components == address.components { address.formatted = old.formatted }
    return address
  }
}
