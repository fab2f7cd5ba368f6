/// One parameter of an imported property, as it came: `X-EVOLUTION-UI-SLOT=1`.
public struct Parameter: Hashable, Sendable {
  public var name: String
  public var values: [String]

  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// What is said about a way to reach somebody: where it belongs, and how much it is preferred.
public struct ContactDetails: Hashable, Sendable {
  /// Lower-case vCard types in the order given: `work`, `home`, `cell`, `fax` (RFC 6350 §5.6). Never `pref`.
  public var types: [String]
  /// A label in the owner's words (Apple's X-ABLabel, Google's Label).
  public var label: String?
  /// 1 (most preferred) to 100 (RFC 6350 §5.3).
  public var preference: Int?
  /// The name of the property group that it came in: `item1`.
  public var group: String?
  /// Parameters that kith does not model, kept as they came.
  public var parameters: [Parameter]

  public init(
    types: [String] = [], label: String? = nil, preference: Int? = nil, group: String? = nil,
    parameters: [Parameter] = []
  ) {
    self.types = types
    self.label = label
    self.preference = preference
    self.group = group
    self.parameters = parameters
  }

  public var isEmpty: Bool {
    types.isEmpty && label == nil && preference == nil && group == nil && parameters.isEmpty
  }
}
