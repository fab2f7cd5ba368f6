/// An e-mail address (RFC 6350 §6.4.2), as it was written.
public struct EmailAddress: Hashable, Sendable {
  public var address: String
  public var details: ContactDetails

  public init(_ address: String, details: ContactDetails = ContactDetails()) {
    self.address = address
    self.details = details
  }
}

/// A telephone number (RFC 6350 §6.4.1), as it was written, without `tel:`.
public struct PhoneNumber: Hashable, Sendable {
  public var number: String
  public var details: ContactDetails

  public init(_ number: String, details: ContactDetails = ContactDetails()) {
    self.number = number
    self.details = details
  }
}

/// A web address that belongs to the entity (RFC 6350 §6.7.8; JSContact `links`).
public struct Link: Hashable, Sendable {
  public var url: String
  public var details: ContactDetails

  public init(_ url: String, details: ContactDetails = ContactDetails()) {
    self.url = url
    self.details = details
  }
}

/// An account at an online service (JSContact `onlineServices`, RFC 9553 §2.3.2; vCard IMPP and SOCIALPROFILE).
public struct OnlineService: Hashable, Sendable {
  /// The service's name, such as `Mastodon`.
  public var service: String?
  /// The account as a URI, such as `xmpp:ada@example.com`.
  public var uri: String?
  /// The account's name within the service.
  public var user: String?
  public var details: ContactDetails

  public init(
    service: String? = nil, uri: String? = nil, user: String? = nil, details: ContactDetails = ContactDetails()
  ) {
    self.service = service
    self.uri = uri
    self.user = user
    self.details = details
  }
}
