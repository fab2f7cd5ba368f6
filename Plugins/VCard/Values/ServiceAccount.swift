/// The properties of vCard 2.1 and 3.0 that hold an account name at one service: `X-JABBER:ada@example.com`.
struct ServiceAccount {
  let property: StaticString
  let service: String
  /// As Evolution writes it in IMPP.
  let scheme: String
  /// As Apple does.
  let appleScheme: String

  init(_ property: StaticString, _ service: String, _ scheme: String, apple: String? = nil) {
    (self.property, self.service, self.scheme, appleScheme) = (property, service, scheme, apple ?? scheme)
  }

  static let all = [
    ServiceAccount("X-AIM", "AIM", "aim"),
    ServiceAccount("X-GADUGADU", "Gadu-Gadu", "gadugadu"),
    ServiceAccount("X-GOOGLE-TALK", "Google Talk", "googletalk", apple: "xmpp"),
    // As older Android programs write it; the first of a service is the one that is written.
    ServiceAccount("X-GOOGLE TALK", "Google Talk", "googletalk", apple: "xmpp"),
    ServiceAccount("X-GROUPWISE", "GroupWise", "groupwise"),
    ServiceAccount("X-ICQ", "ICQ", "icq", apple: "aim"),
    ServiceAccount("X-JABBER", "Jabber", "jabber", apple: "xmpp"),
    ServiceAccount("X-MATRIX", "Matrix", "matrix"),
    ServiceAccount("X-MSN", "MSN", "msn", apple: "msnim"),
    ServiceAccount("X-QQ", "QQ", "qq"),
    ServiceAccount("X-SKYPE", "Skype", "skype"),
    ServiceAccount("X-SKYPE-USERNAME", "Skype", "skype"),
    ServiceAccount("X-TWITTER", "Twitter", "twitter"),
    ServiceAccount("X-YAHOO", "Yahoo", "yahoo", apple: "ymsgr"),
  ]

  static func of(_ service: String?) -> ServiceAccount? {
    service.flatMap { service in all.first { $0.service == service } }
  }

  /// Whether `uri` says no more than that `user` has an account at the service.
  static func says(_ service: String?, _ user: String?, in uri: String) -> Bool {
    guard let user, let account = of(service) else { return false }
    return uri == account.scheme + ":" + user || uri == account.appleScheme + ":" + user
  }

  /// Whether a name may stand in a URI as it is.
  static func isPlain(_ user: String) -> Bool {
    user.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      default: "-._~!$&'()*+,;=:@/".utf8.contains(byte)
      }
    }
  }
}
