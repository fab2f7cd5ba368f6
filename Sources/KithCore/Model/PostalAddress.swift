/// A postal address (RFC 6350 §6.3.1). Each part may hold several values, in order.
public struct PostalAddress: Hashable, Sendable {
  public var poBox: [String]
  public var extended: [String]
  public var street: [String]
  public var locality: [String]
  public var region: [String]
  public var postalCode: [String]
  public var country: [String]
  /// The whole address as it stands on an envelope (the LABEL of RFC 6350), lines separated by newlines.
  public var formatted: String?
  public var details: ContactDetails

  public init(
    poBox: [String] = [], extended: [String] = [], street: [String] = [], locality: [String] = [],
    region: [String] = [], postalCode: [String] = [], country: [String] = [], formatted: String? = nil,
    details: ContactDetails = ContactDetails()
  ) {
    self.poBox = poBox
    self.extended = extended
    self.street = street
    self.locality = locality
    self.region = region
    self.postalCode = postalCode
    self.country = country
    self.formatted = formatted
    self.details = details
  }

  /// The seven parts in the order of ADR.
  public var components: [[String]] { [poBox, extended, street, locality, region, postalCode, country] }
}
