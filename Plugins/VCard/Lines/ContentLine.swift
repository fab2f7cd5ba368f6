import KithCore

/// One property of a card, unfolded (RFC 6350 §3.3).
package struct ContentLine: Hashable, Sendable {
  package var group: String?
  package var name: String
  /// Their values decoded (RFC 6868).
  package var parameters: [Parameter]
  /// Still escaped, as RFC 6350 §3.4 has it.
  package var value: String

  package init(group: String? = nil, name: String, parameters: [Parameter] = [], value: String) {
    self.group = group
    self.name = name
    self.parameters = parameters
    self.value = value
  }

  init(_ line: ContentLineBytes) {
    self.init(
      group: line.group.isEmpty ? nil : ByteText.string(line.group), name: ByteText.string(line.name),
      parameters: line.parameterValues, value: ByteText.string(line.value))
  }
}

/// A content line as slices of bytes, which are valid while it is handed over.
package struct ContentLineBytes {
  /// Empty where there is none.
  package let group: UnsafeBufferPointer<UInt8>
  package let name: UnsafeBufferPointer<UInt8>
  /// Everything between the first `;` and the `:`.
  package let parameters: UnsafeBufferPointer<UInt8>
  package let value: UnsafeBufferPointer<UInt8>

  /// Nil if there is no colon.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let head = PropertyHead(line) else { return nil }
    group = UnsafeBufferPointer(rebasing: line[head.group])
    name = UnsafeBufferPointer(rebasing: line[head.name])
    parameters = UnsafeBufferPointer(rebasing: line[head.parameters])
    value = UnsafeBufferPointer(rebasing: line[(head.colon + 1)...])
  }

  /// The parameters, split and decoded.
  package var parameterValues: [Parameter] {
    var found: [Parameter] = []
    var parser = ParameterParser(parameters)
    while let parameter = parser.next() { found.append(parameter) }
    return found
  }
}
