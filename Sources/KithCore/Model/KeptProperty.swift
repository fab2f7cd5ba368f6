/// A property of an imported record that kith does not model, kept as it came and written back by its own format.
public struct KeptProperty: Hashable, Sendable {
  /// The name of the format it came from: `vcard`.
  public var format: String
  public var group: String?
  public var name: String
  public var parameters: [Parameter]
  /// The raw value, still escaped as its format escapes it.
  public var value: String

  public init(
    format: String, group: String? = nil, name: String, parameters: [Parameter] = [], value: String
  ) {
    self.format = format
    self.group = group
    self.name = name
    self.parameters = parameters
    self.value = value
  }
}
