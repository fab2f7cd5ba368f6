/// A date that recurs or marks a life (JSContact `anniversaries`, RFC 9553 §2.8.1; vCard BDAY, ANNIVERSARY).
public struct Anniversary: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case birth, death, wedding, other
  }

  public var kind: Kind
  public var date: PartialDate
  public var details: ContactDetails

  /// For `.other`, `details.label` says what the date is.
  public init(_ kind: Kind, on date: PartialDate, details: ContactDetails = ContactDetails()) {
    self.kind = kind
    self.date = date
    self.details = details
  }
}
