/// A fact in the user's own words: `shirt size: M`. A private one never reaches an address book unless asked for.
public struct CustomField: Hashable, Sendable {
  public var name: String
  public var value: String
  public var isPrivate: Bool

  public init(_ name: String, _ value: String, isPrivate: Bool = false) {
    self.name = name
    self.value = value
    self.isPrivate = isPrivate
  }
}
